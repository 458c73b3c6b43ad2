/** Universal identifier of the function that sweeps one object as a job. */
export const SWEEP_PART_IDENTIFIER = '9d0f5a0a-2a38-4f55-8a0e-6a3c1d6f7b21';
