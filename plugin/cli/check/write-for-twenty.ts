import { type GovernedObject, type Language, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';
import type { FileContents } from './file-contents.ts';
import type { ColumnPlan } from './plan-columns.ts';
import type { ParsedRecord } from './read-record.ts';
import { importColumns, instantOf, isId, isImportable } from './twenty-import.ts';

/** Signs that a spreadsheet would take for a formula; Twenty puts a joiner before them, and takes it away again. */
const FORMULA = /^[=+\-@\t\r]/;
const JOINER = '\u200d';
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A text as a cell of CSV that no spreadsheet takes for a formula. */
export const csvCell = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? JOINER + text : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What of a value that could not be read is written: the text as it stood, for Twenty to show. */
const asWritten = (raw: unknown): string => (typeof raw === 'object' || raw === undefined ? '' : String(raw).trim());

/** The column of ids that Twenty's own export begins with: by it, an import finds the records again. */
const idColumn = (contents: FileContents): string | undefined =>
  contents.columns.find((name) => /^id$/i.test(name) && contents.records.some(({ fields }) => isId(fields[name])));

/** A file for Twenty's import, and the columns that have no place in it. */
export interface WrittenFile {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/**
 * The records of a file as a CSV that Twenty's own import takes as they are: its labels, a column for each part, values
 * of options, JSON for lists, yes and no in its words, plain numbers and days. What another record holds, what the
 * application writes, and columns nobody knows are left out.
 */
export const writeForTwenty = (
  object: GovernedObject,
  contents: FileContents,
  plan: ColumnPlan,
  records: readonly ParsedRecord[],
  language: Language,
): WrittenFile => {
  const present = new Set([...plan.columns.values()].map(({ tag }) => tag));
  // Words of the file may stand for terms, which have no column of their own in it.
  const named = new Set(records.flatMap(({ terms }) => Object.keys(terms)));
  const tags = tagsOf(object).filter((tag) => (present.has(tag) || named.has(tag.name)) && isImportable(tag));
  const id = idColumn(contents);
  const columns = tags.flatMap((tag) =>
    importColumns(tag, language).map((column, at) => ({ ...column, tag, isFirst: at === 0 })),
  );
  const textIn = (record: ParsedRecord, tag: Tag, write: (typeof columns)[number]): string => {
    const isUnread = record.problems.some((problem) => problem.tag === tag.name);
    if (isUnread) return write.isFirst ? asWritten(record.written.get(tag)) : '';
    const value = record.values[tag.name];
    return tag.kind === 'DATE_TIME' && value ? instantOf(record.written.get(tag), value) : write.cell(value);
  };
  const rows = records.map((record, at) => [
    ...(id ? [String(contents.records[at]?.fields[id] ?? '').trim()] : []),
    ...columns.map((column) => textIn(record, column.tag, column)),
  ]);
  // Parts that no record has are no columns.
  const offset = id ? 1 : 0;
  const filled = columns.map((column, at) => column.isFirst || rows.some((row) => row[at + offset] !== ''));
  const kept = (row: readonly string[]): readonly string[] =>
    row.filter((_cell, at) => at < offset || filled[at - offset] === true);
  const lines = [[...(id ? ['Id'] : []), ...columns.map(({ header }) => header)], ...rows];
  return {
    text: `\uFEFF${lines.map((row) => kept(row).map(csvCell).join(',')).join('\r\n')}\r\n`,
    leftOut: [...plan.columns].filter(([, { tag }]) => !isImportable(tag)).map(([name]) => name),
  };
};
