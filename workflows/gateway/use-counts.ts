import { findTag, type TagFacts } from '../../objects/taxonomy/facts.ts';
import type { Kind } from '../../objects/taxonomy/types.ts';
import { addUse, picklistUse, placeKey, termKey, type Use, type UseGroup } from '../dictionary/use-of.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import type { Filter } from './filter.ts';
import { apiNames, capitalize } from './names.ts';

/** Most groups of one picklist: a list of several options has a group for each set of them. */
const MOST_GROUPS = 2000;

const NOT_NULL = { is: 'NOT_NULL' };
const NOT_EMPTY = { neq: '' };

/** What a field of each kind holds when it is filled. */
export const FILLED: Readonly<Partial<Record<Kind, (name: string) => Filter>>> = {
  TEXT: (name) => ({ [name]: NOT_EMPTY }),
  LONG_TEXT: (name) => ({ [name]: NOT_EMPTY }),
  INTEGER: (name) => ({ [name]: NOT_NULL }),
  NUMBER: (name) => ({ [name]: NOT_NULL }),
  PERCENT: (name) => ({ [name]: NOT_NULL }),
  DATE: (name) => ({ [name]: NOT_NULL }),
  DATE_TIME: (name) => ({ [name]: NOT_NULL }),
  BOOLEAN: (name) => ({ [name]: { eq: true } }),
  CURRENCY: (name) => ({ [name]: { amountMicros: NOT_NULL } }),
  ADDRESS: (name) => ({ or: [{ [name]: { addressStreet1: NOT_EMPTY } }, { [name]: { addressCity: NOT_EMPTY } }] }),
  EMAILS: (name) => ({ [name]: { primaryEmail: NOT_EMPTY } }),
  PHONES: (name) => ({ [name]: { primaryPhoneNumber: NOT_EMPTY } }),
  FULL_NAME: (name) => ({ or: [{ [name]: { firstName: NOT_EMPTY } }, { [name]: { lastName: NOT_EMPTY } }] }),
  MANY_TO_ONE: (name) => ({ [`${name}Id`]: NOT_NULL }),
  ARRAY: (name) => ({ [name]: NOT_NULL }),
};

/** When its tags were last entered; of records that note no entries, when they were last written. */
const stampOf = (object: string): string => (findTag(object, 'tagEnteredAt') ? 'tagEnteredAt' : 'updatedAt');

interface Counted {
  readonly totalCount: number;
  readonly [aggregate: string]: unknown;
}
interface Group extends Counted {
  readonly groupByDimensionValues: readonly unknown[];
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Records by what they hold of a list, and by the term they name beside an open one. */
const groupsOf = async (
  client: TwentyClient,
  object: string,
  field: string,
  termIn: string | undefined,
): Promise<readonly UseGroup[]> => {
  const root = `${apiNames(object).plural}GroupBy`;
  const last = `max${capitalize(stampOf(object))}`;
  const dimensions = [`{${field}:true}`, ...(termIn ? [`{${termIn}:{id:true}}`] : [])].join();
  const answer = await client.request<Record<string, readonly Group[]>>(
    `query Use{${root}(groupBy:[${dimensions}],limit:${MOST_GROUPS}){groupByDimensionValues totalCount ${last}}}`,
  );
  return (answer[root] ?? []).map(({ groupByDimensionValues: [value, term], ...group }) => ({
    value,
    count: group.totalCount,
    lastAt: textOf(group[last]),
    term: textOf(term),
  }));
};

const countOf = async (client: TwentyClient, object: string, filter: Filter): Promise<Use> => {
  const { plural, type } = apiNames(object);
  const last = `max${capitalize(stampOf(object))}`;
  const answer = await client.request<Record<string, Counted>>(
    `query Use($f:${type}FilterInput){${plural}(filter:$f,first:1){totalCount ${last}}}`,
    { f: filter },
  );
  const found = answer[plural];
  return { count: found?.totalCount ?? 0, lastAt: textOf(found?.[last]) };
};

/** The uses of one tag, of each of its options and of the terms beside it: one request. Null where Twenty does not let the application look. */
const usesOf = async (client: TwentyClient, tag: TagFacts): Promise<readonly (readonly [string, Use])[] | null> => {
  const [object, field] = [tag.via?.object ?? tag.object, tag.via?.field ?? tag.name];
  try {
    if (tag.options) {
      const { tag: own, options, terms } = picklistUse(await groupsOf(client, object, field, tag.termIn));
      return [
        [placeKey(tag.object, tag.name), own],
        ...[...options].map(([option, use]) => [placeKey(tag.object, tag.name, option), use] as const),
        ...[...terms].map(([id, use]) => [termKey(id), use] as const),
      ];
    }
    const filled = FILLED[tag.kind]?.(field);
    return filled ? [[placeKey(tag.object, tag.name), await countOf(client, object, filled)]] : null;
  } catch (error) {
    if (error instanceof TwentyError && !error.isTransient) return null;
    throw error;
  }
};

/**
 * How often tags, their options and terms are used: one request a tag, one after the other, so that people's own requests come
 * between. What Twenty does not let the application count is left out.
 * @throws TwentyError when Twenty could not be reached
 */
export const countUses = async (client: TwentyClient, tags: readonly TagFacts[]): Promise<ReadonlyMap<string, Use>> => {
  const uses = new Map<string, Use>();
  for (const tag of tags) for (const [key, use] of (await usesOf(client, tag)) ?? []) addUse(uses, key, use);
  return uses;
};
