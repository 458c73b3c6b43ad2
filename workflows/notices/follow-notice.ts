import { KINDS_WITH_REASON } from '../../objects/taxonomy/notice-kinds.ts';
import type { GovernedObject, NoticeKind } from '../../objects/taxonomy/types.ts';
import type { CalendarStatus } from '../calendar/working-calendar.ts';
import { phrase } from '../messages/phrase.ts';
import { type Consequences, together } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import { type Entry, latestEntry } from '../run/entry.ts';
import { optionLabel } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import type { Merged } from '../run/merged.ts';
import type { PlannedTask } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import { type Matter, type TaskStand, taskId, taskOf } from '../run/task.ts';
import type { Completion } from './completions.ts';
import { type Correction, correctionOf } from './correction.ts';
import { holdersOf, readHolders, writeHolders } from './holders.ts';
import { judgeNotice, type NoticeStatus, type NoticeVerdict, noticeDays } from './judge-notice.ts';
import { clauseOf, kindOf, tagsOfKind } from './notice-kind.ts';
import {
  correctionKey,
  escalationKey,
  firstSubjectOf,
  hearerOf,
  noticeKey,
  reportKey,
  titleOf,
} from './notice-task.ts';
import { updaterOf } from './updater-of.ts';

/** A notice in one of these asks for nothing more. */
export const CLOSED: ReadonlySet<unknown> = new Set<NoticeStatus>(['DONE', 'DONE_LATE', 'CANCELLED']);

/** A record the notices are about; a notice may have none (deleted, or never said). */
export interface NoticeSubject {
  readonly object: GovernedObject;
  readonly record: TwentyRecord;
  /** What went up in it, its notices with it. */
  readonly merged?: Merged;
}

/**
 * Tells a notice from every other, and whether it was about a record when it was judged: destroying that record leaves
 * nothing else of it on the notice.
 */
export const keyOf = (notice: TwentyRecord, subject: NoticeSubject | null): string => {
  if (notice.isDetected === true || (subject && isMerged(notice, subject))) return String(notice.key);
  return subject ? `${REPORTED}${idOf(notice)}:${idOf(subject.record)}` : `${REPORTED}${idOf(notice)}`;
};
const REPORTED = 'reported:';

/** Whether a notice was about a record that went up in the one it is about now. */
const isMerged = (notice: TwentyRecord, { merged }: NoticeSubject): boolean =>
  merged?.ids.has(firstSubjectOf(notice) ?? '') === true;

/** A task of a notice. One that came along with a merge keeps the one it had, which is given its record again. */
const noticeTask = (
  run: Run,
  subject: NoticeSubject,
  notice: TwentyRecord,
  matter: Matter,
  stand: TaskStand,
): PlannedTask => ({
  ...taskOf(run, subject.object, idOf(subject.record), matter, stand),
  id: noticeTaskId(subject, notice, matter.key),
});

const noticeTaskId = (subject: NoticeSubject, notice: TwentyRecord, key: string): string => {
  const first = isMerged(notice, subject) ? firstSubjectOf(notice) : null;
  return taskId(subject.object, first ?? idOf(subject.record), key);
};

const shownOf = (notice: TwentyRecord): { dueAt: string; countedFrom: string; calendar: CalendarStatus } | null => {
  const dueAt = textOrNull(notice.dueAt);
  const countedFrom = textOrNull(notice.countedFrom);
  if (!dueAt || !countedFrom) return null;
  return { dueAt, countedFrom, calendar: notice.calendar === 'PROVISIONAL' ? 'PROVISIONAL' : 'OFFICIAL' };
};

