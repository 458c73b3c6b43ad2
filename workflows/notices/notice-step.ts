import { GOVERNED_OBJECTS, type GovernedObject, type NoticeKind } from '../../objects/taxonomy/types.ts';
import type { CalendarStatus } from '../calendar/working-calendar.ts';
import type { TagChange } from '../memory/seen.ts';
import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { differenceOf } from '../run/difference.ts';
import type { Entry } from '../run/entry.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import { logFact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, linkTo, nameOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import { openTask, taskId } from '../run/task.ts';
import { judgeNotice, type NoticeStatus, type NoticeVerdict, noticeDays } from './judge-notice.ts';

/** A change of tags that a notice asks for, or that asks for a notice. */
export interface Completion {
  readonly kind: NoticeKind;
  readonly entry: Entry;
  /** The version of the memory the change was found against. */
  readonly version: number;
  /** What changed; empty when the change came earlier and is complete only now (A5). */
  readonly changes: readonly TagChange[];
  /** When it happened, where the record says so; otherwise when the tag was edited. ISO 8601. */
  readonly occurredAt?: string;
  /** Required tags of the product are still missing (A5): the notice stays open. */
  readonly isPartial: boolean;
}

/** Upgrades of a product are told by the same tags, whichever of the three they are called (4.1.9). */
const PRODUCT_FAMILY: ReadonlySet<unknown> = new Set<NoticeKind>([
  'FUNCTION_UPGRADE',
  'PERFORMANCE',
  'APPLICATION_FIELD',
]);

const isFamily = (left: unknown, right: NoticeKind): boolean =>
  left === right || (PRODUCT_FAMILY.has(left) && PRODUCT_FAMILY.has(right));

const CLOSED: ReadonlySet<unknown> = new Set<NoticeStatus>(['DONE', 'DONE_LATE', 'CANCELLED']);

const CLAUSES: Readonly<Record<NoticeKind, string>> = {
  NAME: '4.1.3',
  BUSINESS_SCOPE: '4.1.3',
  KEY_CONTACT: '4.1.3',
  OTHER_MAJOR: '4.1.3',
  SPECIAL_NEED: '4.2.3',
  NEED: '4.2.1',
  COMPETITION: '4.1.6',
  PROGRESS: '4.1.5',
  FUNCTION_UPGRADE: '4.1.9',
  PERFORMANCE: '4.1.9',
  APPLICATION_FIELD: '4.1.9',
  MEMBER: '4.1.11',
};

/** A record the notices are about; null when it is not known (deleted, or never said). */
export interface Subject {
  readonly object: GovernedObject;
  readonly record: TwentyRecord;
}

const KINDS: ReadonlySet<unknown> = new Set(Object.keys(CLAUSES));
const kindOf = (value: unknown): NoticeKind => (KINDS.has(value) ? (value as NoticeKind) : 'OTHER_MAJOR');

const shownOf = (notice: TwentyRecord): { dueAt: string; countedFrom: string; calendar: CalendarStatus } | null => {
  const dueAt = textOrNull(notice.dueAt);
  const countedFrom = textOrNull(notice.countedFrom);
  if (!dueAt || !countedFrom) return null;
  return { dueAt, countedFrom, calendar: notice.calendar === 'PROVISIONAL' ? 'PROVISIONAL' : 'OFFICIAL' };
};

const clauseOf = (object: GovernedObject, kind: NoticeKind): string =>
  object === 'tagProduct' ? '4.1.9' : CLAUSES[kind];

const describe = (run: Run, object: GovernedObject, changes: readonly TagChange[]): string => {
  const language = run.settings.noticeLanguage;
  return changes
    .map(({ tag, before, after }) =>
      tag.sensitive || (before === null && after === null)
        ? phrase('notice.withheld', language, { tag: tagLabel(object, tag.name, language) })
        : phrase('notice.change', language, {
            tag: tagLabel(object, tag.name, language),
            before: before ?? '',
            after: after ?? '',
          }),
    )
    .join('\n');
};

