import { isObject, kept, type Slice, text } from '../memory/slice.ts';

/** What a record lacks, to be entered by a day. */
export interface Completion {
  /** Tells it from every other of the record. */
  readonly key: string;
  /** The last day on which it is in time, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** From which day on it is asked for, `YYYY-MM-DD`; at once when it is left out. */
  readonly opensOn?: string;
  /** Who entered the record; left out where it was let in, which is a matter of the owner's. */
  readonly by?: string;
  /** That it was not in time is in the log. */
  readonly isMissed?: true;
}

/** What is remembered of what a record lacks. */
export interface CompletionMemory {
  readonly completion?: Completion;
}

const completionOf = (value: unknown): Completion | undefined => {
  if (!isObject(value) || typeof value.key !== 'string' || typeof value.dueOn !== 'string') return undefined;
  return kept({
    key: value.key,
    dueOn: value.dueOn,
    opensOn: text(value.opensOn),
    by: text(value.by),
    isMissed: value.isMissed === true ? (true as const) : undefined,
  });
};

export const completionMemory: Slice<CompletionMemory> = (stored) =>
  kept({ completion: completionOf(stored.completion) });
