import type { Money } from '../judgement/values.ts';

/**
 * How much of a target is reached, in percent. Whole percents that are reached: a hundred is the target itself, and
 * nothing just short of it. Null where there is no target, or nothing to compare with it.
 */
export const attainment = (actual: number | null, target: number | null): number | null =>
  actual === null || target === null || target <= 0 ? null : Math.floor((actual / target) * 100 + 1e-9);

const currencyOf = ({ currencyCode }: Money): string => currencyCode || 'CNY';

/** The same of money; amounts in different currencies cannot be compared. */
export const moneyAttainment = (actual: Money | null, target: Money | null): number | null =>
  actual && target && currencyOf(actual) === currencyOf(target)
    ? attainment(actual.amountMicros, target.amountMicros)
    : null;
