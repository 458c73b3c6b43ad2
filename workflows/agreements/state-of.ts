import type { AgreementState } from '../../objects/taxonomy/tag-agreement.ts';
import type { AgreementStand } from './stand-of.ts';

/** How a member stands by all their agreements. */
export interface MemberStand {
  readonly state: AgreementState;
  /** The last day of the agreement that counts longest, `YYYY-MM-DD`; null where it has no end, or none counts. */
  readonly until: string | null;
  /** The agreement it goes by. */
  readonly by: AgreementStand | null;
}

const ORDER: readonly AgreementState[] = ['VALID', 'EXPIRING', 'DRAFT', 'EXPIRED'];

const compareEnds = (left: string | null, right: string | null): number => {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? -1 : 1;
  return left > right ? -1 : 1;
};

/** The best of a member's agreements, of two alike the one that lasts longer; of those, by id, always the same (6.3.1). */
export const stateOf = (stands: readonly AgreementStand[]): MemberStand => {
  const [best] = [...stands].sort(
    (left, right) =>
      ORDER.indexOf(left.status) - ORDER.indexOf(right.status) ||
      compareEnds(left.endsOn, right.endsOn) ||
      (left.id < right.id ? -1 : 1),
  );
  if (!best) return { state: 'NONE', until: null, by: null };
  return { state: best.status, until: best.status === 'DRAFT' ? null : best.endsOn, by: best };
};