const titleOf = (run: Run, key: 'notice.name' | 'task.notice' | 'task.escalation', kind: NoticeKind, name: string) =>
  phrase(key, run.settings.noticeLanguage, {
    kind: optionLabel('tagChangeNotice', 'kind', kind, run.settings.noticeLanguage),
    record: name,
  });

/** One escalation a deadline: a notice that was corrected and is overdue again is a new matter of the manager's. */
const escalationKey = (notice: TwentyRecord, dueAt: string): string =>
  `escalation:${idOf(notice)}:${new Date(dueAt).toISOString()}`;

/** The tasks a notice may have: of whoever updates the tags, and of the manager once it is overdue. */
export const noticeTaskKeys = (notice: TwentyRecord): readonly string[] => {
  const dueAt = textOrNull(notice.dueAt);
  return [`notice:${idOf(notice)}`, ...(dueAt ? [escalationKey(notice, dueAt)] : [])];
};

/** The tasks and log rows that a notice's new status asks for. */
const followStatus = (
  run: Run,
  subject: Subject | null,
  notice: TwentyRecord,
  verdict: NoticeVerdict,
  facts: {
    readonly kind: NoticeKind;
    readonly assigneeId: string | null;
    readonly completedAt: string | null;
    /** Who updated the tags, or cancelled the notice. */
    readonly closedBy: string | null;
  },
): void => {
  const before = textOrNull(notice.judgedStatus);
  const isNew = textOrNull(notice.key) === null;
  const object = subject?.object ?? 'company';
  const subjectId = subject ? idOf(subject.record) : null;
  const name = subject ? nameOf(subject.object, subject.record) : (textOrNull(notice.name) ?? '');
  const { kind, assigneeId, completedAt, closedBy } = facts;
  const clause = clauseOf(object, kind);
  const isOpen = verdict.status === 'OPEN' || verdict.status === 'OVERDUE';
  const dueMoved = textOrNull(notice.dueAt) !== null && Date.parse(String(notice.dueAt)) !== Date.parse(verdict.dueAt);

  const isReopened = CLOSED.has(before);
  // One that had nobody to update its tags, for want of a record it is about, has now.
  const isAssigned = textOrNull(notice.assigneeId) === null && assigneeId !== null;
  const isRelinked = run.relinked.has(idOf(notice));
  if (isOpen && subject && (isNew || dueMoved || isReopened || isAssigned || isRelinked)) {
    const matter = {
      key: `notice:${idOf(notice)}`,
      title: titleOf(run, 'task.notice', kind, name),
      clause,
      dueOn: verdict.dueOn,
      assigneeId,
    };
    openTask(run, object, idOf(subject.record), matter, isReopened);
  }
  if (verdict.status === 'OVERDUE' && before !== 'OVERDUE') {
    if (subject) {
      openTask(run, object, idOf(subject.record), {
        key: escalationKey(notice, verdict.dueAt),
        title: titleOf(run, 'task.escalation', kind, name),
        clause,
        dueOn: null,
        assigneeId: run.roster.managerOf(assigneeId),
      });
    }
    logFact(run, {
      kind: 'NOTICE_OVERDUE',
      object,
      subjectId,
      record: name,
      key: `${idOf(notice)}:${verdict.dueAt}`,
      at: verdict.dueAt,
      by: assigneeId,
      dueOn: verdict.dueOn,
      onTime: false,
      note: titleOf(run, 'notice.name', kind, name),
    });
  }
  if (subject && before === 'OVERDUE' && verdict.status !== 'OVERDUE') {
    run.draft.closedTasks.push(taskId(object, idOf(subject.record), escalationKey(notice, String(notice.dueAt))));
  }
  if (CLOSED.has(verdict.status) && before !== verdict.status) {
    if (subject && !isNew) run.draft.closedTasks.push(taskId(object, idOf(subject.record), `notice:${idOf(notice)}`));
    const at = completedAt ?? run.now.toISOString();
    logFact(run, {
      kind: 'NOTICE_CLOSED',
      object,
      subjectId,
      record: name,
      key: `${idOf(notice)}:${verdict.status}:${textOrNull(notice.updatedAt) ?? 'detected'}`,
      at,
      by: closedBy,
      dueOn: verdict.dueOn,
      ...(verdict.status === 'CANCELLED'
        ? { note: textOrNull(notice.note) ?? '' }
        : { onTime: verdict.status === 'DONE' }),
    });
  }
};

