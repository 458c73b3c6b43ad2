import { findTag, type Tag } from '../../../objects/taxonomy/index.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import type { Filter } from '../../../workflows/gateway/filter.ts';
import { readLists } from '../../../workflows/gateway/read.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { OBJECTS } from '../check/options.ts';
import { isId } from '../check/twenty-import.ts';
import { UsageError } from '../output.ts';

/** What an entry of the dictionary stands for: a tag, one of its options, or a term that people added to an open list. */
export interface Entry {
  readonly kind: 'TAG' | 'OPTION' | 'TERM';
  readonly id: string;
  readonly word: string;
  readonly tag: Tag;
  /** Empty unless it is an option. */
  readonly option: string;
  readonly record: TwentyRecord;
}

const SELECTION = 'id name objectName tag option term status replacedById';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The tag under which the dictionary keeps what somebody names: what the credit record holds stands under that record. */
const tagNamed = (object: string, name: string): Tag | undefined => {
  const tag = findTag(OBJECTS[object] ?? object, name);
  return tag?.via?.object === 'tagCredit' ? findTag('tagCredit', tag.via.field) : tag;
};

/** `company.tagRegion` or `company.tagCustomerType:DEALER`. */
const PLACE = /^(\w+)\.(\w+)(?::(\w+))?$/;

const hasOption = (tag: Tag, option: string): boolean => tag.options?.some(({ value }) => value === option) ?? false;

/** How an entry is asked for. @throws UsageError for a place that the policy does not have */
const filterOf = (text: string, list: Tag | undefined): Filter => {
  if (isId(text)) return { id: { eq: text.toLowerCase() } };
  if (list && hasOption(list, text)) return { id: { eq: entryId(list.object, list.name, text) } };
  const [, object = '', name = '', option = ''] = PLACE.exec(text) ?? [];
  const tag = tagNamed(object, name);
  if (tag) {
    if (option && !hasOption(tag, option)) throw new UsageError(`${option} is no option of ${tag.object}.${tag.name}`);
    return { id: { eq: entryId(tag.object, tag.name, option) } };
  }
  return { or: [{ term: { eq: text } }, { name: { eq: text } }] };
};

const entryOf = (record: TwentyRecord): Entry => {
  const [object, name, option] = [textOf(record.objectName), textOf(record.tag), textOf(record.option)];
  const [id, word] = [String(record.id), textOf(record.term) || textOf(record.name)];
  const tag = findTag(object, name);
  if (!tag) throw new UsageError(`the entry “${word}” names no tag, but "${object}.${name}"; say it in the dictionary`);
  const whole = { id, word, tag, record };
  if (option && hasOption(tag, option)) return { ...whole, kind: 'OPTION', option };
  if (id === entryId(tag.object, tag.name)) return { ...whole, kind: 'TAG', option: '' };
  if (tag.termIn && !option) return { ...whole, kind: 'TERM', option: '' };
  throw new UsageError(`the entry “${word}” is neither a tag, nor an option, nor a term of an open list`);
};

/**
 * The entry of the dictionary that somebody names: by `object.tag` or `object.tag:OPTION`, by its word, by its id, or by
 * an option of a list alone. @throws UsageError where there is none, or not one alone
 */
export const findEntry = async (client: RecordsClient, text: string, list?: Tag): Promise<Entry> => {
  const [rows = []] = await readLists(client, [
    { object: 'tagDefinition', filter: filterOf(text, list), selection: SELECTION },
  ]);
  const [row] = rows;
  if (!row)
    throw new UsageError(`the tag dictionary has no entry "${text}"; give OBJECT.TAG, OBJECT.TAG:OPTION or a term`);
  if (rows.length > 1) {
    const several = rows.map(({ id, name }) => `${textOf(name)} [${String(id)}]`).join(', ');
    throw new UsageError(`the tag dictionary has ${rows.length} entries "${text}"; give the id of one: ${several}`);
  }
  return entryOf(row);
};

/** How an entry is told: its word, and where it stands. */
export const entryText = ({ word, tag, option }: Entry): string =>
  `“${word}” (${tag.object}.${tag.name}${option && `:${option}`})`;
