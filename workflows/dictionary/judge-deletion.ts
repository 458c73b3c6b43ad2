import type { Language } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { type RulingFact, ruledTagOf } from './judge-ruling.ts';
import { isOwnEntry, isUndefinedTerm } from './term-task.ts';
import { countedAs } from './use-of.ts';

/** What becomes of an entry that somebody deleted. */
export interface JudgedDeletion {
  readonly fact: RulingFact;
  /** What brings it back; undefined where it may go. */
  readonly restored: Patch | undefined;
}

/**
 * Whether a deleted entry is used. One that people made is not where another of its place stands in for it, and one that
 * nobody has accepted is but a proposal, which is refused by deleting it.
 */
const isUsed = (row: TwentyRecord, count: number, live: readonly TwentyRecord[]): boolean =>
  count > 0 && !isUndefinedTerm(row) && !(isOwnEntry(row) && live.some((other) => countedAs(other) === countedAs(row)));

/**
 * Judges that an entry was deleted (3.2.2, A29): what is used is retired instead, so that it comes back and says why;
 * what is not may go. The log tells of either. `by` is null where no event tells who it was.
 */
export const judgeDeletion = (
  row: TwentyRecord,
  {
    count,
    live,
    by,
    language,
  }: {
    readonly count: number;
    readonly live: readonly TwentyRecord[];
    readonly by: string | null;
    readonly language: Language;
  },
): JudgedDeletion => {
  const isKept = isUsed(row, count, live);
  const note = phrase(isKept ? 'refusal.ENTRY_IN_USE' : 'note.ENTRY_DELETED', language);
  const at = textOrNull(row.deletedAt) ?? '';
  return {
    fact: {
      kind: isKept ? 'REVERTED' : 'DICTIONARY',
      record: textOrNull(row.name) ?? '',
      key: `${idOf(row)}:deleted:${at}`,
      at,
      by,
      tag: ruledTagOf(row),
      note,
    },
    restored: isKept ? { id: idOf(row), fields: { problems: note } } : undefined,
  };
};
