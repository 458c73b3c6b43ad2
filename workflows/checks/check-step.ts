import { laterInstant } from '../run/later-instant.ts';
import { type Run, textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { checkCadence } from './check-cadence.ts';
import { checkedFact, missedFact } from './check-facts.ts';
import { checkMatters } from './check-matters.ts';
import { type ChecksMemory, checksMemory } from './checks-memory.ts';
import { groupsStanding } from './groups-standing.ts';
import { type CheckVerdict, judgeCheck } from './judge-check.ts';
import type { GroupsFacts } from './judge-groups.ts';

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
      facts: [
        ...checkedFact(run, subject, checkedAt, verdict.dueDate),
        ...missed.map((date) => missedFact(run, subject, date)),
      ],
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
