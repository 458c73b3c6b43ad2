import type { GovernedObject, Tag } from '../../../objects/taxonomy/index.ts';
import { isBlankText } from '../../../workflows/rules/characters.ts';
import { UsageError } from '../output.ts';
import { type Certainty, type Column, findColumn, findTagColumn, suggestColumn } from './columns.ts';
import type { FileContents, FileFault, FileNote } from './file-contents.ts';
import { type ListTerms, NO_LIST_TERMS } from './list-terms.ts';
import { findOption } from './read-option.ts';
import { readValue } from './read-value.ts';
import { isTwentysOwn } from './twenty-columns.ts';

/** Where the columns of a file go, and which go nowhere. */
export interface ColumnPlan {
  /** By the column's name in the file. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly faults: readonly FileFault[];
  readonly notes: readonly FileNote[];
  /** What the dictionary adds to lists. */
  readonly terms: ListTerms;
}

/** Columns somebody has given a meaning, by name: `--map COLUMN=TAG`. */
export type ColumnMap = ReadonlyMap<string, string>;

const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && isBlankText(raw));

/** Whether a value is one the tag can hold. */
const fits = (tag: Tag, raw: unknown): boolean => {
  const { value, findings } = readValue(tag, raw);
  if (findings.length > 0) return false;
  return !tag.options || [value].flat().every((one) => findOption(tag, String(one)) !== undefined);
};

/** Whether the values below a word with several meanings are those of the tag, most of them at least. */
const valuesFit = (tag: Tag, values: readonly unknown[]): boolean => {
  const told = values.filter((value) => !isBlank(value) && readValue(tag, value).value !== null);
  const judged = values.filter((value) => !isBlank(value));
  return judged.length === 0 || told.filter((value) => fits(tag, value)).length * 2 > judged.length;
};

const RANK: Readonly<Record<Certainty, number>> = { OWN: 1, ALIAS: 2, AMBIGUOUS: 3 };

interface Claim {
  readonly name: string;
  readonly column: Column;
  readonly rank: number;
}

const mappedColumn = (object: GovernedObject, tag: string): Column => {
  const column = findTagColumn(object, tag);
  if (!column) {
    const near = suggestColumn(object, tag);
    throw new UsageError(`--map: there is no tag "${tag}"${near ? `; did you mean "${near}"?` : ''}`);
  }
  return column;
};

const namesIn = (contents: FileContents): readonly string[] => [
  ...new Set([...contents.columns, ...contents.records.flatMap(({ fields }) => Object.keys(fields))]),
];

/**
 * Decides what each column of a file is: what somebody mapped, else by its name, and where that has several meanings,
 * by its values. Of two columns of one tag the one with the surer name counts.
 */
export const planColumns = (
  object: GovernedObject,
  contents: FileContents,
  mapped: ColumnMap,
  terms: ListTerms = NO_LIST_TERMS,
): ColumnPlan => {
  const names = namesIn(contents);
  const valuesOf = (name: string): readonly unknown[] => contents.records.map(({ fields }) => fields[name]);
  for (const name of mapped.keys()) {
    if (!names.includes(name)) throw new UsageError(`--map: the file has no column "${name}"`);
  }
  const faults: FileFault[] = [];
  const notes: FileNote[] = [];
  const claims: Claim[] = [];
  for (const name of names) {
    const given = mapped.get(name);
    const column = given === undefined ? findColumn(object, name) : mappedColumn(object, given);
    if (column === 'IGNORED') continue;
    if (column === undefined) {
      const near = suggestColumn(object, name);
      const hint = near ? `; did you mean "${near}"?` : '';
      notes.push({ code: 'UNKNOWN_COLUMN', line: null, message: `unknown column "${name}" was left out${hint}` });
    } else if (given === undefined && column.certainty === 'AMBIGUOUS' && !valuesFit(column.tag, valuesOf(name))) {
      if (isTwentysOwn(object, name)) continue;
      const message = `column "${name}" was left out: its values are not those of "${column.tag.label.en}"`;
      notes.push({ code: 'SPARE_COLUMN', line: null, message });
    } else claims.push({ name, column, rank: given === undefined ? RANK[column.certainty] : 0 });
  }
  const columns = new Map<string, Column>();
  const taken = new Map<Tag, Map<string | null, Claim>>();
  for (const claim of [...claims].sort((left, right) => left.rank - right.rank)) {
    const { name, column } = claim;
    const parts = taken.get(column.tag) ?? new Map<string | null, Claim>();
    taken.set(column.tag, parts);
    const [first] =
      column.part === null || parts.has(null) ? parts.values() : [parts.get(column.part)].filter((one) => !!one);
    if (!first) {
      parts.set(column.part, claim);
      columns.set(name, column);
    } else if (!valuesOf(name).every(isBlank) || contents.records.length === 0) {
      const message = `column "${name}" is the same tag as "${first.name}" and was left out`;
      if (claim.rank <= RANK.OWN) faults.push({ code: 'DUPLICATE_COLUMN', line: null, message });
      else if (!isTwentysOwn(object, name)) notes.push({ code: 'SPARE_COLUMN', line: null, message });
    }
  }
  return { columns, faults, notes, terms };
};
