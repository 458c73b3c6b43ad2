import { UsageError } from '../output.ts';
import type { FileContents, FileFault, RawRecord } from './file-contents.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Reads one JSON object a line. A line that is none is named, and the others are read. `before` tells how many lines and
 * records of the file came before the text.
 */
export const readNdjson = (
  text: string,
  damaged: ReadonlyMap<number, string> = new Map(),
  before: { readonly lines: number; readonly records: number } = { lines: 0, records: 0 },
): FileContents => {
  const faults: FileFault[] = [];
  const records: RawRecord[] = [];
  let row = before.records;
  for (const [at, content] of text.split(/\r\n|\n/).entries()) {
    if (!content.trim()) continue;
    const line = before.lines + at + 1;
    row += 1;
    try {
      const why = damaged.get(at + 1);
      if (why) throw new SyntaxError(why);
      const value: unknown = JSON.parse(content);
      if (!isRecord(value)) throw new SyntaxError('expected an object in braces');
      records.push({ row, line, fields: value });
    } catch (error) {
      const message = `line ${line}: not a JSON object (${reasonOf(error)}); it was left out`;
      faults.push({ code: 'BROKEN_LINE', line, message });
    }
  }
  return { columns: [], records, faults, notes: [] };
};

/** Reads a JSON array of records, or one under `records`. */
export const readJson = (text: string, fileName: string): FileContents => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${fileName} is not JSON: ${reasonOf(error)}`);
  }
  const list = isRecord(value) && Array.isArray(value.records) ? value.records : value;
  if (!Array.isArray(list)) {
    throw new UsageError(`${fileName} must hold an array of records, or {"records": […]}`);
  }
  const faults: FileFault[] = [];
  const records: RawRecord[] = [];
  for (const [at, item] of list.entries()) {
    if (isRecord(item)) records.push({ row: at + 1, line: null, fields: item });
    else {
      const message = `record ${at + 1}: expected an object in braces; it was left out`;
      faults.push({ code: 'BROKEN_LINE', line: null, message });
    }
  }
  return { columns: [], records, faults, notes: [] };
};
