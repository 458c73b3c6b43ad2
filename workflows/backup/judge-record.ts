import { isEmpty } from '../entries/changed-fields.ts';
import { canonical } from '../rules/canonical.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { BackedUpField } from './backed-up.ts';

/** What becomes of a record of a backup in a workspace. */
export interface RecordVerdict {
  /**
   * CREATE: it is not there. UPDATE: it differs, and was not written since. SAME: nothing to do. CONFLICT: people have
   * written it since, which is theirs to decide.
   */
  readonly verdict: 'CREATE' | 'UPDATE' | 'SAME' | 'CONFLICT';
  /** What differs. */
  readonly fields: readonly BackedUpField[];
  /** It was in the trash and comes back. */
  readonly isBroughtBack: boolean;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const instantOf = (value: unknown): number =>
  typeof value === 'string' && INSTANT.test(value) ? Date.parse(value) : Number.NaN;

/** Whether two values are the same, in whichever way Twenty spells nothing, an instant or the keys of an object. */
export const isSameValue = (left: unknown, right: unknown): boolean =>
  left === right ||
  (isEmpty(left) && isEmpty(right)) ||
  instantOf(left) === instantOf(right) ||
  canonical(left) === canonical(right);

/** The fields in which a record differs from a backup's; what the backup does not know is no difference. */
export const differingFields = (
  fields: readonly BackedUpField[],
  kept: TwentyRecord,
  current: TwentyRecord,
): readonly BackedUpField[] =>
  fields.filter(({ column }) => column in kept && !isSameValue(kept[column], current[column]));

/**
 * Compares a record of a backup with the workspace's. What the application keeps follows the tags: alone it is put back
 * only over an older copy, never over a newer judgement. Nothing is ever deleted.
 */
export const judgeRecord = (
  fields: readonly BackedUpField[],
  kept: TwentyRecord,
  current: TwentyRecord | undefined,
  { isForced }: { readonly isForced: boolean },
): RecordVerdict => {
  const known = fields.filter(({ column }) => column in kept);
  if (!current) return { verdict: 'CREATE', fields: known, isBroughtBack: false };
  const differing = differingFields(known, kept, current);
  const isBroughtBack = Boolean(current.deletedAt) && !kept.deletedAt;
  if (differing.length === 0 && !isBroughtBack) return { verdict: 'SAME', fields: [], isBroughtBack };
  const isNewer = instantOf(current.updatedAt) > instantOf(kept.updatedAt);
  // Putting a record into the trash writes it too: what it says there is no newer work.
  if (!isNewer || isForced || isBroughtBack) return { verdict: 'UPDATE', fields: differing, isBroughtBack };
  const isPeoples = differing.some(({ writer }) => writer === 'PERSON');
  return { verdict: isPeoples ? 'CONFLICT' : 'SAME', fields: isPeoples ? differing : [], isBroughtBack };
};
