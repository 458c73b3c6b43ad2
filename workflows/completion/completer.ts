import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { assigneeOf } from '../run/assignee.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { ownerOf, type Run } from '../run/run.ts';
import type { Completion } from './completion-memory.ts';

/**
 * Who is to complete a record: whoever entered it, else the owner. A profile that was let in is its manager's to
 * complete, since members do not write their own.
 */
export const completerOf = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  { by }: Pick<Completion, 'by'>,
): string | null => {
  const assigneeId = assigneeOf(run, object, record, by ?? null);
  if (object !== 'tagMember' || run.roster.member(by) !== null) return assigneeId;
  return run.roster.managerOf(ownerOf(object, record)) ?? assigneeId;
};