/** The tasks and facts that a notice's new status asks for. */
export const followStatus = (
  run: Run,
  subject: NoticeSubject | null,
  notice: TwentyRecord,
  verdict: NoticeVerdict,
  known: {
    readonly kind: NoticeKind;
    readonly assigneeId: string | null;
    readonly completedAt: string | null;
    /** Who updated the tags, or cancelled the notice. */
    readonly closedBy: string | null;
    /** Who reported it; left out of a change that was found by itself, which nobody has to hear of. */
    readonly reportedById?: string | null;
  },
): Consequences => {
  const before = textOrNull(notice.judgedStatus);
  const isNew = textOrNull(notice.key) === null;
  const object = subject?.object ?? 'company';
  const subjectId = subject ? idOf(subject.record) : null;
  const name = subject ? nameOf(subject.object, subject.record) : (textOrNull(notice.name) ?? '');
  const { kind, assigneeId, completedAt, closedBy, reportedById } = known;
  const clause = clauseOf(object, kind);
  const isOpen = verdict.status === 'OPEN' || verdict.status === 'OVERDUE';
  const dueMoved = textOrNull(notice.dueAt) !== null && Date.parse(String(notice.dueAt)) !== Date.parse(verdict.dueAt);

  const isReopened = CLOSED.has(before);
  // One that had nobody to update its tags, for want of a record it is about, has now; another's is handed on.
  const heldBy = readHolders(notice);
  const had = heldBy ? heldBy.assigneeId : textOrNull(notice.assigneeId);
  const isAssigned = assigneeId !== null && assigneeId !== had;
  const { managerId } = holdersOf(run, assigneeId);
  const isEscalatedAnew = heldBy !== undefined && managerId !== null && managerId !== heldBy.managerId;
  const isRelinked = run.relinked.has(idOf(notice));
  const isMoved = subject?.merged?.fresh.some(({ id }) => id === firstSubjectOf(notice)) === true;
  const tasks: PlannedTask[] = [];
  const closedTasks: string[] = [];
  const facts: Fact[] = [];
  const fact = { object, subjectId, record: name, dueOn: verdict.dueOn };
  if (isOpen && subject && (isNew || dueMoved || isReopened || isAssigned || isRelinked || isMoved)) {
    const title = titleOf(run, 'task.notice', kind, name);
    const matter: Matter = {
      kind: 'NOTICE',
      key: noticeKey(notice),
      title,
      clause,
      tags: tagsOfKind(object, kind),
      dueOn: verdict.dueOn,
      assigneeId,
    };
    tasks.push(noticeTask(run, subject, notice, matter, { isReopened, isRewritten: !isNew }));
    const hearer = reportedById === undefined ? null : hearerOf(run, [reportedById, assigneeId]);
    if (hearer !== null) {
      const heard: Matter = {
        kind: 'REPORT',
        key: reportKey(notice),
        title: titleOf(run, 'task.report', kind, name),
        clause: '4.2.1',
        tags: tagsOfKind(object, kind),
        dueOn: verdict.dueOn,
        assigneeId: hearer,
      };
      tasks.push(noticeTask(run, subject, notice, heard, { isReopened, isRewritten: !isNew }));
    }
  }
  const isOverdueAnew = verdict.status === 'OVERDUE' && before !== 'OVERDUE';
  if (verdict.status === 'OVERDUE' && (isOverdueAnew || isEscalatedAnew || isMoved)) {
    if (subject) {
      const matter: Matter = {
        kind: 'NOTICE_OVERDUE',
        key: escalationKey(notice, verdict.dueAt),
        title: titleOf(run, 'task.escalation', kind, name),
        clause,
        tags: tagsOfKind(object, kind),
        dueOn: null,
        assigneeId: managerId,
      };
      tasks.push(noticeTask(run, subject, notice, matter, { isRewritten: !isOverdueAnew }));
    }
  }
  if (isOverdueAnew) {
    facts.push({
      ...fact,
      kind: 'NOTICE_OVERDUE',
      key: `${idOf(notice)}:${verdict.dueAt}`,
      at: verdict.dueAt,
      by: assigneeId,
      onTime: false,
      note: titleOf(run, 'notice.name', kind, name),
    });
  }
  if (subject && before === 'OVERDUE' && verdict.status !== 'OVERDUE') {
    closedTasks.push(noticeTaskId(subject, notice, escalationKey(notice, String(notice.dueAt))));
  }
  if (CLOSED.has(verdict.status) && before !== verdict.status) {
    if (subject && !isNew) {
      const keys = [noticeKey(notice), ...(reportedById === undefined ? [] : [reportKey(notice)])];
      closedTasks.push(...keys.map((key) => noticeTaskId(subject, notice, key)));
    }
    facts.push({
      ...fact,
      kind: 'NOTICE_CLOSED',
      key: `${idOf(notice)}:${verdict.status}:${textOrNull(notice.updatedAt) ?? 'detected'}`,
      at: completedAt ?? run.now.toISOString(),
      by: closedBy,
      ...(verdict.status === 'CANCELLED'
        ? { note: textOrNull(notice.note) ?? '' }
        : { onTime: verdict.status === 'DONE' }),
    });
  }
  return { facts, tasks, closedTasks };
};

