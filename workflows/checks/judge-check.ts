import type { Period, WorkingCalendar } from '../calendar/working-calendar.ts';

export type CheckState = 'CURRENT' | 'DUE' | 'OVERDUE';

export interface CheckFacts {
  /** How often; null when the record needs no checks. */
  readonly cadence: Period | null;
  /** The last check, or when the record came under the policy. ISO 8601. */
  readonly from: string;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  /** Working days before the end of the period from which a check counts as due. */
  readonly dueDays: number;
}

export interface CheckVerdict {
  readonly state: CheckState;
  /** The last working day of the period the check must be done in. */
  readonly dueDate: string | null;
  /** Due dates that passed without a check, oldest first. */
  readonly missed: readonly string[];
}

const MOST_MISSED = 60;

/**
 * Where a record stands between two checks (4.1.1, 4.1.4, 4.1.10, A6, A7). A check, like a new record, counts for the
 * period it falls in: the next is due at the end of the next period's last working day. A week without one is skipped.
 */
export const judgeCheck = ({ cadence, from, now, calendar, dueDays }: CheckFacts): CheckVerdict => {
  if (!cadence) return { state: 'CURRENT', dueDate: null, missed: [] };
  const dueDate = calendar.nextPeriodEnd(cadence, calendar.dateOf(from));
  const missed: string[] = [];
  for (
    let date = dueDate;
    calendar.hasEnded(date, now) && missed.length < MOST_MISSED;
    date = calendar.nextPeriodEnd(cadence, date)
  ) {
    missed.push(date);
  }
  const isNear = calendar.workdaysBetween(calendar.dateOf(now), dueDate) <= dueDays;
  return {
    state: missed.length > 0 ? 'OVERDUE' : isNear ? 'DUE' : 'CURRENT',
    dueDate,
    missed,
  };
};
