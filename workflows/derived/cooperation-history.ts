import { isSignedStage } from '../judgement/is-signed-stage.ts';
import type { Money } from '../judgement/values.ts';

/** A deal of the customer, as its history needs it. */
export interface Deal {
  readonly stage: string;
  readonly outcome: string | null;
  /** Date of the contract, `YYYY-MM-DD` in the policy's zone; null when it is not on record. */
  readonly signedOn: string | null;
  readonly amount: Money | null;
  /** Names of the products sold. */
  readonly products: readonly string[];
}

/** What was before this CRM was used. */
export interface OpeningBalance {
  readonly cooperations: number | null;
  readonly amount: Money | null;
  readonly since: string | null;
  /** Names of the products bought. */
  readonly products: readonly string[];
}

export interface CooperationHistory {
  readonly firstDate: string | null;
  readonly count: number;
  readonly amount: Money | null;
  /** What the amount leaves out, since it is in another currency: a sum for each. */
  readonly leftOut: readonly Money[];
  readonly products: readonly string[];
}

/** What the amounts of one currency add up to. */
interface Sum {
  readonly currency: string;
  readonly micros: number;
  readonly count: number;
}

/** A contract counts once the deal reached the signature and was not lost or given up (A14). */
export const isSigned = ({ stage, outcome }: Pick<Deal, 'stage' | 'outcome'>): boolean =>
  isSignedStage(stage) && outcome !== 'LOST' && outcome !== 'ABANDONED';

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

/** A customer's cooperation history from its signed deals and the opening balance (2.1.19–2.1.22). */
export const cooperationHistory = (deals: readonly Deal[], opening: OpeningBalance): CooperationHistory => {
  const signed = deals.filter(isSigned);
  const dates = [opening.since, ...signed.map((deal) => deal.signedOn)].filter((date) => date !== null).sort();
  const sums = sumsOf([opening.amount, ...signed.map((deal) => deal.amount)].filter((amount) => amount !== null));
  const counted = countedOf(sums);
  return {
    firstDate: dates[0] ?? null,
    count: (opening.cooperations ?? 0) + signed.length,
    amount: counted ? moneyOf(counted) : null,
    leftOut: sums.filter((sum) => sum !== counted && sum.micros !== 0).map(moneyOf),
    products: [...new Set([...opening.products, ...signed.flatMap((deal) => deal.products)])].sort(),
  };
};