type Told = Pick<Fact, 'object' | 'subjectId' | 'record'>;

/** 4.2.1: a change is reported at once, which is the same day (A9). */
const openedFact = (
  run: Run,
  notice: TwentyRecord,
  told: Told,
  {
    createdAt,
    occurredAt,
    reportedById,
  }: { readonly createdAt: string; readonly occurredAt: string; readonly reportedById: string | null },
): Fact => {
  const sameDay = run.calendar.dateOf(occurredAt);
  return {
    ...told,
    ...reasonOf(run, notice, kindOf(notice.kind)),
    kind: 'NOTICE_OPENED',
    record: told.record || (textOrNull(notice.name) ?? ''),
    key: idOf(notice),
    at: createdAt,
    by: reportedById,
    dueOn: sameDay,
    onTime: Date.parse(createdAt) < run.calendar.endOf(sameDay).getTime(),
  };
};

/** Writes of a field of a notice that events tell of. */
const entriesOn = (run: Run, notice: TwentyRecord, field: string): readonly Entry[] =>
  (run.entries.get(subjectKey('tagChangeNotice', idOf(notice))) ?? []).filter(({ tags }) => tags?.includes(field));

/** Who last wrote a field of a notice: as the events say, or else whoever wrote the notice last. */
const writerOf = (run: Run, notice: TwentyRecord, field: string): Entry =>
  latestEntry(entriesOn(run, notice, field)) ??
  writtenBy(notice) ?? { at: textOrNull(notice.updatedAt) ?? run.now.toISOString(), by: null };

/** Those whose timeliness hangs on the notice: who updates its tags, and who changed them without a report. */
const isMeasured = (by: string | null, notice: TwentyRecord, assigneeId: string | null): boolean =>
  by === null || by === assigneeId || (notice.isDetected === true && by === notice.reportedById);

/**
 * Tells of a correction of when the change happened; the manager too, when it is of somebody who is measured by it, or
 * of nobody knows whom.
 */
const followCorrection = (
  run: Run,
  notice: TwentyRecord,
  subject: NoticeSubject | null,
  { before, after, entry, line }: Correction,
  known: {
    readonly kind: NoticeKind;
    readonly assigneeId: string | null;
    readonly occurredAt: string;
    readonly told: Told;
  },
): Consequences => {
  const { kind, assigneeId, occurredAt, told } = known;
  const managerId = run.roster.managerOf(entry.by ?? assigneeId);
  const isTold = subject !== null && managerId !== entry.by && isMeasured(entry.by, notice, assigneeId);
  const matter: Matter = {
    kind: 'CORRECTION',
    key: correctionKey(notice, occurredAt),
    title: titleOf(run, 'task.correction', kind, told.record),
    clause: clauseOf(told.object, kind),
    note: line,
    dueOn: null,
    assigneeId: managerId,
  };
  return {
    facts: [
      {
        ...told,
        kind: 'NOTICE_CORRECTED',
        record: told.record || (textOrNull(notice.name) ?? ''),
        key: `${idOf(notice)}:${before}>${after}:${textOrNull(notice.updatedAt) ?? ''}`,
        at: entry.at,
        by: entry.by,
        tag: 'occurredAt',
        before,
        after,
        note: line,
      },
    ],
    tasks: isTold ? [taskOf(run, subject.object, idOf(subject.record), matter)] : [],
  };
};

/** A status somebody set that is not a person's to decide, or is set without its reason. */
const refusedFacts = (run: Run, notice: TwentyRecord, told: Told, verdict: NoticeVerdict): readonly Fact[] => {
  if (notice.status === notice.judgedStatus || notice.status === verdict.status) return [];
  const refusal = notice.status === 'CANCELLED' ? 'refusal.NOTICE_NOTE_MISSING' : 'refusal.NOTICE_STATUS_KEPT';
  const { at, by } = writerOf(run, notice, 'status');
  return [
    {
      ...told,
      kind: 'REFUSED',
      key: `notice:${idOf(notice)}:${textOrNull(notice.updatedAt) ?? ''}`,
      at,
      by,
      tag: 'status',
      note: phrase(refusal, run.settings.noticeLanguage),
    },
  ];
};

