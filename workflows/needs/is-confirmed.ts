import type { WorkingCalendar } from '../calendar/working-calendar.ts';

export interface NeedFacts {
  /** When the customer confirmed, as the record says; null when it does not. ISO 8601. */
  readonly confirmedAt: string | null;
  /** The record said so together with what was found changed now. */
  readonly isSaidNow: boolean;
  /** There was no special need before: what is said of a confirmation is said of this one. */
  readonly isFirstNeed: boolean;
  /** When the need was entered. ISO 8601. */
  readonly enteredAt: string;
  /** Working days within which a confirmed need is to be entered. */
  readonly days: number;
  readonly calendar: WorkingCalendar;
}

/**
 * Whether the customer has confirmed a special need (4.2.3). A need is entered within some working days of its
 * confirmation: one that lies further back, and was on record before, was of an earlier need.
 */
export const isConfirmed = ({ confirmedAt, isSaidNow, isFirstNeed, enteredAt, days, calendar }: NeedFacts): boolean => {
  if (confirmedAt === null || !calendar.reaches(confirmedAt)) return false;
  if (isSaidNow || isFirstNeed) return true;
  return calendar.workdaysBetween(calendar.dateOf(confirmedAt), calendar.dateOf(enteredAt)) <= days;
};
