import { findTag, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { isOwnEntry } from '../../../workflows/dictionary/term-task.ts';
import { NO_TERMS, type Terms, termsOf } from '../../../workflows/judgement/terms.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { keyOf } from './read-option.ts';

/** What a word stands for on a list: a term of the dictionary, by the id of its entry, or one of the list's own options. */
export type Meaning = { readonly term: string } | { readonly option: string };

/** What the dictionary's own entries add to lists. */
export interface ListTerms {
  /** By the list as `object.tag`, then by the word's key; null for a word of several entries, which stands for none. */
  readonly meanings: ReadonlyMap<string, ReadonlyMap<string, Meaning | null>>;
  /** The terms as the rules judge them. */
  readonly terms: Terms;
}

/** A dictionary nobody has added to, or that was not read. */
export const NO_LIST_TERMS: ListTerms = { meanings: new Map(), terms: NO_TERMS };

const textsOf = (row: TwentyRecord): readonly string[] =>
  [row.term || row.name, ...(Array.isArray(row.aliases) ? row.aliases : [])].map((word) => String(word ?? '').trim());

const statusOf = ({ status }: TwentyRecord): unknown => status ?? 'DRAFT';

/** What an entry stands for: itself, or what replaces it once it is retired; undefined where nothing does. */
const meaningOf = (tag: Tag, row: TwentyRecord, byId: ReadonlyMap<string, TwentyRecord>): Meaning | undefined => {
  let at: TwentyRecord | undefined = row;
  for (const seen = new Set<unknown>(); at && !seen.has(at.id); ) {
    seen.add(at.id);
    const id = String(at.id);
    const own = tag.options?.find(({ value }) => entryId(tag.object, tag.name, value) === id);
    if (own) return { option: own.value };
    if (statusOf(at) !== 'RETIRED') return isOwnEntry(at) && at.tag === tag.name ? { term: id } : undefined;
    const next = String(at.replacedById ?? '');
    const option = tag.options?.find(({ value }) => entryId(tag.object, tag.name, value) === next);
    if (option) return { option: option.value };
    at = byId.get(next);
  }
  return undefined;
};

const isSame = (left: Meaning | null | undefined, right: Meaning): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/**
 * What the entries of a dictionary add to lists (3.1.10): terms of open lists by their words and by what else they are
 * called, also those retired in favour of something; and further words for options. A word that two entries bear is none:
 * nothing is guessed. Pure.
 */
export const listTermsOf = (rows: readonly TwentyRecord[]): ListTerms => {
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  const meanings = new Map<string, Map<string, Meaning | null>>();
  for (const row of rows) {
    const tag = findTag(String(row.objectName ?? ''), String(row.tag ?? ''));
    const meaning = tag?.options ? meaningOf(tag, row, byId) : undefined;
    if (!tag || !meaning || ('term' in meaning && !tag.termIn)) continue;
    const list = `${tag.object}.${tag.name}`;
    const words = meanings.get(list) ?? new Map<string, Meaning | null>();
    meanings.set(list, words);
    for (const key of textsOf(row).filter(Boolean).map(keyOf)) {
      const known = words.get(key);
      words.set(key, known === undefined || isSame(known, meaning) ? meaning : null);
    }
  }
  return { meanings, terms: termsOf(rows) };
};

/** What a text of a list stands for beside the list's own options; undefined where nothing does. */
export const meaningIn = ({ meanings }: ListTerms, tag: Tag, text: string): Meaning | undefined =>
  meanings.get(`${tag.object}.${tag.name}`)?.get(keyOf(text)) ?? undefined;

/** The term that a column of the term itself means, by its word or by the id of its entry; undefined where it is none of the list's. */
export const termNamed = (listTerms: ListTerms, tag: Tag, named: string): string | undefined => {
  const list = tagsOf(tag.object).find((one) => one.termIn === tag.name);
  if (!list) return undefined;
  const meaning = meaningIn(listTerms, list, named);
  if (meaning) return 'term' in meaning ? meaning.term : undefined;
  const id = named.toLowerCase();
  const known = listTerms.terms.get(id);
  return known && ['', `${list.object}.${list.name}`].includes(known.list) ? id : undefined;
};

/** The words of the terms that may be used of a list. */
export const wordsOfList = ({ terms }: ListTerms, tag: Tag): readonly string[] =>
  tag.termIn
    ? [...terms.values()]
        .filter(({ list, status }) => list === `${tag.object}.${tag.name}` && status !== 'RETIRED')
        .map(({ word }) => word)
    : [];
