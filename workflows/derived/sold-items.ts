import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';

/** An opportunity with its products, and of which industry its customer is. */
export interface SoldDeal {
  readonly deal: TwentyRecord;
  readonly industry: unknown;
}

/** Fields of offered products, by their ids. */
export type ItemFields = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** A product is sold on the day the contract is signed, to the industry its customer is of; till then it is only offered. */
export const soldItems = (deals: readonly SoldDeal[]): ItemFields =>
  new Map(
    deals.flatMap(({ deal, industry }) => {
      const soldOn = textOrNull(deal.tagSignedOn)?.slice(0, 10) ?? null;
      const fields = { soldOn, industry: soldOn === null ? null : (textOrNull(industry) ?? null) };
      return nodesOf(deal.tagItems).map((item) => [String(item.id), fields] as const);
    }),
  );
