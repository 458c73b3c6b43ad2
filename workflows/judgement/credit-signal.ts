import { addMonths } from '../calendar/epoch-day.ts';
import { RATINGS } from '../rules/credit-rating.ts';

export type CreditSignal = 'OK' | 'CAUTION' | 'STOP' | 'UNKNOWN';

/** What the credit record says. Dates `YYYY-MM-DD`. */
export interface CreditFacts {
  readonly rating: string | null;
  readonly previousRating: string | null;
  readonly ratedOn: string | null;
  readonly isOverdueNow: boolean;
  readonly hasOverdue: boolean;
  readonly overdueCount: number | null;
  readonly longestOverdueDays: number | null;
  /** The last day on which something was overdue. */
  readonly lastOverdueOn: string | null;
}

/** How long what happened weighs: a fact is over so many months after its day. */
export interface CreditWindow {
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly months: number;
}

const GRADES: readonly string[] = RATINGS;
const gradeOf = (rating: string | null): number => (rating === null ? -1 : GRADES.indexOf(rating));
const CAUTION_FROM = RATINGS.indexOf('BB');
const STOP_FROM = RATINGS.indexOf('CCC');
const STEEP_DROP = 2;

/** Whether something of a day still weighs; what bears no day does until it is given one. */
const weighs = (day: string | null, { today, months }: CreditWindow): boolean =>
  day === null || today < addMonths(day, months);

/**
 * What everybody may know of the sensitive record (2.1.23, 2.1.24, 5.1.6, A21), the first line that fits:
 * STOP at CCC or below, or while something is overdue;
 * CAUTION at BB and B, or while it is within the window that something was overdue or that the rating fell by two
 * grades or more;
 * UNKNOWN without a record or a rating;
 * OK otherwise: a customer who has paid recovers when the window has passed.
 */
export const creditSignal = (facts: CreditFacts | null, window: CreditWindow): CreditSignal => {
  if (!facts) return 'UNKNOWN';
  const grade = gradeOf(facts.rating);
  if (grade >= STOP_FROM || facts.isOverdueNow) return 'STOP';
  const wasOverdue = facts.hasOverdue || (facts.overdueCount ?? 0) > 0 || (facts.longestOverdueDays ?? 0) > 0;
  const before = gradeOf(facts.previousRating);
  const hasFallen = before >= 0 && grade >= 0 && grade - before >= STEEP_DROP;
  const isRemembered =
    (wasOverdue && weighs(facts.lastOverdueOn, window)) || (hasFallen && weighs(facts.ratedOn, window));
  if (grade >= CAUTION_FROM || isRemembered) return 'CAUTION';
  return grade < 0 ? 'UNKNOWN' : 'OK';
};
