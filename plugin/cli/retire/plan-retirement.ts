import type { Kind, Tag } from '../../../objects/taxonomy/index.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import { holding } from '../../../workflows/gateway/added-options.ts';
import type { Filter } from '../../../workflows/gateway/filter.ts';
import { FILLED } from '../../../workflows/gateway/use-counts.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { type Fields, holds } from '../import/operations.ts';
import { UsageError } from '../output.ts';
import { promotionsOf } from '../terms/promotions.ts';
import { type Entry, entryText } from './find-entry.ts';

/** An entry that is retired, and what its records hold in its place from now on. */
export interface Retirement {
  readonly entry: Entry;
  readonly by: Entry;
}

/** Why a record keeps what is retired: it is for people to decide. */
export const CONFLICTS = {
  OTHER_VALUE: 'the replacement holds another value there; decide in Twenty which one stands',
  OTHER_TERM: 'another term stands beside the list there; decide in Twenty which one stands',
  OTHER_OPTION: 'the list says another option beside the term; take one of them out in Twenty',
  NO_OPTION: 'its value is no option of the replacement; decide in Twenty what it is',
} as const;
export type Conflict = keyof typeof CONFLICTS;

/** What becomes of a record: what is written of it, and whether it held the replacement already; or why nothing is. */
export type Outcome = { readonly after: Fields; readonly isThere: boolean } | { readonly conflict: Conflict };

/** Where the values of a tag stand. */
export const placeOf = ({ object, name, kind, via }: Tag): { readonly object: string; readonly field: string } => {
  const field = via?.field ?? name;
  return { object: via?.object ?? object, field: kind === 'MANY_TO_ONE' ? `${field}Id` : field };
};

/** The field that names the term of an open list. */
const linkOf = (list: Tag): string => `${list.termIn}Id`;

/** Kinds whose values one field can take from another, and what a field of each holds when it is empty. */
const EMPTY: Readonly<Partial<Record<Kind, unknown>>> = {
  TEXT: '',
  LONG_TEXT: '',
  SELECT: null,
  MULTI_SELECT: null,
  INTEGER: null,
  NUMBER: null,
  PERCENT: null,
  CURRENCY: { amountMicros: null, currencyCode: null },
  DATE: null,
  DATE_TIME: null,
  ARRAY: null,
  MANY_TO_ONE: null,
};

const isPeoples = ({ writer, via }: Tag): boolean => writer !== 'APPLICATION' && via?.object !== 'person';
const formOf = ({ kind, relation }: Tag): string =>
  kind === 'LONG_TEXT' ? 'TEXT' : `${kind} ${relation?.target ?? ''}`.trim();

const isOther = ({ kind, tag, option }: Entry): boolean =>
  kind === 'OPTION' && option === 'OTHER' && tag.termIn !== undefined;

/** Whether values can be moved from one tag to another. @throws UsageError, saying why not */
const assertTagsFit = (from: Tag, to: Tag): void => {
  const [left, right] = [placeOf(from), placeOf(to)];
  const names = `${from.object}.${from.name} and ${to.object}.${to.name}`;
  if (!isPeoples(from) || !isPeoples(to)) {
    throw new UsageError(`${names}: values are moved between tags that people fill in on the record itself`);
  }
  if (from.standard) throw new UsageError(`${from.object}.${from.name} is Twenty's own field; move its values there`);
  if (left.object !== right.object || formOf(from) !== formOf(to) || !(from.kind in EMPTY)) {
    throw new UsageError(`${names}: values are moved between tags of one kind on one object; retire it alone`);
  }
};

/** Refuses what cannot stand for each other. @throws UsageError, saying why not */
export const assertReplaceable = ({ entry, by }: Retirement): void => {
  const both = `${entryText(entry)} and ${entryText(by)}`;
  if (entry.id === by.id) throw new UsageError(`${entryText(entry)} cannot replace itself`);
  if (by.record.status === 'RETIRED') throw new UsageError(`${entryText(by)} is retired itself`);
  if (isOther(entry) || isOther(by)) {
    throw new UsageError(`${both}: “Other” of an open list stands for its terms; name a term or another option`);
  }
  if (entry.kind === 'TAG' || by.kind === 'TAG') {
    if (entry.kind !== by.kind) throw new UsageError(`${both}: a tag is replaced by a tag alone`);
    assertTagsFit(entry.tag, by.tag);
  } else if (entry.tag !== by.tag) {
    throw new UsageError(`${both}: an option is replaced by an option or a term of the same list`);
  }
};

