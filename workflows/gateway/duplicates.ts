import { asText, type Value } from '../judgement/values.ts';
import type { Duplicates } from '../run/snapshot.ts';
import type { TwentyClient } from './client.ts';

interface Group {
  readonly groupByDimensionValues: readonly unknown[];
  readonly totalCount: number;
}

/** Most groups looked at: the largest come first, so that what repeats is among them. */
const MOST_GROUPS = 500;
const LARGEST_FIRST = `orderBy:[{aggregate:{totalCount:DescNullsLast}}],limit:${MOST_GROUPS}`;
const groupsOf = (query: string, key: string): string =>
  `${query}(groupBy:[{${key}:true}],${LARGEST_FIRST}){groupByDimensionValues totalCount}`;

const repeated = (groups: readonly Group[]): ReadonlySet<string> =>
  new Set(
    groups
      .filter((group) => group.totalCount > 1)
      .map(({ groupByDimensionValues: [key] }) => asText(key as Value))
      .filter((key) => key !== ''),
  );

/** Names, credit codes and product models that more than one record bears, counted by Twenty: two requests. */
export const loadDuplicates = async (client: TwentyClient): Promise<Duplicates> => {
  const named = await client.request<{
    companiesGroupBy: readonly Group[];
    tagProductsGroupBy: readonly Group[];
  }>(`query Names{${groupsOf('companiesGroupBy', 'tagMatchKey')} ${groupsOf('tagProductsGroupBy', 'tagMatchKey')}}`);
  const coded = await client.request<{ companiesGroupBy: readonly Group[] }>(
    `query Codes{${groupsOf('companiesGroupBy', 'tagCreditCodeKey')}}`,
  );
  return {
    names: repeated(named.companiesGroupBy),
    creditCodes: repeated(coded.companiesGroupBy),
    products: repeated(named.tagProductsGroupBy),
  };
};

const union = (left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...left, ...right]);

const without = (keys: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].filter((key) => !others.has(key)));

/** What repeats now and did not before. */
export const newDuplicates = (before: Duplicates, now: Duplicates): Duplicates => ({
  names: without(now.names, before.names),
  creditCodes: without(now.creditCodes, before.creditCodes),
  products: without(now.products, before.products),
});

/** What repeats in either. */
export const bothDuplicates = (left: Duplicates, right: Duplicates): Duplicates => ({
  names: union(left.names, right.names),
  creditCodes: union(left.creditCodes, right.creditCodes),
  products: union(left.products, right.products),
});
