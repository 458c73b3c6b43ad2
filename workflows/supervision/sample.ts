import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { compareText } from '../run/compare-text.ts';
import { recordId } from '../run/record-id.ts';

/** A record that an inspection looks at, and whose it is. */
export interface Sampled {
  readonly object: GovernedObject;
  readonly id: string;
  /** What people call it; never a sensitive tag. */
  readonly name: string;
  /** The profile of whoever answers for it. */
  readonly member: string;
}

/** A record that may be drawn. */
export interface Candidate extends Sampled {
  /** The user who answers for it. */
  readonly user: string;
}

/**
 * Where in the order of their ids the records of an inspection begin. Ids are random: whatever stands behind a point that
 * follows from the month alone is a fair draw, which nobody can foresee of a record they enter, and each draw is the same.
 */
export const pivotOf = (key: string): string => recordId(`sample:${key}`);

/** So many records of each kind of each member: the first behind the pivot, and from the start again. */
export const drawSample = (candidates: readonly Candidate[], pivot: string, size: number): readonly Sampled[] => {
  const isBefore = ({ id }: Candidate): number => (id < pivot ? 1 : 0);
  const ordered = [...candidates].sort(
    (left, right) => isBefore(left) - isBefore(right) || compareText(left.id, right.id),
  );
  const drawn = new Map<string, number>();
  return ordered.flatMap(({ user, ...candidate }) => {
    const key = `${user}:${candidate.object}`;
    const count = drawn.get(key) ?? 0;
    if (count >= size) return [];
    drawn.set(key, count + 1);
    return [candidate];
  });
};
