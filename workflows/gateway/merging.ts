import { MERGED_CHILDREN, type MergedChild } from '../duplicates/merged-children.ts';
import type { Mergeable } from '../duplicates/plan-merge.ts';
import { EDITED } from './caller.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { type Filter, idsOf } from './filter.ts';
import { apiNames, capitalize } from './names.ts';
import { readLists } from './read.ts';
import { WRITE_SIZE } from './write.ts';

/** Who moves what belongs to a record. */
export interface Movers {
  /** May what both the person and the application may. */
  readonly callerClient: TwentyClient;
  readonly client: TwentyClient;
}

/** Whether the token may edit and delete records of an object: asked by writes that touch no record. */
export const mayMerge = async (client: TwentyClient, object: Mergeable): Promise<boolean> => {
  const { type, updateMany, deleteMany } = apiNames(object);
  try {
    await client.request(
      `mutation MayMerge($f:${type}FilterInput!,$d:${type}UpdateInput!){${updateMany}(filter:$f,data:$d){id} ${deleteMany}(filter:$f){id}}`,
      { f: { id: { is: 'NULL' } }, d: { [EDITED[object]]: null } },
    );
    return true;
  } catch (error) {
    if (error instanceof TwentyError && error.code === 'FORBIDDEN') return false;
    throw error;
  }
};

const belongingTo = ({ object, link }: MergedChild, id: string, without: readonly string[]): Filter => {
  const belongs = { [link]: { eq: id } };
  return object === 'taskTarget' && without.length > 0
    ? { and: [belongs, { not: { taskId: { in: without } } }] }
    : belongs;
};

/** What of a record's belongings is looked at. */
export interface ChildrenQuery {
  readonly object: Mergeable;
  readonly id: string;
  /** Tasks that stay with it. */
  readonly without: readonly string[];
}

/** The ids of what belongs to a record, by kind: one request as long as each list fits a page. */
export const readChildren = async (
  client: TwentyClient,
  { object, id, without }: ChildrenQuery,
): Promise<ReadonlyMap<MergedChild, readonly string[]>> => {
  const children = MERGED_CHILDREN[object];
  const lists = await readLists(
    client,
    children.map((child) => ({ object: child.object, filter: belongingTo(child, id, without), selection: 'id' })),
  );
  return new Map(children.map((child, at) => [child, idsOf(lists[at])]));
};

/** Points records at another: what the application keeps by itself, all else with the rights of whoever asked. */
export const moveChildren = async (
  { client, callerClient }: Movers,
  children: ReadonlyMap<MergedChild, readonly string[]>,
  to: string,
): Promise<void> => {
  for (const [{ object, link, part }, ids] of children) {
    const { type, updateMany } = apiNames(object);
    for (let at = 0; at < ids.length; at += WRITE_SIZE) {
      await (part === 'KEPT' ? client : callerClient).request(
        `mutation Move($f:${type}FilterInput!,$d:${type}UpdateInput!){${updateMany}(filter:$f,data:$d){id}}`,
        { f: { id: { in: ids.slice(at, at + WRITE_SIZE) } }, d: { [link]: to } },
      );
    }
  }
};

/** Moves who works for a record, if anybody, and puts it into the trash by the same request, in the name of whoever asked. */
export const endMerge = async (
  movers: Movers,
  object: Mergeable,
  children: ReadonlyMap<MergedChild, readonly string[]>,
  [from, to]: readonly [from: string, to: string],
): Promise<void> => {
  const workers = [...children].filter(([{ part }, ids]) => part === 'WORKERS' && ids.length > 0);
  const most = workers.map(([child, ids]) => [child, ids.slice(WRITE_SIZE)] as const);
  await moveChildren(movers, new Map(most), to);
  const moves = workers.map(([child, ids], at) => {
    const { type, updateMany } = apiNames(child.object);
    return {
      variables: `,$f${at}:${type}FilterInput!,$d${at}:${type}UpdateInput!`,
      root: `${updateMany}(filter:$f${at},data:$d${at}){id} `,
      values: { [`f${at}`]: { id: { in: ids.slice(0, WRITE_SIZE) } }, [`d${at}`]: { [child.link]: to } },
    };
  });
  await movers.callerClient.request(
    `mutation End($i:UUID!${moves.map(({ variables }) => variables).join('')}){${moves.map(({ root }) => root).join('')}delete${capitalize(object)}(id:$i){id}}`,
    Object.assign({ i: from }, ...moves.map(({ values }) => values)),
  );
};