/** What the reporter was called when they reported. */
const reporterName = (run: Run, notice: TwentyRecord, reportedById: string | null): string => {
  const kept = textOrNull(notice.reportedByName);
  const isAnother = entriesOn(run, notice, 'reportedById').length > 0;
  if (kept && !isAnother) return kept;
  const { workspaceMemberId } = (notice.createdBy ?? {}) as { workspaceMemberId?: unknown };
  const id = reportedById ?? textOrNull(workspaceMemberId);
  return (id && run.names.get(id)) || '';
};

/** What is told of a change beside its kind: why a product changes (4.1.7), and what is outstanding of a member (4.1.12). */
const reasonOf = (run: Run, notice: TwentyRecord, kind: NoticeKind): { readonly note?: string } => {
  const cause = textOrNull(notice.cause);
  const label = cause && optionLabel('tagChangeNotice', 'cause', cause, run.settings.noticeLanguage);
  const reason = KINDS_WITH_REASON.has(kind) ? textOrNull(notice.description) : null;
  const note = [label, reason].filter(Boolean).join('\n');
  return note ? { note } : {};
};

/**
 * Judges a stored notice anew: what a person left out is filled in, deadline and status follow, and what a person
 * cannot decide is put back (4.1.3, 4.1.9, 4.2.1).
 */
export const followNotice = (
  run: Run,
  notice: TwentyRecord,
  subject: NoticeSubject | null,
  completion: Completion | null,
): Consequences => {
  const kind = kindOf(notice.kind);
  const createdAt = textOrNull(notice.createdAt) ?? run.now.toISOString();
  // A date from which nothing can be counted, such as the year 20026, is no answer.
  const said = textOrNull(notice.occurredAt);
  const occurredAt = said && run.calendar.reaches(said) ? said : createdAt;
  const completedAt =
    textOrNull(notice.completedAt) ?? (completion && !completion.isPartial ? completion.entry.at : null);
  const reporter = (notice.createdBy ?? null) as { workspaceMemberId?: unknown } | null;
  const reportedById = textOrNull(notice.reportedById) ?? run.roster.member(reporter?.workspaceMemberId);
  const assigneeId = subject
    ? updaterOf(run, subject, kind, textOrNull(notice.assigneeId))
    : run.roster.member(notice.assigneeId);
  const isCancelled = notice.status === 'CANCELLED' && textOrNull(notice.note) !== null;
  const verdict = judgeNotice({
    occurredAt,
    completedAt,
    isCancelled,
    days: noticeDays(subject?.object ?? null, kind, run.settings),
    now: run.now,
    calendar: run.calendar,
    shown: shownOf(notice),
  });
  const name = subject ? nameOf(subject.object, subject.record) : '';
  const closedBy = completion?.entry.by ?? writerOf(run, notice, 'status').by;
  const correction = correctionOf(run, notice, occurredAt, verdict.status, writerOf(run, notice, 'occurredAt'));
  const followed = followStatus(run, subject, notice, verdict, {
    kind,
    assigneeId,
    completedAt,
    closedBy,
    ...(notice.isDetected === true ? {} : { reportedById }),
  });
  const patch = differenceOf(notice, {
    key: keyOf(notice, subject),
    name: textOrNull(notice.name) ?? titleOf(run, 'notice.name', kind, name),
    kind,
    occurredAt,
    detectedAt: textOrNull(notice.detectedAt) ?? createdAt,
    reportedById,
    reportedByName: reporterName(run, notice, reportedById),
    assigneeId,
    ...(CLOSED.has(verdict.status) ? {} : { heldBy: writeHolders(holdersOf(run, assigneeId)) }),
    completedAt,
    countedFrom: occurredAt,
    ...(correction ? { correction: [textOrNull(notice.correction), correction.line].filter(Boolean).join('\n') } : {}),
    judgedStatus: verdict.status,
    ...verdict,
  });
  const told = { object: subject?.object ?? 'company', subjectId: subject && idOf(subject.record), record: name };
  const facts =
    textOrNull(notice.key) === null
      ? [openedFact(run, notice, told, { createdAt, occurredAt, reportedById })]
      : refusedFacts(run, notice, told, verdict);
  const corrected = correction
    ? [followCorrection(run, notice, subject, correction, { kind, assigneeId, occurredAt, told })]
    : [];
  return together([{ facts }, ...corrected, followed, { notices: patch ? [patch] : [] }]);
};
