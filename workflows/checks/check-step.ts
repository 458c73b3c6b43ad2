import { type CheckGroup, checkGroupLabel } from '../../objects/taxonomy/check-groups.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { LIST_SEPARATORS, phrase } from '../messages/phrase.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import { laterInstant } from '../run/later-instant.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, ownerOf, type Run, textOrNull } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { checkCadence } from './check-cadence.ts';
import { type ChecksMemory, checksMemory } from './checks-memory.ts';
import { groupsStanding } from './groups-standing.ts';
import { type CheckVerdict, judgeCheck } from './judge-check.ts';
import type { GroupsFacts, GroupsVerdict } from './judge-groups.ts';

export const CHECK_CLAUSES: Readonly<Record<GovernedObject, string>> = {
  company: '4.1.1',
  opportunity: '4.1.4',
  tagProduct: '4.1.7',
  tagMember: '4.1.10',
};

const cadenceOf = (run: Run, { object, record, stage }: Subject) =>
  checkCadence(object, { tagStage: stage, tagOutcome: record.tagOutcome }, run.settings);

/**
 * From when checks count: its creation or the installation; anew when it comes under checks again (a reopened deal, a
 * product once products are checked).
 */
const checksSince = (run: Run, subject: Subject, { since, isChecked }: ChecksMemory): string => {
  const { object, record, isFirst, stageBefore, outcomeBefore, fresh } = subject;
  const now = run.now.toISOString();
  if (isFirst) return run.isInstalling ? now : (textOrNull(record.createdAt) ?? now);
  if (object === 'tagProduct' && !isChecked && cadenceOf(run, subject) !== null) return now;
  const had = checkCadence(object, { tagStage: stageBefore, tagOutcome: outcomeBefore }, run.settings);
  return had === null && cadenceOf(run, subject) !== null ? (fresh?.at ?? now) : since;
};

/** A check that was not made in time, and whose it was. */
const missedFact = (run: Run, { object, id, record }: Subject, date: string): Fact => ({
  kind: 'CHECK_MISSED',
  object,
  subjectId: id,
  record: nameOf(object, record),
  key: date,
  at: run.calendar.endOf(date).toISOString(),
  by: ownerOf(object, record),
  dueOn: date,
  onTime: false,
});

/** A confirmation that a person made, in time where it keeps the check that is due (A8). */
const checkedFact = (run: Run, { object, id, record, action }: Subject, wholeAt: string | null): readonly Fact[] => {
  if (action?.done !== 'CONFIRM') return [];
  const { at, by, note, groups = [] } = action;
  const dueOn = wholeAt === null ? null : textOrNull(record.tagNextCheckOn);
  const labels = wholeAt === null ? [groupLabels(run, groups)] : [];
  return [
    {
      kind: 'CHECKED',
      object,
      subjectId: id,
      record: nameOf(object, record),
      key: at,
      at,
      by,
      note: [note, ...labels].filter(Boolean).join('\n'),
      ...(wholeAt && dueOn ? { dueOn, onTime: run.calendar.lastEnded(new Date(wholeAt)) < dueOn } : {}),
    },
  ];
};

const groupLabels = (run: Run, groups: readonly CheckGroup[]): string => {
  const { noticeLanguage: language } = run.settings;
  return groups.map((group) => checkGroupLabel(group)[language]).join(LIST_SEPARATORS[language]);
};

/**
 * Whose a due check is: the owner's; where only the credit group is left, and the owner may not read it, their
 * manager's (A21, A22).
 */
const checkerOf = (run: Run, { object, record }: Subject, left: readonly CheckGroup[]): string | null => {
  const assigneeId = assigneeOf(run, object, record);
  const manager = managerFor(run, object, record);
  const isForManager =
    object === 'tagMember' || (left.length === 1 && left[0] === 'CREDIT' && !run.roster.readsCredit(assigneeId));
  return isForManager ? (manager ?? assigneeId) : assigneeId;
};

/** A due check is a matter of whoever is to make it; an overdue one also of the owner's manager. */
const checkMatters = (
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

/** What a person confirms or approves now. */
const saidBy = ({ action, checkedAt }: Subject): GroupsFacts['said'] =>
  checkedAt === null ? null : { at: checkedAt, by: action?.by ?? null, groups: action?.groups ?? [] };

/** Where the record stands between two checks, the missed ones put into the log once (4.1.1, 4.1.4, 4.1.10). */
export const checkStep: Step<ChecksMemory> = {
  memory: checksMemory,
  follow: (run, subject, memory) => {
    const { object, record, stage } = subject;
    const since = checksSince(run, subject, memory);
    const cadence = cadenceOf(run, subject);
    const groups = groupsStanding(run, { object, record, stage, cadence }, memory, saidBy(subject));
    const { wholeAt: checkedAt, done, left } = groups;
    const judgeFrom = (from: string, now: Date): CheckVerdict =>
      judgeCheck({ cadence, from, now, calendar: run.calendar, dueDays: run.settings.checkDueDays });
    const before = laterInstant(textOrNull(record.tagLastCheckedAt), since);
    // What passed before a check came is missed, whether or not a sweep looked in between.
    const overdue = checkedAt === null ? [] : judgeFrom(before, new Date(checkedAt)).missed;
    const verdict = judgeFrom(checkedAt === null ? before : laterInstant(checkedAt, since), run.now);
    const missed = [...overdue, ...verdict.missed]
      .sort()
      .filter((date, at, dates) => date > (memory.missedUntil ?? '') && date !== dates[at - 1]);
    const isUnderWay = verdict.state !== 'CURRENT' || done.length > 0;
    return {
      fields: {
        tagNextCheckOn: verdict.dueDate,
        tagCheckState: verdict.state,
        ...(checkedAt === null ? {} : { tagLastCheckedAt: checkedAt }),
        ...(object === 'company' ? { tagGroupsLeft: isUnderWay && left.length > 0 ? left : null } : {}),
      },
      facts: [...checkedFact(run, subject, checkedAt), ...missed.map((date) => missedFact(run, subject, date))],
      matters: checkMatters(run, subject, verdict, groups),
      memory: {
        since,
        missedUntil: missed.at(-1) ?? memory.missedUntil,
        isChecked: object === 'tagProduct' && cadence !== null ? true : undefined,
        checkedGroups: Object.keys(groups.confirmed).length > 0 ? groups.confirmed : undefined,
      },
    };
  },
};
