import { isObject, kept, type Slice, someTexts, text, texts } from '../memory/slice.ts';
import type { GroupEntries, Unclaimed } from '../run/entry.ts';
import { groupEntriesIn } from './group-entries.ts';

/** What is remembered of who entered the tags. */
export interface EntriesMemory {
  /** Who entered tags since the last approval. */
  readonly enterers: readonly string[];
  /** Who may have entered tags since: wrote last when they were first seen, as `member@instant`. */
  readonly suspects?: readonly string[];
  readonly unclaimed?: Unclaimed;
  /** Who entered last, and when, is taken from the last writer: the event that knows it has not come. */
  readonly isGuessed?: true;
  /** When the tags were last approved: whoever entered before was part of what was approved. ISO 8601. */
  readonly approvedAt?: string;
  /** Who entered each group of tags; left out where all were entered with the record's last entry. */
  readonly enteredGroups?: GroupEntries;
  /** The digest of the products offered. */
  readonly offer?: string;
}

const unclaimedOf = (value: unknown): Unclaimed | undefined => {
  if (!isObject(value) || typeof value.since !== 'string') return undefined;
  return { tags: texts(value.tags), since: value.since };
};

export const entriesMemory: Slice<EntriesMemory> = (stored) =>
  kept({
    enterers: texts(stored.enterers),
    suspects: someTexts(stored.suspects),
    unclaimed: unclaimedOf(stored.unclaimed),
    isGuessed: stored.isGuessed === true ? (true as const) : undefined,
    approvedAt: text(stored.approvedAt),
    enteredGroups: groupEntriesIn(stored.enteredGroups),
    offer: text(stored.offer),
  });
