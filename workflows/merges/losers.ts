import type { Loser } from '../run/merged.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';

/** A row of the log bears in its key the record it was written for, which a merge does not change. */
const partsOf = ({ key }: TwentyRecord): readonly string[] => String(key).split(':');
const subjectIn = (row: TwentyRecord): string => partsOf(row)[1] ?? '';
const isOfRecord = (row: TwentyRecord): boolean => subjectIn(row).includes('-');

const latest = (rows: readonly TwentyRecord[], field: string): TwentyRecord | undefined =>
  rows.toSorted((left, right) => Date.parse(String(right[field])) - Date.parse(String(left[field])))[0];

/**
 * The records that went up in this one: a merge points their log at it. The log is only ever added to, so that its rows
 * were last written when they were moved.
 */
export const losersOf = (id: string, log: readonly TwentyRecord[]): readonly Loser[] => {
  const moved = log.filter((row) => row.companyId === id && isOfRecord(row) && subjectIn(row) !== id);
  const within = new Set(moved.flatMap((row) => (row.kind === 'MERGED' ? (partsOf(row)[2] ?? []) : [])));
  return [...Map.groupBy(moved, subjectIn)]
    .map(
      ([loser, rows]): Loser => ({
        id: loser,
        at: String(latest(rows, 'updatedAt')?.updatedAt),
        lastLine: textOrNull(latest(rows, 'at')?.name) ?? '',
        isWithin: within.has(loser),
      }),
    )
    .sort((left, right) => left.id.localeCompare(right.id, 'en'));
};
