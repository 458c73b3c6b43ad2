import type { TwentyRecord } from '../../workflows/pipeline/record-change.ts';

/** Records that belong to another: nested in its answer when few are read, in a list of their own beside a page of it. */
export interface Belongings {
  /** What the record they belong to calls them. */
  readonly field: string;
  readonly object: string;
  /** How they name the record they belong to. */
  readonly link: string;
  readonly selection: string;
}

/** The records with what belongs to each, in the shape in which Twenty nests it. */
export const withBelongings = (
  records: readonly TwentyRecord[],
  { field, link }: Belongings,
  found: readonly TwentyRecord[] = [],
): readonly TwentyRecord[] => {
  const byOwner = Map.groupBy(found, (one) => one[link]);
  return records.map((record) => ({
    ...record,
    [field]: { edges: (byOwner.get(record.id) ?? []).map((node) => ({ node })) },
  }));
};
