import type { TwentyRecord } from '../run/record-change.ts';

/** A filter as Twenty takes it. */
export type Filter = Readonly<Record<string, unknown>>;

/** Records whose field has one of these values; nothing when there are none, for Twenty refuses an empty list. */
export const isIn = (field: string, values: Iterable<string>): readonly Filter[] => {
  const list = [...values];
  return list.length > 0 ? [{ [field]: { in: list } }] : [];
};

/** Records that one of the filters finds; null when there is none, which finds nothing. */
export const anyOf = (filters: readonly Filter[]): Filter | null => {
  const [first] = filters;
  if (!first) return null;
  return filters.length === 1 ? first : { or: filters };
};

export const idsOf = (records: readonly TwentyRecord[] = []): readonly string[] =>
  records.map((record) => String(record.id));

/** The values of a key of those records that have it. */
export const keysOf = (records: readonly TwentyRecord[], key: string): readonly string[] =>
  records.map((record) => record[key]).filter((value) => typeof value === 'string');

const STILL_OPEN = { in: ['OPEN', 'OVERDUE'] };

/** Change notices that are open, or that a person has closed and the application has not seen closed. */
export const IS_OPEN: Filter = { or: [{ status: STILL_OPEN }, { judgedStatus: STILL_OPEN }] };

/** The open ones of these change notices. */
export const openNotices = (subjects: readonly Filter[]): readonly Filter[] => {
  const of = anyOf(subjects);
  return of ? [{ and: [of, IS_OPEN] }] : [];
};