/**
 * Tells a notice from every other, and whether it was about a record when it was judged: destroying that record leaves
 * nothing else of it on the notice.
 */
const keyOf = (notice: TwentyRecord, subject: Subject | null): string => {
  if (notice.isDetected === true) return String(notice.key);
  return subject ? `${REPORTED}${idOf(notice)}:${idOf(subject.record)}` : `${REPORTED}${idOf(notice)}`;
};
const REPORTED = 'reported:';

/** Whether the record an open notice was about is gone: Twenty empties the relation and tells nobody. */
export const isOrphaned = (notice: TwentyRecord): boolean =>
  (notice.status === 'OPEN' || notice.status === 'OVERDUE') &&
  textOrNull(notice.key) !== null &&
  textOrNull(notice.key) !== keyOf({ ...notice, isDetected: false }, null) &&
  GOVERNED_OBJECTS.every((object) => textOrNull(notice[linkTo(object)]) === null);

/** Closes a notice whose record is gone: nobody can bring it in line with anything. */
export const closeOrphan = (run: Run, notice: TwentyRecord): void => {
  // Somebody took the record off it: it may get another.
  if (run.relinked.has(idOf(notice)) && notice.isDetected !== true) {
    run.draft.notices.push({ id: idOf(notice), fields: { key: keyOf(notice, null) } });
    return;
  }
  const note = textOrNull(notice.note) ?? phrase('notice.orphaned', run.settings.noticeLanguage);
  logFact(run, {
    kind: 'NOTICE_CLOSED',
    object: 'company',
    subjectId: null,
    record: textOrNull(notice.name) ?? '',
    key: `${idOf(notice)}:orphaned`,
    at: run.now.toISOString(),
    note,
  });
  run.draft.notices.push({ id: idOf(notice), fields: { status: 'CANCELLED', judgedStatus: 'CANCELLED', note } });
};

/**
 * Judges a stored notice anew: what a person left out is filled in, deadline and status follow, and what a person
 * cannot decide is put back (4.1.3, 4.1.9, 4.2.1).
 */
export const followNotice = (
  run: Run,
  notice: TwentyRecord,
  subject: Subject | null,
  completion: Completion | null,
): void => {
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
    ? assigneeOf(run, subject.object, subject.record, textOrNull(notice.assigneeId))
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
  const key = textOrNull(notice.key);
  if (key === null) {
    // 4.2.1: a change is reported at once, which is the same day (A9).
    const sameDay = run.calendar.dateOf(occurredAt);
    logFact(run, {
      kind: 'NOTICE_OPENED',
      object: subject?.object ?? 'company',
      subjectId: subject ? idOf(subject.record) : null,
      record: name || (textOrNull(notice.name) ?? ''),
      key: idOf(notice),
      at: createdAt,
      by: reportedById,
      dueOn: sameDay,
      onTime: Date.parse(createdAt) < run.calendar.endOf(sameDay).getTime(),
    });
  } else if (notice.status !== notice.judgedStatus && notice.status !== verdict.status) {
    logFact(run, {
      kind: 'REFUSED',
      object: subject?.object ?? 'company',
      subjectId: subject ? idOf(subject.record) : null,
      record: name,
      key: `notice:${idOf(notice)}:${textOrNull(notice.updatedAt) ?? ''}`,
      at: textOrNull(notice.updatedAt) ?? run.now.toISOString(),
      tag: 'status',
      note: phrase(
        notice.status === 'CANCELLED' ? 'refusal.NOTICE_NOTE_MISSING' : 'refusal.NOTICE_STATUS_KEPT',
        run.settings.noticeLanguage,
      ),
    });
  }
  const closedBy = completion?.entry.by ?? writtenBy(notice)?.by ?? null;
  followStatus(run, subject, notice, verdict, { kind, assigneeId, completedAt, closedBy });
  const patch = differenceOf(notice, {
    key: keyOf(notice, subject),
    name: textOrNull(notice.name) ?? titleOf(run, 'notice.name', kind, name),
    kind,
    occurredAt,
    detectedAt: textOrNull(notice.detectedAt) ?? createdAt,
    reportedById,
    assigneeId,
    completedAt,
    countedFrom: occurredAt,
    judgedStatus: verdict.status,
    ...verdict,
  });
  if (patch) run.draft.notices.push(patch);
};

