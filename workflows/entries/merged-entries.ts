import { remembered } from '../memory/core.ts';
import type { TagChange } from '../memory/seen.ts';
import type { Entry } from '../run/entry.ts';
import type { Merged } from '../run/merged.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Subject } from '../subject/subject.ts';
import { entriesMemory } from './entries-memory.ts';
import { firstEyes } from './writers.ts';

/** Whoever merges two records enters what of the survivor is found changed by it. */
export const mergeEntries = ({ told }: Merged, found: ReadonlySet<string>): readonly Entry[] =>
  found.size > 0 ? told.map(({ at, by }) => ({ at, by })) : [];

/** Everybody whose eyes were not the second pair on what went up in a record: nor are they on it there. */
export const mergedEyes = ({ told }: Merged): readonly string[] =>
  told.flatMap(({ record }) => {
    const memory = remembered(entriesMemory, record);
    return memory ? firstEyes(memory) : [];
  });

/**
 * When records were merged into this one or, by all it shows, into its key contact: a merge of contacts writes the one
 * that is left and its customers in one.
 */
export const mergeInstants = (
  { record, merged }: Pick<Subject, 'record' | 'merged'>,
  changes: readonly TagChange[],
): ReadonlySet<number> => {
  const writtenAt = Date.parse(String(record.updatedAt));
  const contactAt = Date.parse(String((record.tagKeyContact as TwentyRecord | null | undefined)?.updatedAt));
  const isContactMerged = writtenAt === contactAt && changes.some(({ tag }) => tag.name === 'tagKeyContact');
  return new Set([...merged.fresh.map(({ at }) => Date.parse(at)), ...(isContactMerged ? [contactAt] : [])]);
};
