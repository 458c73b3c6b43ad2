import { kept, type Slice, text } from '../memory/slice.ts';

/** What is remembered of the checks. */
export interface ChecksMemory {
  /** From when checks count: the record's creation, or the day the application was installed. ISO 8601. */
  readonly since: string;
  /** The last missed check that is in the log, `YYYY-MM-DD`. */
  readonly missedUntil?: string;
}

export const checksMemory: Slice<ChecksMemory> = (stored) =>
  kept({ since: typeof stored.since === 'string' ? stored.since : '', missedUntil: text(stored.missedUntil) });
