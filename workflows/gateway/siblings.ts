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

/** How many opportunities a customer has, nested or not. */
const totalOf = ({ opportunities }: TwentyRecord): number => {
  const total = (opportunities as { totalCount?: unknown } | null | undefined)?.totalCount;
  return typeof total === 'number' ? total : 0;
};

/**
 * Opportunities with all others of their customers. Twenty nests a limited number of related records; where there are
 * more, they are read for themselves.
 */
export const completeSiblings = async (
  client: TwentyClient,
  deals: readonly TwentyRecord[],
): Promise<readonly TwentyRecord[]> => {
  const short = customersOf(deals).filter((customer) => totalOf(customer) > nodesOf(customer.opportunities).length);
  if (short.length === 0) return deals;
  const byCustomer = Map.groupBy(deals, ({ companyId }) => companyId);
  // As after an import, all of them may be among those that were read.
  const away = short.filter((customer) => totalOf(customer) > (byCustomer.get(customer.id)?.length ?? 0));
  const { siblings: read = [] } = await readNamed(client, {
    siblings: { ...SIBLINGS, filter: anyOf(isIn(SIBLINGS.link, idsOf(away))) },
  });
  const isAway = new Set(away.map(({ id }) => id));
  const siblings = [...read, ...deals.filter(({ companyId }) => !isAway.has(companyId))];
  const complete = new Map(withBelongings(short, SIBLINGS, siblings).map((customer) => [customer.id, customer]));
  return deals.map((deal) => ({
    ...deal,
    company: complete.get((deal.company as TwentyRecord | null)?.id) ?? deal.company,
  }));
};
