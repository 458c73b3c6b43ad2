import { phrase } from '../messages/phrase.ts';
import type { Consequences } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import type { Revert } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { appealTaskId, readTask, readTaskId } from './assessment-tasks.ts';
import { type AssessmentStatus, judgeStatus, type StatusFault } from './judge-status.ts';
import type { Assessed } from './people.ts';

/** Who set the status of an assessment, and when; nobody is known to have where `by` is null. */
export interface StatusSet {
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** What follows from the status of an assessment. */
export interface FollowedAssessment extends Consequences {
  readonly status: AssessmentStatus;
  /** Why what was asked for may not be; null where it may. */
  readonly fault: StatusFault | null;
  readonly patch?: Patch | undefined;
  readonly revert?: Revert;
}

const wordsOf = (run: Run, fault: StatusFault, quarter: string): string => {
  const { noticeLanguage: language } = run.settings;
  return phrase('result.ASSESSMENT_KEPT', language, { quarter, reason: phrase(`refusal.${fault}`, language) });
};

const putBack = (run: Run, record: TwentyRecord, was: AssessmentStatus, fault: StatusFault, { by }: StatusSet) => {
  const quarter = String(record.quarter);
  const note = wordsOf(run, fault, quarter);
  const since = textOrNull(record.updatedAt) ?? run.now.toISOString();
  return {
    status: was,
    fault,
    revert: {
      object: 'tagAssessment',
      id: idOf(record),
      updatedAt: textOrNull(record.updatedAt),
      fields: { status: was, result: note },
    },
    facts: [
      {
        kind: 'REVERTED' as const,
        object: 'tagMember' as const,
        // Everybody reads the log: it tells what whoever set the status did, and not whose assessment it was.
        subjectId: null,
        record: quarter,
        key: `assessment:${idOf(record)}:${since}`,
        at: since,
        by,
        note,
      },
    ],
  };
};

/** When the days of an appeal are over, exclusive; null of one that is not confirmed. */
export const appealEnd = (run: Pick<Run, 'calendar'>, record: TwentyRecord): Date | null => {
  const until = textOrNull(record.appealUntil);
  return until ? run.calendar.endOf(until.slice(0, 10)) : null;
};

const fieldsOf = (run: Run, record: TwentyRecord, was: AssessmentStatus, status: AssessmentStatus, set: StatusSet) => {
  const name = (set.by && run.names.get(set.by)) || '';
  if (status === 'CONFIRMED') {
    const { dueDate } = run.calendar.deadline({ from: set.at, days: run.settings.appealDays });
    return { confirmedAt: set.at, confirmedBy: name, appealUntil: dueDate };
  }
  if (was === 'APPEALED') return { decidedAt: set.at, decidedBy: name };
  return { decidedAt: appealEnd(run, record)?.toISOString() ?? set.at };
};

/**
 * What follows from the status an assessment has: confirmed, it tells the member until when they may appeal; what may
 * not be is put back and told to the log, which everybody reads and which is told no figure. Right however often it is
 * looked at. `wanted` is the status somebody asks for, where it does not stand on the record yet.
 */
export const followAssessment = (
  run: Run,
  record: TwentyRecord,
  member: Assessed | null,
  supervisors: readonly Assessed[],
  set: StatusSet,
  wanted: unknown = record.status,
): FollowedAssessment => {
  const was = (textOrNull(record.judgedStatus) ?? 'DRAFT') as AssessmentStatus;
  const end = appealEnd(run, record);
  const { status, fault } = judgeStatus({
    was,
    now: wanted,
    by: set.by,
    member: member?.user ?? null,
    isSupervisor: supervisors.some(({ user }) => user === set.by),
    hasDecision: textOrNull(record.decision) !== null,
    isAppealOver: end !== null && run.now >= end,
  });
  if (fault) return putBack(run, record, was, fault, set);
  if (status === was) return { status, fault };
  const fields = { ...fieldsOf(run, record, was, status, set), status, judgedStatus: status, result: '' };
  const quarter = String(record.quarter);
  const { appealUntil } = fields as { readonly appealUntil?: string };
  return {
    status,
    fault,
    patch: differenceOf(record, fields),
    tasks: member && appealUntil ? [readTask(run, member, quarter, appealUntil)] : [],
    closedTasks: [
      ...(status === 'FINAL' && member && was === 'CONFIRMED' ? [readTaskId(member, quarter)] : []),
      ...(was === 'APPEALED' ? supervisors.map((one) => appealTaskId(one, idOf(record))) : []),
    ],
  };
};
