import type { Money } from '../judgement/values.ts';

/** How an amount stands to the customer's budget (2.1.17). */
export type BudgetVerdict = 'BELOW' | 'WITHIN' | 'OVER';

const currencyOf = (money: Money): string => money.currencyCode || 'CNY';
const microsOf = (money: Money): number => money.amountMicros ?? 0;

/**
 * Compares an amount with a budget in the same currency; null where there is nothing to compare. The verdict is told to
 * whoever may see the budget and is kept nowhere: beside an amount that many may change, it would give the budget away.
 */
export const judgeBudget = (amount: Money | null, from: Money | null, to: Money | null): BudgetVerdict | null => {
  if (!amount) return null;
  const ends = [from, to].filter((end) => end !== null);
  if (ends.length === 0 || ends.some((end) => currencyOf(end) !== currencyOf(amount))) return null;
  if (to && microsOf(amount) > microsOf(to)) return 'OVER';
  return from && microsOf(amount) < microsOf(from) ? 'BELOW' : 'WITHIN';
};
