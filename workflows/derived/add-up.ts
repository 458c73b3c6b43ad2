import type { Money } from '../judgement/values.ts';

/** What amounts come to: of one currency, for different ones cannot be added. */
export interface Total {
  /** Null of no amounts. */
  readonly amount: Money | null;
  /** What the amount leaves out, since it is in another currency: a sum for each. */
  readonly leftOut: readonly Money[];
}

/** What the amounts of one currency add up to. */
interface Sum {
  readonly currency: string;
  readonly micros: number;
  readonly count: number;
}

/** What the amounts of each currency add up to, the currencies in order of the alphabet; one without is in yuan. */
const sumsOf = (amounts: readonly Money[]): readonly Sum[] => {
  const sums = new Map<string, Sum>();
  for (const { amountMicros, currencyCode } of amounts) {
    const currency = currencyCode || 'CNY';
    const { micros = 0, count = 0 } = sums.get(currency) ?? {};
    sums.set(currency, { currency, micros: micros + (amountMicros ?? 0), count: count + 1 });
  }
  return [...sums.values()].sort((left, right) => (left.currency < right.currency ? -1 : 1));
};

/** Currencies cannot be added up: the yuan count, or else the currency of most contracts. */
const countedOf = (sums: readonly Sum[]): Sum | undefined =>
  sums.find(({ currency }) => currency === 'CNY') ??
  sums.reduce<Sum | undefined>((most, sum) => (most && most.count >= sum.count ? most : sum), undefined);

const moneyOf = ({ currency, micros }: Sum): Money => ({ amountMicros: micros, currencyCode: currency });

/** Adds up amounts of one currency, and says what that leaves out: of the currency given, else of yuan, else of most. */
export const addUp = (amounts: readonly Money[], wanted: string | null = null): Total => {
  const sums = sumsOf(amounts);
  const counted =
    wanted === null
      ? countedOf(sums)
      : (sums.find(({ currency }) => currency === wanted) ?? { currency: wanted, micros: 0, count: 0 });
  return {
    amount: counted ? moneyOf(counted) : null,
    leftOut: sums.filter((sum) => sum !== counted && sum.micros !== 0).map(moneyOf),
  };
};

/** An amount as it is read in any language, such as `USD 12,000.50`. */
export const amountText = ({ amountMicros, currencyCode }: Money): string =>
  `${currencyCode} ${((amountMicros ?? 0) / 1_000_000).toLocaleString('en', { maximumFractionDigits: 2 })}`;
