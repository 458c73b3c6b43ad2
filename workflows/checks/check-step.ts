import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import { logFact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, ownerOf, type Run } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import { checkCadence } from './check-cadence.ts';
import { type CheckVerdict, judgeCheck } from './judge-check.ts';

export const CHECK_CLAUSES: Readonly<Record<GovernedObject, string>> = {
  company: '4.1.1',
  opportunity: '4.1.4',
  tagProduct: '4.1.7',
  tagMember: '4.1.10',
};

/** Where a record stands between checks, the missed ones put into the log once. */
export const followCheck = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  from: string,
  missedUntil: string,
  now = run.now,
): CheckVerdict => {
  const verdict = judgeCheck({
    cadence: checkCadence(object, record, run.settings),
    from,
    now,
    calendar: run.calendar,
    dueDays: run.settings.checkDueDays,
  });
  for (const date of verdict.missed) {
    if (date <= missedUntil) continue;
    logFact(run, {
      kind: 'CHECK_MISSED',
      object,
      subjectId: idOf(record),
      record: nameOf(object, record),
      key: date,
      at: run.calendar.endOf(date).toISOString(),
      by: ownerOf(object, record),
      dueOn: date,
      onTime: false,
    });
  }
  return verdict;
};

/** A due check is a matter of the owner's; an overdue one also of the owner's manager. */
export const checkMatters = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  verdict: CheckVerdict,
): readonly Matter[] => {
  if (verdict.state === 'CURRENT' || !verdict.dueDate) return [];
  const assigneeId = assigneeOf(run, object, record);
  const manager = managerFor(run, object, record);
  const matter = (key: 'check' | 'check-overdue', whose: string | null): Matter => ({
    key: `${key}:${verdict.dueDate}`,
    title: phrase(`task.${key}`, run.settings.noticeLanguage, { record: nameOf(object, record) }),
    clause: CHECK_CLAUSES[object],
    dueOn: verdict.dueDate,
    assigneeId: whose,
  });
  const own = matter('check', object === 'tagMember' ? (manager ?? assigneeId) : assigneeId);
  return verdict.state === 'OVERDUE' ? [own, matter('check-overdue', manager)] : [own];
};
