import type { GovernedObject, NoticeKind } from '../../objects/taxonomy/types.ts';
import type { CalendarStatus, WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Settings } from '../settings.ts';

export type NoticeStatus = 'OPEN' | 'DONE' | 'DONE_LATE' | 'OVERDUE' | 'CANCELLED';

export interface NoticeFacts {
  /** When it happened; for a product, when it was confirmed (A5). ISO 8601. */
  readonly occurredAt: string;
  /** When the tag followed; null while it has not. */
  readonly completedAt: string | null;
  /** A person cancelled it and said why. */
  readonly isCancelled: boolean;
  /** Working days the tag has to follow within. */
  readonly days: number;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** The deadline as last shown, and what it was counted from and by; null before the first time. */
  readonly shown: { readonly dueAt: string; readonly countedFrom: string; readonly calendar: CalendarStatus } | null;
}

export interface NoticeVerdict {
  readonly status: NoticeStatus;
  /** The instant the period ends, exclusive. ISO 8601 in UTC. */
  readonly dueAt: string;
  /** The day it ends with, as people read it: what ends at midnight belongs to the day before. */
  readonly dueOn: string;
  readonly calendar: CalendarStatus;
  readonly workingDaysTaken: number | null;
}

/** Working days within which the tag must follow a change of this kind (4.1.3, 4.1.9, 4.1.12, 4.2.1, 4.2.3). */
export const noticeDays = (object: GovernedObject | null, kind: NoticeKind, settings: Settings): number => {
  switch (kind) {
    case 'SPECIAL_NEED':
    case 'NEED':
    case 'COMPETITION':
    case 'PROGRESS':
    case 'MEMBER':
    case 'ACHIEVEMENT':
      return settings.otherChangeDays;
    case 'FUNCTION_UPGRADE':
    case 'PERFORMANCE':
    case 'APPLICATION_FIELD':
      return settings.productChangeDays;
    case 'NAME':
    case 'BUSINESS_SCOPE':
    case 'KEY_CONTACT':
    case 'OTHER_MAJOR':
      return object === 'tagProduct' ? settings.productChangeDays : settings.customerChangeDays;
  }
};

const isSameInstant = (left: string, right: string): boolean => Date.parse(left) === Date.parse(right);

const dueOf = (facts: NoticeFacts): { dueAt: string; calendar: CalendarStatus } => {
  const { occurredAt, days, calendar, shown, completedAt } = facts;
  const isCorrected = !shown || !isSameInstant(shown.countedFrom, occurredAt);
  // What is closed stays as it was judged; only a correction of when it happened opens the verdict again.
  if (!isCorrected && completedAt !== null) return { dueAt: shown.dueAt, calendar: shown.calendar };
  const counted = calendar.deadline({ from: occurredAt, days });
  const dueAt = counted.dueInstant.toISOString();
  // A deadline somebody has seen is never moved forward in time when a year's notice is loaded.
  const isEarlier = !isCorrected && Date.parse(dueAt) < Date.parse(shown.dueAt);
  return { dueAt: isEarlier ? shown.dueAt : dueAt, calendar: counted.calendar };
};

/**
 * Deadline and status of a change notice. The clock runs from when the change occurred (A2); late is done at the
 * deadline's instant or after it, overdue from that instant on.
 */
export const judgeNotice = (facts: NoticeFacts): NoticeVerdict => {
  const { occurredAt, completedAt, isCancelled, now, calendar } = facts;
  const due = dueOf(facts);
  const limit = Date.parse(due.dueAt);
  const late = (instant: number): boolean => instant >= limit;
  const done = completedAt === null ? null : Date.parse(completedAt);
  return {
    ...due,
    dueOn: calendar.dateOf(new Date(limit - 1)),
    status: statusOf(isCancelled, done, late, now),
    workingDaysTaken:
      completedAt === null
        ? null
        : Math.max(0, calendar.workdaysBetween(calendar.dateOf(occurredAt), calendar.dateOf(completedAt))),
  };
};

const statusOf = (
  isCancelled: boolean,
  done: number | null,
  late: (instant: number) => boolean,
  now: Date,
): NoticeStatus => {
  if (done !== null) return late(done) ? 'DONE_LATE' : 'DONE';
  if (isCancelled) return 'CANCELLED';
  return late(now.getTime()) ? 'OVERDUE' : 'OPEN';
};
