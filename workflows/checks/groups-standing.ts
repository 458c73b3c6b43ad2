import type { GovernedObject, Stage } from '../../objects/taxonomy/types.ts';
import type { Period } from '../calendar/working-calendar.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import type { ChecksMemory } from './checks-memory.ts';
import { groupsToCheck } from './groups-to-check.ts';
import { type GroupsFacts, type GroupsVerdict, judgeGroups } from './judge-groups.ts';

/** A record whose groups are checked, and how often. */
export interface CheckedRecord {
  readonly object: GovernedObject;
  readonly record: TwentyRecord;
  readonly stage: Stage;
  readonly cadence: Period | null;
}

/** Which groups of a record's tags are checked, with what a person says now. */
export const groupsStanding = (
  run: Run,
  { object, record, stage, cadence }: CheckedRecord,
  { checkedGroups = {} }: Pick<ChecksMemory, 'checkedGroups'>,
  said: GroupsFacts['said'],
): GroupsVerdict =>
  judgeGroups({
    wanted: groupsToCheck(object, stage, nodesOf(record.tagCredits).length > 0),
    confirmed: checkedGroups,
    said,
    checkedAt: textOrNull(record.tagLastCheckedAt),
    // What is never due is of one period.
    periodOf: (instant) => (cadence ? run.calendar.periodOf(cadence, run.calendar.dateOf(instant)).from : ''),
    now: run.now.toISOString(),
  });