/** Records a change of tags that nobody had reported (A2): its deadline is met unless somebody corrects when it happened. */
export const detectNotice = (run: Run, subject: Subject, completion: Completion): void => {
  const { object, record } = subject;
  const { kind, entry, version, changes, isPartial } = completion;
  const key = `detected:${kind}:${idOf(record)}:${version}`;
  const occurredAt = completion.occurredAt ?? entry.at;
  const completedAt = isPartial ? null : entry.at;
  const verdict = judgeNotice({
    occurredAt,
    completedAt,
    isCancelled: false,
    days: noticeDays(object, kind, run.settings),
    now: run.now,
    calendar: run.calendar,
    shown: null,
  });
  const assigneeId = assigneeOf(run, object, record);
  const name = nameOf(object, record);
  const notice = { id: recordId(key) };
  followStatus(run, subject, notice, verdict, { kind, assigneeId, completedAt, closedBy: entry.by });
  run.draft.notices.push({
    id: notice.id,
    fields: {
      key,
      name: titleOf(run, 'notice.name', kind, name),
      kind,
      [linkTo(object)]: idOf(record),
      description: describe(run, object, changes),
      occurredAt,
      detectedAt: entry.at,
      reportedById: run.roster.member(entry.by),
      assigneeId,
      completedAt,
      isDetected: true,
      countedFrom: occurredAt,
      judgedStatus: verdict.status,
      ...verdict,
    },
  });
};

const DAY = 86_400_000;
/** A report that says nothing of when it happened bears the instant it was made. */
const MOMENT = 300_000;

/**
 * The edit that a report speaks of, where the tag was edited first and reported after: it was found by itself, and the
 * report asks for nothing more. A change said to have happened after the edit is another.
 */
const editedBefore = (notice: TwentyRecord, notices: readonly TwentyRecord[]): Completion | null => {
  if (textOrNull(notice.key) !== null) return null;
  const kind = kindOf(notice.kind);
  const reported = Date.parse(String(notice.createdAt));
  const occurred = Date.parse(textOrNull(notice.occurredAt) ?? String(notice.createdAt));
  const from = reported - occurred < MOMENT ? reported - DAY : occurred;
  const found = notices.find((other) => {
    const completed = Date.parse(textOrNull(other.completedAt) ?? '');
    return other.isDetected === true && isFamily(other.kind, kind) && completed >= from && completed <= reported;
  });
  if (!found) return null;
  const entry = { at: String(found.completedAt), by: textOrNull(found.reportedById) };
  return { kind, entry, version: 0, changes: [], isPartial: false };
};

/**
 * Brings the notices of a subject in line with its tags: each change completes the open notices of its kind, or is
 * recorded as detected when there is none (4.1.3, 4.1.9, 4.2.1).
 */
export const followNotices = (
  run: Run,
  subject: Subject,
  notices: readonly TwentyRecord[],
  completions: readonly Completion[],
): void => {
  const completionOf = (notice: TwentyRecord): Completion | null => {
    if (CLOSED.has(notice.status) && textOrNull(notice.completedAt) !== null) return null;
    if (notice.status === 'CANCELLED' && textOrNull(notice.note) !== null) return null;
    const occurred = Date.parse(textOrNull(notice.occurredAt) ?? String(notice.createdAt));
    return (
      completions.find(
        (completion) => isFamily(notice.kind, completion.kind) && occurred <= Date.parse(completion.entry.at),
      ) ?? editedBefore(notice, notices)
    );
  };
  const met = new Set<Completion>();
  for (const notice of notices) {
    const completion = completionOf(notice);
    if (completion) for (const one of completions) if (isFamily(notice.kind, one.kind)) met.add(one);
    followNotice(run, notice, subject, completion);
  }
  for (const completion of completions) {
    if (!met.has(completion) && completion.changes.length > 0) detectNotice(run, subject, completion);
  }
};
