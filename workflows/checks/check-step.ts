import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import { laterInstant } from '../run/later-instant.ts';
import type { Fact } from '../run/log-entry.ts';
import { nameOf, ownerOf, type Run, textOrNull } from '../run/run.ts';
import type { Matter } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { checkCadence } from './check-cadence.ts';
import { type ChecksMemory, checksMemory } from './checks-memory.ts';
import { type CheckVerdict, judgeCheck } from './judge-check.ts';

export const CHECK_CLAUSES: Readonly<Record<GovernedObject, string>> = {
  company: '4.1.1',
  opportunity: '4.1.4',
  tagProduct: '4.1.7',
  tagMember: '4.1.10',
};

const cadenceOf = (run: Run, { object, record, stage }: Subject) =>
  checkCadence(object, { tagStage: stage, tagOutcome: record.tagOutcome }, run.settings);

/** From when checks count: its creation or the installation; anew when it comes under checks again (a reopened deal). */
const checksSince = (run: Run, subject: Subject, { since }: ChecksMemory): string => {
  const { object, record, isFirst, stageBefore, outcomeBefore, fresh } = subject;
  const now = run.now.toISOString();
  if (isFirst) return run.isInstalling ? now : (textOrNull(record.createdAt) ?? now);
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
  responsible: ownerOf(object, record),
  dueOn: date,
  onTime: false,
});

/** A due check is a matter of the owner's; an overdue one also of the owner's manager. */
const checkMatters = (run: Run, { object, record }: Subject, verdict: CheckVerdict): readonly Matter[] => {
  if (verdict.state === 'CURRENT' || !verdict.dueDate) return [];
  const assigneeId = assigneeOf(run, object, record);
  const manager = managerFor(run, object, record);
  const matter = (key: 'check' | 'check-overdue', whose: string | null): Matter => ({
    kind: key === 'check' ? 'CHECK' : 'CHECK_OVERDUE',
    key: `${key}:${verdict.dueDate}`,
    title: phrase(`task.${key}`, run.settings.noticeLanguage, { record: nameOf(object, record) }),
    clause: CHECK_CLAUSES[object],
    dueOn: verdict.dueDate,
    assigneeId: whose,
  });
  const own = matter('check', object === 'tagMember' ? (manager ?? assigneeId) : assigneeId);
  return verdict.state === 'OVERDUE' ? [own, matter('check-overdue', manager)] : [own];
};

/** Where the record stands between two checks, the missed ones put into the log once (4.1.1, 4.1.4, 4.1.10). */
export const checkStep: Step<ChecksMemory> = {
  memory: checksMemory,
  follow: (run, subject, memory) => {
    const { checkedAt } = subject;
    const since = checksSince(run, subject, memory);
    const cadence = cadenceOf(run, subject);
    const judgeFrom = (from: string, now: Date): CheckVerdict =>
      judgeCheck({ cadence, from, now, calendar: run.calendar, dueDays: run.settings.checkDueDays });
    const before = laterInstant(textOrNull(subject.record.tagLastCheckedAt), since);
    // What passed before a check came is missed, whether or not a sweep looked in between.
    const overdue = checkedAt === null ? [] : judgeFrom(before, new Date(checkedAt)).missed;
    const verdict = judgeFrom(checkedAt === null ? before : laterInstant(checkedAt, since), run.now);
    const missed = [...overdue, ...verdict.missed]
      .sort()
      .filter((date, at, dates) => date > (memory.missedUntil ?? '') && date !== dates[at - 1]);
    return {
      fields: { tagNextCheckOn: verdict.dueDate, tagCheckState: verdict.state },
      facts: missed.map((date) => missedFact(run, subject, date)),
      matters: checkMatters(run, subject, verdict),
      memory: { since, missedUntil: missed.at(-1) ?? memory.missedUntil },
    };
  },
};
