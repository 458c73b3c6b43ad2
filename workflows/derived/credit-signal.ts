import { RATINGS } from '../rules/credit-rating.ts';

export type CreditSignal = 'OK' | 'CAUTION' | 'STOP' | 'UNKNOWN';

export interface CreditFacts {
  readonly rating: string | null;
  readonly previousRating: string | null;
  readonly isOverdueNow: boolean;
  readonly hasOverdue: boolean;
  readonly overdueCount: number | null;
  readonly longestOverdueDays: number | null;
}

const GRADES: readonly string[] = RATINGS;
const gradeOf = (rating: string | null): number => (rating === null ? -1 : GRADES.indexOf(rating));
const CAUTION_FROM = RATINGS.indexOf('BB');
const STOP_FROM = RATINGS.indexOf('CCC');
const STEEP_DROP = 2;

/**
 * What everybody may know of the sensitive record (2.1.23, 5.1.6, A21): STOP at CCC or below or while something is
 * overdue; CAUTION at BB and B, when something was overdue, or when the rating fell by two grades; UNKNOWN without a record.
 */
export const creditSignal = (facts: CreditFacts | null): CreditSignal => {
  if (!facts) return 'UNKNOWN';
  const grade = gradeOf(facts.rating);
  if (grade >= STOP_FROM || facts.isOverdueNow) return 'STOP';
  const wasOverdue = facts.hasOverdue || (facts.overdueCount ?? 0) > 0 || (facts.longestOverdueDays ?? 0) > 0;
  const before = gradeOf(facts.previousRating);
  const hasFallen = before >= 0 && grade >= 0 && grade - before >= STEEP_DROP;
  if (grade >= CAUTION_FROM || wasOverdue || hasFallen) return 'CAUTION';
  return grade < 0 ? 'UNKNOWN' : 'OK';
};
