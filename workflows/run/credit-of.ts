import { asNumber, type Value } from '../judgement/values.ts';
import { RATINGS } from '../rules/credit-rating.ts';
import { compareText } from './compare-text.ts';
import type { TwentyRecord } from './record-change.ts';
import { idOf, textOrNull } from './run.ts';

/** The rating before the present one, as the credit record remembers it. */
export const previousRating = (credit: TwentyRecord): string | null => {
  const judged = textOrNull(credit.judgedRating);
  const hasChanged = judged !== null && judged !== credit.rating;
  return hasChanged ? judged : textOrNull(credit.previousRating);
};

const GRADES: readonly string[] = RATINGS;
const gradeOf = (credit: TwentyRecord): number => GRADES.indexOf(textOrNull(credit.rating) ?? '');
const isRated = ({ rating }: TwentyRecord): boolean => textOrNull(rating) !== null;

/** The newest rating first; of one day the worse one; one without a day, and then one without a rating, last. */
const byRating = (left: TwentyRecord, right: TwentyRecord): number =>
  Number(isRated(right)) - Number(isRated(left)) ||
  compareText(textOrNull(right.ratedAt) ?? '', textOrNull(left.ratedAt) ?? '') ||
  gradeOf(right) - gradeOf(left) ||
  compareText(idOf(left), idOf(right));

/** True where one says so, false where one says that and none the other, null where none says anything. */
const eitherOf = (values: readonly unknown[]): boolean | null =>
  values.includes(true) ? true : values.includes(false) ? false : null;

const mostOf = (values: readonly unknown[]): number | null => {
  const numbers = values.map((value) => asNumber(value as Value)).filter((value) => value !== null);
  return numbers.length > 0 ? Math.max(...numbers) : null;
};

const latestOf = (values: readonly unknown[]): string | null =>
  values
    .flatMap((value) => textOrNull(value) ?? [])
    .sort(compareText)
    .at(-1) ?? null;

/**
 * What the credit records of a customer say; null when there is none. A customer has one credit record, but after a merge it
 * has those of both: they count as one, with the newest rating and the worst overdue.
 */
export const creditOf = (credits: readonly TwentyRecord[]): TwentyRecord | null => {
  const [rated, ...others] = [...credits].sort(byRating);
  if (!rated || others.length === 0) return rated ?? null;
  const all = (name: string): readonly unknown[] => credits.map((credit) => credit[name]);
  return {
    rating: rated.rating,
    ratedAt: rated.ratedAt,
    previousRating: rated.previousRating,
    judgedRating: rated.judgedRating,
    hasOverdue: eitherOf(all('hasOverdue')),
    isOverdueNow: eitherOf(all('isOverdueNow')),
    overdueCount: mostOf(all('overdueCount')),
    longestOverdueDays: mostOf(all('longestOverdueDays')),
    lastOverdueOn: latestOf(all('lastOverdueOn')),
  };
};
