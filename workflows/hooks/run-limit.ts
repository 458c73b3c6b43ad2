/** Seconds after which Twenty stops a sweep. */
export const SWEEP_TIMEOUT_SECONDS = 600;
/** A run stops well before that; what is left goes on with the next one. */
const RUN_LIMIT = (SWEEP_TIMEOUT_SECONDS - 120) * 1000;

/** Milliseconds within which a sweep tries a request again. */
export const SWEEP_BUDGET = (SWEEP_TIMEOUT_SECONDS - 60) * 1000;

/** Whether a run that begins now has used up its time. */
export const startRunLimit = (): (() => boolean) => {
  const started = performance.now();
  return () => performance.now() - started > RUN_LIMIT;
};
