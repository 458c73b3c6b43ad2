import { type CreditSignal, creditSignal } from '../judgement/credit-signal.ts';
import { asNumber, type Value } from '../judgement/values.ts';
import { creditOf, previousRating } from './credit-of.ts';
import type { TwentyRecord } from './record-change.ts';
import { type Run, textOrNull } from './run.ts';
import { nodesOf } from './values-of.ts';

/** Of a run, what the signal and the requirements hang on. */
export type CreditRun = Pick<Run, 'today' | 'settings' | 'rulings'>;

const dayOf = (value: unknown): string | null => textOrNull(value)?.slice(0, 10) ?? null;

/** The credit signal of a customer that was read with its credit records. */
export const creditSignalOf = (
  { today, settings }: Pick<CreditRun, 'today' | 'settings'>,
  company: TwentyRecord,
): CreditSignal => {
  const credit = creditOf(nodesOf(company.tagCredits));
  const facts = credit && {
    rating: textOrNull(credit.rating),
    previousRating: previousRating(credit),
    ratedOn: dayOf(credit.ratedAt),
    isOverdueNow: credit.isOverdueNow === true,
    hasOverdue: credit.hasOverdue === true,
    overdueCount: asNumber(credit.overdueCount as Value),
    longestOverdueDays: asNumber(credit.longestOverdueDays as Value),
    lastOverdueOn: dayOf(credit.lastOverdueOn),
  };
  return creditSignal(facts, { today, months: settings.creditWindowMonths });
};
