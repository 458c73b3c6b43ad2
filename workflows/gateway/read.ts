import type { TwentyRecord } from '../run/record-change.ts';
import type { RecordsClient } from './client.ts';
import type { Filter } from './filter.ts';
import { apiNames } from './names.ts';

/** One list to read: which records, and which of their fields. */
export interface ListQuery {
  readonly object: string;
  readonly filter: Filter;
  readonly selection: string;
  /** What the records stand in the order of before their ids. */
  readonly orderBy?: string;
  /** Whether no more than the first page is read. */
  readonly isOnePage?: boolean;
}

/** Lists by name; one without a filter is empty and not asked for. */
export type NamedQueries = Readonly<Record<string, Omit<ListQuery, 'filter'> & { readonly filter: Filter | null }>>;

/** What was found, by name. */
export type Lists = Readonly<Record<string, readonly TwentyRecord[]>>;

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: TwentyRecord }[];
}

/** Records asked for in one page. */
export const PAGE_SIZE = 200;

const rootOf = (list: ListQuery, index: number): string => {
  const { plural } = apiNames(list.object);
  const order = [list.orderBy, 'id'].flatMap((field) => (field ? `{${field}:AscNullsFirst}` : []));
  return `${plural}(filter:$f${index},first:${PAGE_SIZE},after:$a${index},orderBy:[${order}]){pageInfo{hasNextPage endCursor} edges{node{${list.selection}}}}`;
};

const documentOf = (lists: readonly (readonly [number, ListQuery])[]): string => {
  const variables = lists.map(
    ([index, list]) => `$f${index}:${apiNames(list.object).type}FilterInput,$a${index}:String`,
  );
  return `query Read(${variables.join(',')}){${lists.map(([index, list]) => rootOf(list, index)).join(' ')}}`;
};

/**
 * Reads several lists whole, each of another object, in as few requests as their pages allow: one when every list
 * fits a page. The answers stand in the order of the queries.
 */
export const readLists = async (
  client: RecordsClient,
  lists: readonly ListQuery[],
): Promise<readonly (readonly TwentyRecord[])[]> => {
  const results: TwentyRecord[][] = lists.map(() => []);
  let open = lists.map((list, index): [number, ListQuery, string | null] => [index, list, null]);
  while (open.length > 0) {
    const variables = Object.fromEntries(
      open.flatMap(([index, list, cursor]) => [
        [`f${index}`, list.filter],
        [`a${index}`, cursor],
      ]),
    );
    const pairs = open.map(([index, list]) => [index, list] as const);
    const answer = await client.request<Record<string, Connection>>(documentOf(pairs), variables);
    open = open.flatMap(([index, list]): [number, ListQuery, string | null][] => {
      const connection = answer[apiNames(list.object).plural];
      if (!connection) return [];
      results[index]?.push(...connection.edges.map((edge) => edge.node));
      const goesOn = connection.pageInfo.hasNextPage && !list.isOnePage;
      return goesOn ? [[index, list, connection.pageInfo.endCursor]] : [];
    });
  }
  return results;
};

/** Reads lists by name, in one request as long as each fits a page. */
export const readNamed = async (client: RecordsClient, queries: NamedQueries): Promise<Lists> => {
  const wanted = Object.entries(queries).flatMap(([name, { filter, ...query }]): [string, ListQuery][] =>
    filter ? [[name, { ...query, filter }]] : [],
  );
  const found = await readLists(
    client,
    wanted.map(([, query]) => query),
  );
  return Object.fromEntries(wanted.map(([name], at) => [name, found[at] ?? []]));
};
