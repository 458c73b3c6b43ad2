import readWorkbookFile from 'read-excel-file/node';
import { UsageError } from '../output.ts';
import type { FileContents, FileNote, Recognise } from './file-contents.ts';
import { type Row, readTable } from './read-table.ts';

/** A cell as a text of a file would have it. A number beyond what is exact has lost its last digits: it stays an exponent. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace(/T00:00:00\.000Z$/, '')
      .replace(/\.000Z$/, '');
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER) return cell.toExponential();
  return String(cell).trim();
};

const isEmptySheet = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.every((row) => row.every((cell) => textOf(cell) === ''));

/** Reads the first sheet of an .xlsx workbook that holds anything; others that do are named. */
export const readWorkbook = async (
  bytes: Uint8Array,
  fileName: string,
  recognise: Recognise,
): Promise<FileContents> => {
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = (await readWorkbookFile(Buffer.from(bytes))) as typeof sheets;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${fileName} is a workbook, not text; save it as "CSV UTF-8" and try again, for it cannot be read (${why})`,
    );
  }
  const [first, ...others] = sheets.filter(({ data }) => !isEmptySheet(data));
  if (!first) throw new UsageError(`${fileName} is empty: its first line must name the columns`);
  const notes: FileNote[] = others.map(({ sheet }) => ({
    code: 'PASSED_OVER',
    line: null,
    message: `sheet "${sheet}" was passed over; "${first.sheet}" was read`,
  }));
  const isNamedSo = /\.(?:xlsx|xlsm)$/i.test(fileName);
  if (!isNamedSo) {
    notes.unshift({ code: 'OTHER_FORM', line: null, message: 'it is an .xlsx workbook, whatever its name says' });
  }
  const width = Math.max(...first.data.map((row) => row.length));
  const rows = first.data.map((row, at): Row => {
    return { line: at + 1, cells: Array.from({ length: width }, (_unused, cell) => textOf(row[cell])), broken: null };
  });
  return readTable(rows, fileName, recognise, notes);
};
