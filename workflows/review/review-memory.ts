import { isObject, kept, type Slice, text } from '../memory/slice.ts';

/** An approval somebody asked for, that waits for it to be known who changed the tags. */
export interface Waiting {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
  readonly note: string;
  readonly ownerBefore?: string;
}

/** What is remembered of the review. */
export interface ReviewMemory {
  /** The review status last set. */
  readonly status: string;
  readonly waiting?: Waiting;
  readonly returnedAt?: string;
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

export const reviewMemory: Slice<ReviewMemory> = (stored) =>
  kept({
    status: text(stored.status) ?? '',
    waiting: waitingOf(stored.waiting),
    returnedAt: text(stored.returnedAt),
    acted: text(stored.acted),
  });
