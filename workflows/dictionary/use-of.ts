import { findTag } from '../../objects/taxonomy/facts.ts';
import { formatEpochDay, parseEpochDay } from '../calendar/epoch-day.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { entryId } from './entry-id.ts';

/** After how many days a tag that nobody has used is told as unused (A29). */
export const UNUSED_AFTER_DAYS = 90;

/** Records that carry one value of a tag, or any. */
export interface UseGroup {
  /** An option, or several of a list; null where the tag is no picklist or is empty. */
  readonly value: unknown;
  readonly count: number;
  /** When tags of one of them were last entered. ISO 8601; null where that is not known. */
  readonly lastAt: string | null;
}

/** How often something is used, and when last. */
export interface Use {
  readonly count: number;
  readonly lastAt: string | null;
}

/** The options of a group: a list of several may come as a list, or as the database writes it: `{A,B}`. */
export const optionsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string' || value === '') return [];
  return value.startsWith('{') ? value.slice(1, -1).split(',').filter(Boolean) : [value];
};

const later = (left: string | null, right: string | null): string | null =>
  left === null || (right !== null && Date.parse(right) > Date.parse(left)) ? right : left;

const NONE: Use = { count: 0, lastAt: null };
const together = (left: Use, right: Use): Use => ({
  count: left.count + right.count,
  lastAt: later(left.lastAt, right.lastAt),
});

/** The use of a picklist and of each of its options: a record of several options is one of the tag and one of each. */
export const picklistUse = (
  groups: readonly UseGroup[],
): { readonly tag: Use; readonly options: ReadonlyMap<string, Use> } => {
  const options = new Map<string, Use>();
  let tag = NONE;
  for (const { value, count, lastAt } of groups) {
    const held = optionsIn(value);
    if (held.length === 0) continue;
    tag = together(tag, { count, lastAt });
    for (const option of held) options.set(option, together(options.get(option) ?? NONE, { count, lastAt }));
  }
  return { tag, options };
};

/** Tells an entry's place: the tag, or an option of it. */
export const placeKey = (object: string, tag: string, option = ''): string => `${object}.${tag}:${option}`;

/** The place of a term of an open list, which stands for no option: that of its word. */
export const termKey = (object: string, tag: string, word: string): string => placeKey(object, tag, `=${word.trim()}`);

/** Uses by {@link placeKey}; a tag that could not be counted is in none, and its entries stay as they are. */
export type Uses = ReadonlyMap<string, Use>;

const placeOf = (row: TwentyRecord) => {
  const [object = '', tag = '', option = ''] = ['objectName', 'tag', 'option'].map(
    (name) => textOrNull(row[name]) ?? '',
  );
  const isTerm = findTag(object, tag)?.termIn !== undefined && row.id !== entryId(object, tag, option);
  return { object, tag, option, word: isTerm ? termKey(object, tag, textOrNull(row.term) ?? '') : null };
};

/** What an entry is counted by: entries that have it in common are of the same. */
export const countedAs = (row: TwentyRecord): string => {
  const { object, tag, option, word } = placeOf(row);
  return word !== null && option === '' ? word : placeKey(object, tag, option);
};

/**
 * The use of an entry: of a tag, of an option, or of a term that people added to an open list. Undefined where its tag
 * could not be counted.
 */
export const entryUse = (row: TwentyRecord, uses: Uses): Use | undefined => {
  const { object, tag, word } = placeOf(row);
  if (!uses.has(placeKey(object, tag))) return undefined;
  return (word === null ? undefined : uses.get(word)) ?? uses.get(countedAs(row)) ?? NONE;
};

const dayAfter = (date: string, days: number): string => formatEpochDay(parseEpochDay(date) + days);

/**
 * What is to be written of the dictionary's entries so that they say how often each is used (3.2.2, A29). What is used no
 * more keeps the day it was last used on. `today` and `dateOf` are of the policy's zone.
 */
export const planUse = (
  rows: readonly TwentyRecord[],
  uses: Uses,
  today: string,
  dateOf: (instant: string) => string,
): readonly Patch[] =>
  rows.flatMap((row) => {
    const use = entryUse(row, uses);
    if (!use) return [];
    const { count, lastAt } = use;
    const known = textOrNull(row.lastUsedOn)?.slice(0, 10) ?? null;
    const found = lastAt === null ? null : dateOf(lastAt);
    const lastUsedOn = found !== null && (known === null || found > known) ? found : known;
    const since = lastUsedOn ?? dateOf(String(row.createdAt));
    const isUnused = dayAfter(since, UNUSED_AFTER_DAYS) < today;
    return differenceOf(row, { useCount: count, lastUsedOn, isUnused }) ?? [];
  });
