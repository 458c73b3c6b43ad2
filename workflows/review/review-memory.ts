import { isObject, kept, type Slice, text, texts } from '../memory/slice.ts';

/** An approval somebody asked for, that waits for it to be known who changed the tags. */
export interface Waiting {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly ownerBefore?: string;
}

/** Tags that were returned to whoever entered them. */
export interface ReturnedTo {
  readonly by: string | null;
  readonly tags: readonly string[];
  /** They are corrected; those that were returned to others are not. */
  readonly isDone?: true;
}

/** What is remembered of the review. */
export interface ReviewMemory {
  /** The review status last set. */
  readonly status: string;
  readonly waiting?: Waiting;
  readonly returnedAt?: string;
  /** Whose tags were returned then, and which: those who entered them. */
  readonly returnedTo?: readonly ReturnedTo[];
  /** That they were not corrected in time is in the log. */
  readonly isReturnMissed?: true;
  /** All that was entered since the last review was not selected for one. */
  readonly exempt?: true;
  /** When the last action that was carried out or refused was asked for. ISO 8601. */
  readonly acted?: string;
}

const waitingOf = (value: unknown): Waiting | undefined => {
  if (!isObject(value) || typeof value.at !== 'string') return undefined;
  const ownerBefore = text(value.ownerBefore);
  return {
    at: value.at,
    by: text(value.by) ?? null,
    note: text(value.note) ?? '',
    ...(ownerBefore ? { ownerBefore } : {}),
  };
};

const returnedToOf = (value: unknown): readonly ReturnedTo[] | undefined =>
  Array.isArray(value)
    ? value.filter(isObject).map((one) => ({
        by: text(one.by) ?? null,
        tags: texts(one.tags),
        ...(one.isDone === true ? { isDone: true as const } : {}),
      }))
    : undefined;

export const reviewMemory: Slice<ReviewMemory> = (stored) =>
  kept({
    status: text(stored.status) ?? '',
    waiting: waitingOf(stored.waiting),
    returnedAt: text(stored.returnedAt),
    returnedTo: returnedToOf(stored.returnedTo),
    isReturnMissed: stored.isReturnMissed === true ? (true as const) : undefined,
    exempt: stored.exempt === true ? (true as const) : undefined,
    acted: text(stored.acted),
  });
