import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../output.ts';

/** Something in the file that could not be read; the rest was. */
export interface FileFault {
  readonly code: 'BROKEN_LINE' | 'UNKNOWN_COLUMN' | 'DUPLICATE_COLUMN';
  /** Line of the file, from 1; null where a file has no lines to speak of. */
  readonly line: number | null;
  readonly message: string;
}

/** A record as it stands in the file. */
export interface RawRecord {
  /** From 1, in the order of the file. */
  readonly row: number;
  readonly line: number | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface FileContents {
  readonly records: readonly RawRecord[];
  readonly faults: readonly FileFault[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiterOf = (header: string): string =>
  [',', '\t', ';'].reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best), ',');

/**
 * Cells of a stretch of lines. A quote that is never closed would swallow the rest of the file: its line is given up
 * and reading goes on behind it.
 */
const readLines = (lines: readonly string[], first: number, delimiter: string, faults: FileFault[]): Line[] => {
  if (lines.length === 0) return [];
  const broken = (line: number, why: string): void => {
    faults.push({ code: 'BROKEN_LINE', line, message: `line ${line}: ${why}` });
  };
  try {
    const found = parse(lines.join('\n'), {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      skip_records_with_error: true,
      on_skip: (error) => {
        if (error) broken(first + Number(error.lines ?? 1) - 1, error.message);
        return undefined;
      },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let previous = first - 1;
    return found.map(({ record, info }) => {
      const end = first + info.lines - 1;
      // `lines` counts to the end of a record; a record of one line ends where it begins.
      const line = lines[end - first]?.includes(record[0] ?? '') ? end : previous + 1;
      previous = end;
      return { line, cells: record };
    });
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const at = Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
    const before = readLines(lines.slice(0, at - 1), first, delimiter, faults);
    broken(first + at - 1, 'a quotation mark is opened and never closed');
    return [...before, ...readLines(lines.slice(at), first + at, delimiter, faults)];
  }
};

const readCsv = (text: string): FileContents => {
  const faults: FileFault[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  const [head, ...rows] = readLines(lines, 1, delimiterOf(lines.find((line) => line.trim()) ?? ''), faults);
  if (!head) throw new UsageError('the file is empty: the first line must name the columns');
  const records = rows
    .filter(({ line, cells }) => {
      if (cells.length === head.cells.length) return true;
      const message = `line ${line}: ${cells.length} cells where the header has ${head.cells.length}`;
      faults.push({ code: 'BROKEN_LINE', line, message });
      return false;
    })
    .map(({ line, cells }, at) => ({
      row: at + 1,
      line,
      fields: Object.fromEntries(head.cells.map((column, index) => [column, cells[index] ?? ''])),
    }));
  const repeated = head.cells.filter((column, at) => column !== '' && head.cells.indexOf(column) !== at);
  for (const column of new Set(repeated)) {
    faults.push({
      code: 'DUPLICATE_COLUMN',
      line: head.line,
      message: `column "${column}" stands twice; the last one counts`,
    });
  }
  return { records, faults };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readNdjson = (text: string): FileContents => {
  const faults: FileFault[] = [];
  const records: RawRecord[] = [];
  for (const [at, content] of text.split(/\r\n|\n/).entries()) {
    if (!content.trim()) continue;
    const line = at + 1;
    try {
      const value: unknown = JSON.parse(content);
      if (!isRecord(value)) throw new SyntaxError('expected an object in braces');
      records.push({ row: records.length + 1, line, fields: value });
    } catch (error) {
      const message = `line ${line}: not a JSON object (${error instanceof Error ? error.message : error})`;
      faults.push({ code: 'BROKEN_LINE', line, message });
    }
  }
  return { records, faults };
};

const readJson = (text: string): FileContents => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`the file is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const list = isRecord(value) && Array.isArray(value.records) ? value.records : value;
  if (!Array.isArray(list)) throw new UsageError('expected a JSON array of records, or {"records": […]}');
  const faults: FileFault[] = [];
  const records: RawRecord[] = [];
  for (const [at, item] of list.entries()) {
    if (isRecord(item)) records.push({ row: at + 1, line: null, fields: item });
    else faults.push({ code: 'BROKEN_LINE', line: null, message: `record ${at + 1}: expected an object in braces` });
  }
  return { records, faults };
};

/** Reads the records of a CSV, JSON or NDJSON text. What cannot be read is named and left out; the rest is read. */
export const readRecords = (text: string, fileName: string): FileContents => {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'ndjson' || extension === 'jsonl') return readNdjson(text);
  if (extension === 'json') return readJson(text);
  if (extension === 'csv' || extension === 'tsv') return readCsv(text);
  const start = text.trimStart().charAt(0);
  if (start === '[') return readJson(text);
  return start === '{' ? readNdjson(text) : readCsv(text);
};
