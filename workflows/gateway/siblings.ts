import type { TwentyRecord } from '../run/record-change.ts';
import { nodesOf } from '../run/values-of.ts';
import { withBelongings } from './belongings.ts';
import type { TwentyClient } from './client.ts';
import { anyOf, idsOf, isIn } from './filter.ts';
import { readNamed } from './read.ts';
import { SIBLINGS } from './selection.ts';

const customersOf = (deals: readonly TwentyRecord[]): readonly TwentyRecord[] => [
  ...new Map(
    deals.flatMap(({ company }) => (company ? [[(company as TwentyRecord).id, company as TwentyRecord] as const] : [])),
  ).values(),
];

/**
 * Opportunities with all others of their customers. Twenty nests a limited number of related records; where there are
 * more, they are read for themselves.
 */
export const completeSiblings = async (
  client: TwentyClient,
  deals: readonly TwentyRecord[],
): Promise<readonly TwentyRecord[]> => {
  const short = customersOf(deals).filter(({ opportunities }) => {
    const total = (opportunities as { totalCount?: unknown } | null | undefined)?.totalCount;
    return typeof total === 'number' && total > nodesOf(opportunities).length;
  });
  if (short.length === 0) return deals;
  const { siblings = [] } = await readNamed(client, {
    siblings: { ...SIBLINGS, filter: anyOf(isIn(SIBLINGS.link, idsOf(short))) },
  });
  const complete = new Map(withBelongings(short, SIBLINGS, siblings).map((customer) => [customer.id, customer]));
  return deals.map((deal) => ({
    ...deal,
    company: complete.get((deal.company as TwentyRecord | null)?.id) ?? deal.company,
  }));
};
