import { v5 } from 'uuid';

/** Namespace of the records the application makes. Changing it would make every one of them a second time. */
const NAMESPACE = '6f0a5a0e-0f0b-4a58-9d0c-3f5d7c1b2e90';

/** The id of a record the application makes of a fact, so that the same fact never makes two (log, notice, task). */
export const recordId = (key: string): string => v5(key, NAMESPACE);
