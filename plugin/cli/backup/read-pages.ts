import type { BackedUpObject } from '../../../workflows/backup/backed-up.ts';
import { fieldsKept } from '../../../workflows/backup/backed-up.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import type { Filter } from '../../../workflows/gateway/filter.ts';
import { LIVE_OR_DELETED } from '../../../workflows/gateway/live-or-deleted.ts';
import { apiNames } from '../../../workflows/gateway/names.ts';
import { PAGE_SIZE } from '../../../workflows/gateway/read.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';

/** When a record was made, by whom, and whether it is in the trash. */
const STAMPS = 'id createdAt updatedAt deletedAt createdBy{source workspaceMemberId name}';

/** What is asked of each record of an object. */
export const selectionOf = (object: BackedUpObject, isEncrypted: boolean): string =>
  [STAMPS, ...fieldsKept(object, isEncrypted).map(({ selection }) => selection)].join(' ');

/** All records of an object that a backup keeps, those in the trash too. */
export const scopeOf = ({ scope }: BackedUpObject): Filter =>
  scope ? { and: [LIVE_OR_DELETED, scope] } : LIVE_OR_DELETED;

/** The same, written or put into the trash since an instant. */
export const changedSince = (object: BackedUpObject, since: string): Filter => ({
  and: [scopeOf(object), { or: [{ updatedAt: { gte: since } }, { deletedAt: { gte: since } }] }],
});

interface Connection {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: TwentyRecord }[];
}

/** The records of an object in the order of their ids, a page at a time; reading can go on where it was cut off. */
export class Pages {
  readonly #client: RecordsClient;
  readonly #plural: string;
  readonly #query: string;
  readonly #filter: Filter;
  #cursor: string | null;
  #isOver = false;

  constructor(
    client: RecordsClient,
    object: string,
    query: { filter: Filter; selection: string; after: string | null },
  ) {
    const { plural, type } = apiNames(object);
    this.#client = client;
    this.#plural = plural;
    this.#query = `query Pages($f:${type}FilterInput,$a:String){${plural}(filter:$f,first:${PAGE_SIZE},after:$a,orderBy:[{id:AscNullsFirst}]){pageInfo{hasNextPage endCursor} edges{node{${query.selection}}}}}`;
    this.#filter = query.filter;
    this.#cursor = query.after;
  }

  /** Where the next page begins. */
  get cursor(): string | null {
    return this.#cursor;
  }

  /** The next page; null when there is none. */
  async next(): Promise<readonly TwentyRecord[] | null> {
    if (this.#isOver) return null;
    const answer = await this.#client.request<Readonly<Record<string, Connection | undefined>>>(this.#query, {
      f: this.#filter,
      a: this.#cursor,
    });
    const connection = answer[this.#plural];
    const records = connection?.edges.map(({ node }) => node) ?? [];
    this.#isOver = !connection?.pageInfo.hasNextPage;
    this.#cursor = connection?.pageInfo.endCursor ?? this.#cursor;
    return records.length > 0 ? records : null;
  }
}

/** Lists Twenty takes in one request. */
const MOST_ROOTS = 20;

interface Counted {
  readonly object: string;
  readonly filter: Filter;
}

const countSome = async (client: RecordsClient, filters: readonly Counted[]): Promise<readonly [string, number][]> => {
  const variables = filters.map(({ object }, at) => `$f${at}:${apiNames(object).type}FilterInput`);
  const roots = filters.map(({ object }, at) => `${apiNames(object).plural}(filter:$f${at},first:1){totalCount}`);
  const answer = await client.request<Readonly<Record<string, Connection | undefined>>>(
    `query Count(${variables.join(',')}){${roots.join(' ')}}`,
    Object.fromEntries(filters.map(({ filter }, at) => [`f${at}`, filter])),
  );
  return filters.map(({ object }) => [object, answer[apiNames(object).plural]?.totalCount ?? 0]);
};

/** How many records each filter finds: one request for twenty of them. */
export const countEach = async (
  client: RecordsClient,
  filters: readonly Counted[],
): Promise<ReadonlyMap<string, number>> => {
  const counts: [string, number][] = [];
  for (let at = 0; at < filters.length; at += MOST_ROOTS) {
    counts.push(...(await countSome(client, filters.slice(at, at + MOST_ROOTS))));
  }
  return new Map(counts);
};
