import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../output.ts';
import type { FileContents, FileFault, RawRecord } from './file-contents.ts';

/** A row of cells, or why there is none; `end` is the line behind it. */
interface Row {
  readonly line: number;
  readonly end: number;
  readonly cells: readonly string[];
  readonly broken: string | null;
}

const WHY: Readonly<Record<string, string>> = {
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark does not close where its cell ends',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell that does not begin with one',
};

const delimiterOf = (header: string): string =>
  [',', '\t', ';'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best), ',');

const cellsOf = (text: string, delimiter: string): readonly string[] => {
  if (!text.includes('"')) return text.split(delimiter).map((cell) => cell.trim());
  const [cells = []] = parse(text, { delimiter, trim: true, relax_column_count: true }) as string[][];
  return cells.map((cell) => cell.trim());
};

const hasOddQuotes = (line: string): boolean => line.split('"').length % 2 === 0;

/** The row that begins at a line: as many lines as its quotation marks need to come in pairs. */
const rowAt = (lines: readonly string[], start: number, delimiter: string): Row => {
  let end = start + 1;
  let isOpen = hasOddQuotes(lines[start] ?? '');
  for (; isOpen && end < lines.length; end += 1) if (hasOddQuotes(lines[end] ?? '')) isOpen = false;
  const row = (cells: readonly string[], broken: string | null): Row => ({ line: start + 1, end, cells, broken });
  if (isOpen) return row([], 'a quotation mark is opened and never closed');
  try {
    return row(cellsOf(lines.slice(start, end).join('\n'), delimiter), null);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return row([], WHY[error.code] ?? error.message);
  }
};

/** Spreadsheets leave commas behind the last column of some rows only: blank cells too many are no matter. */
const fitted = (cells: readonly string[], width: number): readonly string[] | null => {
  if (cells.length < width || cells.slice(width).some((cell) => cell !== '')) return null;
  return cells.slice(0, width);
};

interface Header {
  readonly line: number;
  readonly cells: readonly string[];
  readonly end: number;
}

const headerOf = (lines: readonly string[], delimiter: string, fileName: string): Header => {
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) throw new UsageError(`${fileName} is empty: its first line must name the columns`);
  const { line, end, cells, broken } = rowAt(lines, start, delimiter);
  if (broken) throw new UsageError(`${fileName}: line ${line} must name the columns, but ${broken}`);
  return { line, end, cells };
};

const columnFaults = ({ line, cells }: Header, rows: readonly (readonly string[])[]): FileFault[] => {
  const repeated = new Set(cells.filter((column, at) => column !== '' && cells.indexOf(column) !== at));
  const nameless = cells.flatMap((column, at) => (column === '' && rows.some((row) => row[at] !== '') ? [at + 1] : []));
  return [
    ...[...repeated].map((column): FileFault => {
      return { code: 'DUPLICATE_COLUMN', line, message: `column "${column}" stands twice; the first one counts` };
    }),
    ...nameless.map((number): FileFault => {
      return { code: 'UNKNOWN_COLUMN', line, message: `column ${number} has no name; it was left out` };
    }),
  ];
};

/**
 * Reads CSV with commas, tabs or semicolons. A row that cannot be read is named by its line, and reading goes on at
 * the next line, so that a quotation mark never closed does not swallow the rows behind it.
 */
export const readCsv = (text: string, fileName: string): FileContents => {
  const lines = text.split(/\r\n|\n|\r/);
  const delimiter = delimiterOf(lines.find((line) => line.trim()) ?? '');
  const header = headerOf(lines, delimiter, fileName);
  const width = header.cells.length;
  const columns = header.cells
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) => name !== '' && header.cells.indexOf(name) === at);
  const faults: FileFault[] = [];
  const records: RawRecord[] = [];
  const rows: (readonly string[])[] = [];
  let number = 0;
  for (let at = header.end; at < lines.length; ) {
    const { line, end, cells, broken } = rowAt(lines, at, delimiter);
    at = end;
    if (!broken && cells.every((cell) => cell === '')) continue;
    number += 1;
    const values = broken ? null : fitted(cells, width);
    if (values) {
      rows.push(values);
      const fields = Object.fromEntries(columns.map((column) => [column.name, values[column.at] ?? '']));
      records.push({ row: number, line, fields });
    } else {
      const why = broken ?? `${cells.length} cells where the header has ${width}`;
      faults.push({ code: 'BROKEN_LINE', line, message: `line ${line}: ${why}; it was left out` });
      at = line;
    }
  }
  return { columns: columns.map(({ name }) => name), records, faults: [...faults, ...columnFaults(header, rows)] };
};
