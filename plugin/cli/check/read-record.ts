import type { Tag } from '../../../objects/taxonomy/index.ts';
import { asText, type Value, type Values } from '../../../workflows/judgement/values.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { type ListTerms, meaningIn, termNamed } from './list-terms.ts';
import type { ColumnPlan } from './plan-columns.ts';
import type { Scale } from './read-money.ts';
import { findOption } from './read-option.ts';
import { readValue } from './read-value.ts';

/** A record as the rules take it. */
export interface ParsedRecord {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** What stood in the file, by tag: a cell, or the parts of a composite. */
  readonly written: ReadonlyMap<Tag, unknown>;
  /** Terms of the dictionary that words of open lists stand for: ids by the tag that names the term. */
  readonly terms: Readonly<Record<string, string>>;
}

/**
 * An open list as Twenty keeps it: OTHER in the place of a word that is a term, which stands beside it (3.1.10). A list has
 * room for one: a second word stays as it is, and is told as no option.
 */
const withTerm = (
  terms: ListTerms,
  tag: Tag,
  value: Value,
): { readonly value: Value; readonly term: string | null } => {
  const isList = Array.isArray(value);
  if (!tag.termIn || (!isList && typeof value !== 'string')) return { value, term: null };
  let term: string | null = null;
  const items = [value].flat().map((item) => {
    const meaning = findOption(tag, String(item)) === undefined ? meaningIn(terms, tag, String(item)) : undefined;
    if (!meaning || !('term' in meaning) || (term !== null && term !== meaning.term)) return String(item);
    term = meaning.term;
    return 'OTHER';
  });
  if (term === null) return { value, term };
  return { value: isList ? [...new Set(items)] : (items[0] ?? null), term };
};

/** Whether a tag names a term of the dictionary. */
const isTerm = ({ relation }: Tag): boolean => relation?.target === 'tagDefinition';

/** Reads the fields of a record into values, by what its columns are. */
export const readRecord = (plan: ColumnPlan, fields: Readonly<Record<string, unknown>>): ParsedRecord => {
  const written = new Map<Tag, unknown>();
  const scales = new Map<Tag, Scale | null>();
  for (const [name, raw] of Object.entries(fields)) {
    const column = plan.columns.get(name);
    if (!column) continue;
    const { tag, part, scale } = column;
    scales.set(tag, scale ?? scales.get(tag) ?? null);
    if (part === null) written.set(tag, raw);
    else if (raw !== '') written.set(tag, { ...(written.get(tag) as object | undefined), [part]: raw });
    else if (!written.has(tag)) written.set(tag, null);
  }
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  const named: Record<string, string> = {};
  for (const [tag, raw] of written) {
    const read = readValue(tag, raw, scales.get(tag) ?? null, (list, text) => meaningIn(plan.terms, list, text));
    const { value, term } = withTerm(plan.terms, tag, read.value);
    values[tag.name] = isTerm(tag) ? (termNamed(plan.terms, tag, asText(value)) ?? value) : value;
    if (tag.termIn && term !== null) named[tag.termIn] = term;
    for (const { code, severity, data } of read.findings) {
      problems.push({ code, severity, tag: tag.name, clause: '3.2.7', data });
    }
  }
  // What a column says of the term itself goes before a word of the list.
  const terms = Object.fromEntries(Object.entries(named).filter(([name]) => !values[name]));
  return { values: { ...values, ...terms }, problems, written, terms };
};
