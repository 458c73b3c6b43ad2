import type { CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import { nameOf, type Run } from '../run/run.ts';
import { maySeeSensitive } from '../run/sensitive-access.ts';
import type { Matter } from '../run/task.ts';
import type { Subject } from '../subject/subject.ts';
import { groupLabels } from './check-facts.ts';
import type { CheckVerdict } from './judge-check.ts';
import type { GroupsVerdict } from './judge-groups.ts';

/** The clause that asks for the check of an object. */
export const CHECK_CLAUSES: Readonly<Record<GovernedObject, string>> = {
  company: '4.1.1',
  opportunity: '4.1.4',
  tagProduct: '4.1.7',
  tagMember: '4.1.10',
};

/**
 * Whose a due check is: the owner's; where only the credit group is left, and the owner may not read it, their
 * manager's (A21, A22).
 */
const checkerOf = (run: Run, { object, record }: Subject, left: readonly CheckGroup[]): string | null => {
  const assigneeId = assigneeOf(run, object, record);
  const manager = managerFor(run, object, record);
  const isForManager =
    object === 'tagMember' ||
    (left.length === 1 &&
      left[0] === 'CREDIT' &&
      !maySeeSensitive(run, assigneeId, run.roster.readsCredit(assigneeId)));
  return isForManager ? (manager ?? assigneeId) : assigneeId;
};

/** A due check is a matter of whoever is to make it; an overdue one also of the owner's manager. */
export const checkMatters = (
  run: Run,
  subject: Subject,
  verdict: CheckVerdict,
  { done, left }: GroupsVerdict,
): readonly Matter[] => {
  const { object, record } = subject;
  if (verdict.state === 'CURRENT' || !verdict.dueDate) return [];
  const { noticeLanguage: language } = run.settings;
  const matter = (key: 'check' | 'check-overdue', whose: string | null): Matter => ({
    kind: key === 'check' ? 'CHECK' : 'CHECK_OVERDUE',
    key: `${key}:${verdict.dueDate}`,
    title: phrase(`task.${key}`, language, { record: nameOf(object, record) }),
    clause: CHECK_CLAUSES[object],
    dueOn: verdict.dueDate,
    assigneeId: whose,
    ...(done.length > 0 ? { note: phrase('task.check.left', language, { groups: groupLabels(run, left) }) } : {}),
  });
  const own = matter('check', checkerOf(run, subject, left));
  return verdict.state === 'OVERDUE' ? [own, matter('check-overdue', managerFor(run, object, record))] : [own];
};
