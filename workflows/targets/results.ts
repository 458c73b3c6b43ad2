import type { Money } from '../judgement/values.ts';
import { quarterOf } from '../rules/quarter.ts';
import { compareText } from '../run/compare-text.ts';

/** An opportunity that counts as signed. */
export interface SignedDeal {
  readonly id: string;
  readonly customerId: string | null;
  /** Workspace member; of whoever left, the one who owned it last. */
  readonly ownerId: string | null;
  /** Day of the contract, `YYYY-MM-DD` in the policy's zone. */
  readonly signedOn: string;
  readonly amount: Money | null;
}

/** A customer who may be new. */
export interface FirstSale {
  readonly customerId: string;
  /** First cooperation, `YYYY-MM-DD`. */
  readonly on: string;
  /** It bought before this CRM was used. */
  readonly isKnownBefore: boolean;
}

/** What somebody has sold in a quarter. */
export interface Result {
  readonly amounts: readonly Money[];
  readonly deals: number;
  readonly newCustomers: number;
}

/** Whoever has sold nothing. */
export const NO_RESULT: Result = { amounts: [], deals: 0, newCustomers: 0 };

/** Results by {@link resultKey}. */
export type Results = ReadonlyMap<string, Result>;

/** Whose results, and of which quarter. */
export const resultKey = (ownerId: string, quarter: string): string => `${ownerId}:${quarter}`;

/**
 * The opportunity with which a customer became one, of each new customer: that of its first day; of several of that day
 * the same one whoever looks.
 */
const firstDeals = (deals: readonly SignedDeal[], sales: readonly FirstSale[]): ReadonlySet<string> => {
  const byCustomer = Map.groupBy(deals, ({ customerId }) => customerId);
  const first = sales
    .filter(({ isKnownBefore }) => !isKnownBefore)
    .map(({ customerId, on }) =>
      (byCustomer.get(customerId) ?? [])
        .filter(({ signedOn }) => signedOn === on)
        .map(({ id }) => id)
        .sort(compareText)
        .at(0),
    );
  return new Set(first.filter((id) => id !== undefined));
};

/**
 * What each owner has sold in each quarter (2.4.5, 5.3.4): the opportunities whose contract was signed in it, and of these
 * the ones that won a customer. It follows from the records alone, whatever became of them in between.
 */
export const resultsOf = (deals: readonly SignedDeal[], sales: readonly FirstSale[]): Results => {
  const first = firstDeals(deals, sales);
  const owned = deals.flatMap((deal) =>
    deal.ownerId === null ? [] : [{ deal, key: resultKey(deal.ownerId, quarterOf(deal.signedOn)) }],
  );
  return new Map(
    [...Map.groupBy(owned, ({ key }) => key)].map(([key, own]) => [
      key,
      {
        amounts: own.flatMap(({ deal }) => deal.amount ?? []),
        deals: own.length,
        newCustomers: own.filter(({ deal }) => first.has(deal.id)).length,
      },
    ]),
  );
};
