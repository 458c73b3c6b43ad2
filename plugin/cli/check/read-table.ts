import { folded, isBlankText } from '../../../workflows/rules/characters.ts';
import { simplify } from '../../../workflows/rules/simplify.ts';
import { UsageError } from '../output.ts';
import type { FileContents, FileFault, FileNote, RawRecord, Recognise } from './file-contents.ts';

/** What a piece of a table goes on from: the header of the first one, and how many records came before. */
export interface TableBefore {
  readonly header: readonly string[];
  readonly records: number;
}

/** What a table holds, and what its next piece goes on from. */
export interface TableContents extends FileContents {
  readonly header: readonly string[];
  readonly lastRow: number;
}

/** A row of cells, or why there is none. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: string | null;
}

/** Rows above the header that are looked at for it: titles, dates, who made the list. */
const MOST_ABOVE = 20;

const isEmpty = (row: Row): boolean => row.broken === null && row.cells.every(isBlankText);

/** The row that names most columns, the first one when none names more: a list may have a title above its header. */
const headerAt = (rows: readonly Row[], recognise: Recognise): number => {
  const knownIn = ({ cells, broken }: Row): number => (broken ? 0 : new Set(cells.filter(recognise)).size);
  const first = rows.findIndex((row) => !isEmpty(row));
  let best = first;
  for (let at = first + 1; at < Math.min(rows.length, first + MOST_ABOVE); at += 1) {
    const [row, found] = [rows[at], rows[best]];
    // One word alone may be a value as well.
    if (row && found && knownIn(row) > Math.max(1, knownIn(found))) best = at;
  }
  return best;
};

/** Spreadsheets leave commas behind the last column of some rows only: blank cells too many are no matter. */
const fitted = (cells: readonly string[], width: number): readonly string[] | null => {
  if (cells.length < width || cells.slice(width).some((cell) => cell !== '')) return null;
  return cells.slice(0, width);
};

const SUM =
  /^(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|总\s*和|grand total|sub-?total|totals?|sum)(?:\s*[:：(].*)?$/i;
const REMARK =
  /^(?:注|备注|说明|制表|制表人|制表日期|填表人|填报人|审核人|数据来源|打印时间|导出时间|以上|共\s*\d+\s*[条家户行个][^\s:(]*|source|note|exported|printed)(?:[\s:：(].*|$)/i;

/** Whether a row sums up the others, or says something of the list: nothing that a record would be. */
const isBelowTheList = (cells: readonly string[]): boolean => {
  const told = cells.filter((cell) => !isBlankText(cell)).map((cell) => simplify(folded(cell)));
  const [first = ''] = told;
  // A number of the row or nothing may stand before the word.
  const word = /^\d+$/.test(first) ? (told[1] ?? '') : first;
  return SUM.test(word) || (told.length <= 2 && REMARK.test(first));
};

interface Header {
  readonly line: number;
  readonly cells: readonly string[];
}

const isSameBelow = (rows: readonly (readonly string[])[], left: number, right: number): boolean =>
  rows.every((row) => isBlankText(row[right] ?? '') || row[left] === row[right]);

/** Of columns of one name, the one that counts: the first that has cells. */
const columnOf = (header: Header, rows: readonly (readonly string[])[], name: string): number => {
  const places = header.cells.flatMap((cell, at) => (cell === name ? [at] : []));
  return places.find((at) => rows.some((row) => !isBlankText(row[at] ?? ''))) ?? places[0] ?? 0;
};

const repeatedFaults = ({ line, cells }: Header, rows: readonly (readonly string[])[]): FileFault[] => {
  const repeated = new Set(cells.filter((column, at) => column !== '' && cells.indexOf(column) !== at));
  return [...repeated]
    .filter((name) => {
      const counts = columnOf({ line, cells }, rows, name);
      return rows.length === 0 || cells.some((cell, at) => cell === name && !isSameBelow(rows, counts, at));
    })
    .map((name) => ({
      code: 'DUPLICATE_COLUMN' as const,
      line,
      message: `column "${name}" stands twice; the first one counts`,
    }));
};

const namelessNotes = ({ line, cells }: Header, rows: readonly (readonly string[])[]): FileNote[] =>
  cells.flatMap((column, at) =>
    column === '' && rows.some((row) => !isBlankText(row[at] ?? ''))
      ? [{ code: 'UNKNOWN_COLUMN' as const, line, message: `column ${at + 1} has no name; it was left out` }]
      : [],
  );

/**
 * Makes records of rows: finds the header, leaves out what stands above it and what sums up below, and names the rows
 * that cannot be read. A further piece of a table has no header of its own.
 */
export const readTable = (
  rows: readonly Row[],
  fileName: string,
  recognise: Recognise,
  notes: readonly FileNote[] = [],
  before: TableBefore | null = null,
): TableContents => {
  const at = before ? -1 : headerAt(rows, recognise);
  const top: Row | undefined = before ? { line: 1, cells: before.header, broken: null } : rows[at];
  if (!top) throw new UsageError(`${fileName} is empty: its first line must name the columns`);
  if (top.broken) throw new UsageError(`${fileName}: line ${top.line} must name the columns, but ${top.broken}`);
  const header: Header = { line: top.line, cells: top.cells.map((cell) => cell.trim()) };
  const above = rows.slice(0, Math.max(0, at)).filter((row) => !isEmpty(row));
  const faults: FileFault[] = [];
  const passed: FileNote[] = above.map(({ line }) => ({
    code: 'PASSED_OVER',
    line,
    message: `line ${line} stands above the names of the columns and was passed over`,
  }));
  const width = header.cells.length;
  const read: { readonly row: number; readonly line: number; readonly values: readonly string[] }[] = [];
  let number = before?.records ?? 0;
  for (const row of rows.slice(at + 1)) {
    if (isEmpty(row)) continue;
    if (!row.broken && isBelowTheList(row.cells)) {
      const message = `line ${row.line} is no record but a sum or a remark, and was passed over`;
      passed.push({ code: 'PASSED_OVER', line: row.line, message });
      continue;
    }
    number += 1;
    const values = row.broken ? null : fitted(row.cells, width);
    if (values) read.push({ row: number, line: row.line, values });
    else {
      const why = row.broken ?? `${row.cells.length} cells where the header has ${width}`;
      faults.push({ code: 'BROKEN_LINE', line: row.line, message: `line ${row.line}: ${why}; it was left out` });
    }
  }
  const values = read.map((one) => one.values);
  const names = [...new Set(header.cells.filter((name) => name !== ''))];
  const columns = names.map((name) => ({ name, at: columnOf(header, values, name) }));
  const records = read.map(({ row, line, values: cells }): RawRecord => {
    return { row, line, fields: Object.fromEntries(columns.map((column) => [column.name, cells[column.at] ?? ''])) };
  });
  return {
    header: header.cells,
    lastRow: number,
    columns: names,
    records,
    faults: [...faults, ...repeatedFaults(header, values)],
    notes: [...notes, ...passed, ...namelessNotes(header, values)],
  };
};
