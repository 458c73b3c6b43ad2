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
  /** Records asked for in one page; {@link PAGE_SIZE} when left out. Twenty limits what is written at once, not this. */
  readonly pageSize?: number;
  /**
   * Reads how many records there are of each value of this field, in place of the records: the values most have. Of
   * several fields each is given as Twenty takes it, such as `kind:true`.
   */
  readonly groupBy?: string | readonly string[];
  /** How many groups are looked at; {@link MOST_GROUPS} when left out. */
  readonly mostGroups?: number;
}

/** Lists by name; one without a filter is empty and not asked for. */
export type NamedQueries = Readonly<Record<string, Omit<ListQuery, 'filter'> & { readonly filter: Filter | null }>>;

/** What was found, by name. */
export type Lists = Readonly<Record<string, readonly TwentyRecord[]>>;

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: TwentyRecord }[];
}

type Groups = readonly TwentyRecord[];

/** Records asked for in one page. */
export const PAGE_SIZE = 200;
/** Most groups looked at: the largest come first, so that what repeats is among them. */
const MOST_GROUPS = 500;

/** The root field that answers a list. Twenty refuses two of one name in a request, aliases or not. */
const rootName = ({ object, groupBy }: ListQuery): string => `${apiNames(object).plural}${groupBy ? 'GroupBy' : ''}`;

const rootOf = (list: ListQuery, index: number): string => {
  if (list.groupBy) {
    const order = `orderBy:[{aggregate:{totalCount:DescNullsLast}}],limit:${list.mostGroups ?? MOST_GROUPS}`;
    const by = typeof list.groupBy === 'string' ? [`${list.groupBy}:true`] : list.groupBy;
    const fields = by.map((field) => `{${field}}`).join(',');
    return `${rootName(list)}(filter:$f${index},groupBy:[${fields}],${order}){${list.selection}}`;
  }
  const order = [list.orderBy, 'id'].flatMap((field) => (field ? `{${field}:AscNullsFirst}` : []));
  return `${rootName(list)}(filter:$f${index},first:${list.pageSize ?? PAGE_SIZE},after:$a${index},orderBy:[${order}]){pageInfo{hasNextPage endCursor} edges{node{${list.selection}}}}`;
};

const variablesOf = ({ object, groupBy }: ListQuery, index: number): string =>
  `$f${index}:${apiNames(object).type}FilterInput${groupBy ? '' : `,$a${index}:String`}`;

const documentOf = (lists: readonly (readonly [number, ListQuery])[]): string => {
  const variables = lists.map(([index, list]) => variablesOf(list, index));
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
        ...(list.groupBy ? [] : [[`a${index}`, cursor]]),
      ]),
    );
    const pairs = open.map(([index, list]) => [index, list] as const);
    const answer = await client.request<Record<string, Connection | Groups>>(documentOf(pairs), variables);
    open = open.flatMap(([index, list]): [number, ListQuery, string | null][] => {
      const connection = answer[rootName(list)];
      if (!connection) return [];
      if (!('edges' in connection)) {
        results[index]?.push(...connection);
        return [];
      }
      results[index]?.push(...connection.edges.map((edge) => edge.node));
      const goesOn = connection.pageInfo.hasNextPage && !list.isOnePage;
      return goesOn ? [[index, list, connection.pageInfo.endCursor]] : [];
    });
  }
  return results;
};

const wantedOf = (queries: NamedQueries): readonly (readonly [string, ListQuery])[] =>
  Object.entries(queries).flatMap(([name, { filter, ...query }]): [string, ListQuery][] =>
    filter ? [[name, { ...query, filter }]] : [],
  );

/** Whether two sets of lists can come in one request. */
export const canCombine = (left: NamedQueries, right: NamedQueries): boolean => {
  const names = new Set(wantedOf(left).map(([, query]) => rootName(query)));
  return !wantedOf(right).some(([, query]) => names.has(rootName(query)));
};

/** Reads sets of lists by name, in one request as long as each list fits a page. The answers stand in their order. */
export const readSets = async (client: RecordsClient, sets: readonly NamedQueries[]): Promise<readonly Lists[]> => {
  const wanted = sets.map(wantedOf);
  const found = await readLists(
    client,
    wanted.flatMap((set) => set.map(([, query]) => query)),
  );
  const next = found.values();
  return wanted.map((set) => Object.fromEntries(set.map(([name]) => [name, next.next().value ?? []])));
};

/** Reads lists by name, in one request as long as each fits a page. */
export const readNamed = async (client: RecordsClient, queries: NamedQueries): Promise<Lists> => {
  const [found = {}] = await readSets(client, [queries]);
  return found;
};