/** The records that hold what is retired. */
export const recordsOf = ({ kind, id, tag, option }: Entry): { readonly object: string; readonly filter: Filter } => {
  const { object, field } = placeOf(tag);
  if (kind === 'TERM') return { object, filter: { [linkOf(tag)]: { eq: id } } };
  if (kind === 'OPTION') return { object, filter: holding({ object: tag.object, tag: tag.name, option }) };
  const name = tag.via?.field ?? tag.name;
  return { object, filter: FILLED[tag.kind]?.(name) ?? { [field]: { is: 'NOT_NULL' } } };
};

/** The fields of a record that decide what becomes of it, and that tell what it holds. */
export const fieldsOf = ({ entry, by }: Retirement): readonly string[] => {
  const { tag } = entry;
  const isTermsMatter = [entry, by].some(({ kind }) => kind === 'TERM');
  const list = [
    ...(isTermsMatter || (entry.kind === 'TAG' && tag.termIn) ? [linkOf(tag)] : []),
    ...(isTermsMatter && tag.otherIn ? [tag.otherIn] : []),
  ];
  return [...new Set([placeOf(tag).field, placeOf(by.tag).field, ...list])];
};

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

/** An answer in which one option stands for another; of a list each stands once. */
const answered = ({ kind }: Tag, value: unknown, from: string, to: string): unknown =>
  kind === 'MULTI_SELECT' ? [...new Set(listOf(value).map((one) => (one === from ? to : one)))] : to;

const optionByOption = ({ entry: { tag, option }, by }: Retirement, record: TwentyRecord): Outcome => {
  const { field } = placeOf(tag);
  const value = record[field];
  return {
    after: { [field]: answered(tag, value, option, by.option) },
    isThere: listOf(value).includes(by.option),
  };
};

const optionByTerm = ({ entry: { tag, option }, by }: Retirement, record: TwentyRecord): Outcome => {
  const link = linkOf(tag);
  const isThere = record[link] === by.id;
  if (!isThere && !isEmpty(record[link])) return { conflict: 'OTHER_TERM' };
  return { after: { [tag.name]: answered(tag, record[tag.name], option, 'OTHER'), [link]: by.id }, isThere };
};

const termByOption = ({ entry, by }: Retirement, record: TwentyRecord): Outcome => {
  const { tag, id } = entry;
  const value = record[tag.name];
  const isThere = value === by.option || listOf(value).includes(by.option);
  if (tag.kind === 'SELECT' && !isThere && value !== 'OTHER' && !isEmpty(value)) return { conflict: 'OTHER_OPTION' };
  const [operation] = promotionsOf({ list: tag, termId: id, option: by.option }, [record]);
  return { after: operation?.after ?? {}, isThere };
};

const tagByTag = ({ entry, by }: Retirement, record: TwentyRecord): Outcome => {
  const [from, to] = [placeOf(entry.tag).field, placeOf(by.tag).field];
  const [value, there] = [record[from], record[to]];
  const isThere = !isEmpty(there);
  if (isThere && !holds(there, value)) return { conflict: 'OTHER_VALUE' };
  const { options } = by.tag;
  const isUnlisted = [value].flat().some((one) => !options?.some((option) => option.value === one));
  if (options && isUnlisted) return { conflict: 'NO_OPTION' };
  return { after: { [to]: isThere ? there : value, [from]: EMPTY[entry.tag.kind] }, isThere };
};

/** What becomes of a record that holds what is retired. Pure. */
export const outcomeOf = (retirement: Retirement, record: TwentyRecord): Outcome => {
  const { entry, by } = retirement;
  if (entry.kind === 'TAG') return tagByTag(retirement, record);
  if (entry.kind === 'OPTION') return (by.kind === 'OPTION' ? optionByOption : optionByTerm)(retirement, record);
  if (by.kind === 'OPTION') return termByOption(retirement, record);
  return { after: { [linkOf(entry.tag)]: by.id }, isThere: false };
};
