import { type Entry, laterEntry } from '../run/entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';

/** The last entry as the record bears it. */
export const storedEntry = (record: TwentyRecord): Entry | undefined =>
  typeof record.tagEnteredAt === 'string'
    ? { at: record.tagEnteredAt, by: textOrNull(record.tagEnteredById) }
    : undefined;

export const isLaterThan = (event: Entry | undefined, stored: Entry | undefined): boolean =>
  event !== undefined && (!stored || Date.parse(event.at) > Date.parse(stored.at));

/** The last entry known. An event knows better than a guess, though it speaks of an earlier hour. */
export const lastEntry = (stored: Entry | undefined, fresh: Entry | null, isGuessCorrected: boolean): Entry | null =>
  fresh ? laterEntry(isGuessCorrected ? undefined : stored, fresh) : (stored ?? null);

/** What who entered the tags was called then: their name stays when they leave, or are called something else. */
export const nameAtEntry = (run: Run, record: TwentyRecord, stored: Entry | undefined, entry: Entry): string => {
  const kept = textOrNull(record.tagEnteredByName);
  const isSame = stored?.at === entry.at && (stored.by === null || stored.by === entry.by);
  return kept && isSame ? kept : ((entry.by && run.names.get(entry.by)) ?? '');
};
