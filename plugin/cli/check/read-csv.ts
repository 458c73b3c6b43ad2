import { CsvError, parse } from 'csv-parse/sync';
import type { FileContents, Recognise } from './file-contents.ts';
import { type Row, readTable, type TableBefore } from './read-table.ts';

const WHY: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark does not close where its cell ends',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
};

const DELIMITERS = [',', '\t', ';', '|'];

/** The delimiter that parts most cells, of those that part the same number in several lines before others. */
const delimiterOf = (lines: readonly string[]): string => {
  const told = lines.filter((line) => line.trim() !== '').slice(0, 10);
  const countIn = (line: string, one: string): number => line.split(one).length;
  const score = (one: string): number => Math.max(0, ...told.map((line) => countIn(line, one)));
  const header = told[0] ?? '';
  const first = DELIMITERS.reduce((best, one) => (countIn(header, one) > countIn(header, best) ? one : best), ',');
  // A title above the header holds no delimiter at all.
  if (countIn(header, first) > 1) return first;
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best), ',');
};

/** A cell, in quotation marks or without, and what ends it. */
const cellExpression = (delimiter: string): RegExp => {
  const end = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(` *(?:"((?:[^"]|"")*)" *|([^"\\r\\n${end}]*))(${end}|$)`, 'y');
};
const CELLS: ReadonlyMap<string, RegExp> = new Map(DELIMITERS.map((one) => [one, cellExpression(one)]));

/** The cells of a row whose quotation marks are all in order; null for any other. */
const plainCells = (text: string, delimiter: string): readonly string[] | null => {
  const cell = CELLS.get(delimiter);
  if (!cell) return null;
  const cells: string[] = [];
  for (cell.lastIndex = 0; ; ) {
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    if (end === undefined) return null;
    cells.push((quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim());
    if (end === '') return cells;
  }
};

const cellsOf = (text: string, delimiter: string): readonly string[] => {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim());
  // The parser takes its time to begin, and there is a row to begin with for every line.
  const plain = plainCells(text, delimiter);
  if (plain) return plain;
  const [cells = []] = parse(text, { delimiter, trim: true, relax_column_count: true }) as string[][];
  return cells.map((cell) => cell.trim());
};

const hasOddQuotes = (line: string): boolean => line.split('"').length % 2 === 0;

interface Lines {
  readonly lines: readonly string[];
  readonly delimiter: string;
  /** Lines of the file before these. */
  readonly before: number;
  /** Why a line cannot be read, by its number among these. */
  readonly damaged: ReadonlyMap<number, string>;
}

/** The row that begins at a line, as many lines as its quotation marks need to come in pairs, and the line behind it. */
const rowAt = ({ lines, delimiter, before, damaged }: Lines, start: number): Row & { readonly end: number } => {
  let end = start + 1;
  let isOpen = hasOddQuotes(lines[start] ?? '');
  for (; isOpen && end < lines.length; end += 1) if (hasOddQuotes(lines[end] ?? '')) isOpen = false;
  const row = (cells: readonly string[], broken: string | null) => ({ line: before + start + 1, end, cells, broken });
  const why = damaged.get(start + 1);
  if (why) return row([], why);
  if (isOpen) return row([], 'a quotation mark is opened and never closed');
  for (let line = start + 2; line <= end; line += 1) {
    const within = damaged.get(line);
    if (within) return row([], `line ${before + line}, which belongs to it: ${within}`);
  }
  try {
    return row(cellsOf(lines.slice(start, end).join('\n'), delimiter), null);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return row([], WHY[error.code] ?? error.message);
  }
};

/** Every row of a text. Behind one that cannot be read, the next line begins another. */
const rowsOf = (text: Lines, start: number): readonly Row[] => {
  const rows: Row[] = [];
  for (let at = start; at < text.lines.length; ) {
    const { end, ...row } = rowAt(text, at);
    rows.push(row);
    at = row.broken ? at + 1 : end;
  }
  return rows;
};

/** The line in which a spreadsheet says what parts the cells: `sep=;`. */
const SEPARATOR = /^"?sep=(.)"?\s*$/i;

/** What a piece of a CSV text goes on from. */
export interface CsvBefore extends TableBefore {
  readonly delimiter: string;
  readonly lines: number;
}

/** A piece of a CSV text, and what the next one goes on from. */
export interface CsvPiece {
  readonly contents: FileContents;
  readonly next: CsvBefore;
}

/**
 * Reads a piece of a CSV text that ends with a line: the first, which has the header, or one behind it. A row that cannot
 * be read is named by its line, and reading goes on at the next line, so that a quotation mark never closed does not
 * swallow the rows behind it.
 */
export const readCsvPiece = (
  text: string,
  fileName: string,
  recognise: Recognise,
  damaged: ReadonlyMap<number, string> = new Map(),
  before: CsvBefore | null = null,
): CsvPiece => {
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const [, told] = before ? [] : (SEPARATOR.exec(lines[first] ?? '') ?? []);
  const delimiter = before?.delimiter ?? told ?? delimiterOf(lines.slice(Math.max(0, first)));
  const rows = rowsOf({ lines, delimiter, before: before?.lines ?? 0, damaged }, told ? first + 1 : 0);
  const { header, lastRow, ...contents } = readTable(rows, fileName, recognise, [], before);
  const next = { header, records: lastRow, delimiter, lines: (before?.lines ?? 0) + lines.length - 1 };
  return { contents, next };
};

/** Reads CSV with commas, tabs, semicolons or bars. */
export const readCsv = (
  text: string,
  fileName: string,
  recognise: Recognise,
  damaged: ReadonlyMap<number, string> = new Map(),
): FileContents => readCsvPiece(text, fileName, recognise, damaged).contents;
