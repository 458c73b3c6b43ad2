import { findTag } from '../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { type AddedOption, addedOptions, type Enums, type EnumValue } from '../dictionary/added-options.ts';
import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { keptLists } from '../strays/keep-strays.ts';
import { straysMemory } from '../strays/strays-memory.ts';
import type { RecordsClient } from './client.ts';
import { TwentyError } from './errors.ts';
import type { Filter } from './filter.ts';
import { apiNames } from './names.ts';
import { readLists } from './read.ts';

/** One root: Twenty refuses two of one name, and an application may read no settings; the schema tells every list's options. */
const SCHEMA = 'query Options{__schema{types{name enumValues{name description}}}}';

interface SchemaAnswer {
  readonly __schema: {
    readonly types: readonly { readonly name: string; readonly enumValues?: readonly EnumValue[] | null }[];
  };
}

/** The enums of the workspace's schema: one request. */
export const readEnums = async (client: RecordsClient): Promise<Enums> => {
  const answer = await client.request<SchemaAnswer>(SCHEMA);
  return new Map(answer.__schema.types.flatMap(({ name, enumValues }) => (enumValues ? [[name, enumValues]] : [])));
};

/** What was added to the application's lists; nothing on a server that keeps its schema to itself. */
export const readAddedOptions = async (client: RecordsClient): Promise<readonly AddedOption[]> => {
  try {
    return addedOptions(await readEnums(client));
  } catch (error) {
    if (error instanceof TwentyError && !error.isTransient) return [];
    throw error;
  }
};

/** Records that hold an option of a list. The option must be one of the workspace's. */
export const holding = ({ object, tag, option }: Omit<AddedOption, 'label'>): Filter =>
  findTag(object, tag)?.kind === 'MULTI_SELECT' ? { [tag]: { containsAny: [option] } } : { [tag]: { eq: option } };

/** An added option, and how many records hold it. */
export interface UsedOption extends AddedOption {
  readonly count: number;
}

/** How many records hold each of these: a request an option, of which there are few. */
export const countAdded = async (
  client: RecordsClient,
  added: readonly AddedOption[],
): Promise<readonly UsedOption[]> => {
  const counted: UsedOption[] = [];
  for (const option of added) {
    const { plural, type } = apiNames(option.object);
    const answer = await client.request<Record<string, { readonly totalCount: number }>>(
      `query Added($f:${type}FilterInput){${plural}(filter:$f,first:1){totalCount}}`,
      { f: holding(option) },
    );
    counted.push({ ...option, count: answer[plural]?.totalCount ?? 0 });
  }
  return counted;
};

/** An option that is gone, and how many records lack the value of it that is kept aside. */
export type ErasedOption = Omit<UsedOption, 'label'>;

/** Records of which something is kept aside. */
export const KEEPS_STRAYS: Filter = { tagBaseline: { like: '%"strays":%' } };

/** Whether a value that is kept aside stands on the record no more. */
export const isGone = (record: TwentyRecord, tag: string, option: string): boolean =>
  ![record[tag]].flat().includes(option);

/** Values that are kept aside of records, and that an apply has erased: how many records lack each. */
export const readErased = async (
  client: RecordsClient,
  added: readonly AddedOption[],
): Promise<readonly ErasedOption[]> => {
  const selectionOf = (object: GovernedObject): string =>
    ['id tagBaseline', ...keptLists(object).map(({ name }) => name)].join(' ');
  const found = await readLists(
    client,
    GOVERNED_OBJECTS.map((object) => ({ object, filter: KEEPS_STRAYS, selection: selectionOf(object) })),
  );
  // As long as the option is there, whoever lacks it had it taken off.
  const isThere = new Set(added.map(({ object, tag, option }) => `${object}.${tag}:${option}`));
  const erased = new Map<string, ErasedOption>();
  for (const [at, object] of GOVERNED_OBJECTS.entries()) {
    for (const record of found[at] ?? []) {
      for (const [tag, options] of Object.entries(remembered(straysMemory, record)?.strays ?? {})) {
        for (const option of options) {
          const key = `${object}.${tag}:${option}`;
          if (isThere.has(key) || !isGone(record, tag, option)) continue;
          erased.set(key, { object, tag, option, count: (erased.get(key)?.count ?? 0) + 1 });
        }
      }
    }
  }
  return [...erased.values()];
};
