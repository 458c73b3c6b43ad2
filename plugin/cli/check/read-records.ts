import { UsageError } from '../output.ts';
import { decodeText, isNewWorkbook } from './decode.ts';
import type { FileContents, Recognise } from './file-contents.ts';
import { readCsv } from './read-csv.ts';
import { readJson, readNdjson } from './read-json.ts';
import { readWorkbook } from './read-workbook.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What spreadsheets and web pages save under the name of a workbook; text, but no table of cells. */
const OTHER_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<(?:html|head|body|table|meta|style|div)\b)/i, 'an HTML table'],
  [/^\s*(?:<\?xml[^>]*>|<\?mso|<Workbook\b)/i, 'an XML spreadsheet'],
  [/^MIME-Version:/i, 'a web page in one file, as spreadsheets save it,'],
  [/^\s*\{\\rtf/i, 'a document (RTF)'],
  [/^%PDF-/, 'a PDF document'],
];

/**
 * Reads the records of a CSV, JSON or NDJSON text, told apart by the file's extension, else by how the text begins, or
 * of an .xlsx workbook, whatever it is named. What cannot be read is named and left out; the rest is read.
 */
export const readRecords = async (bytes: Uint8Array, fileName: string, recognise: Recognise): Promise<FileContents> => {
  if (isNewWorkbook(bytes)) return readWorkbook(bytes, fileName, recognise);
  const { text, damaged } = decodeText(bytes, fileName, recognise);
  const form = OTHER_FORMS.find(([begin]) => begin.test(text.slice(0, 2_000)))?.[1];
  if (form) throw new UsageError(`${fileName} is ${form}; save it as CSV or xlsx`.replace(',;', ';'));
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'ndjson' || extension === 'jsonl') return readNdjson(text, damaged);
  if (extension === 'json') return readJson(text, fileName);
  if (extension === 'csv' || extension === 'tsv') return readCsv(text, fileName, recognise, damaged);
  const start = text.trimStart().charAt(0);
  if (start === '[') return readJson(text, fileName);
  if (start !== '{') return readCsv(text, fileName, recognise, damaged);
  // One object over the whole text holds the records; otherwise each line is one.
  return text.trim().includes('\n') && isJson(text) ? readJson(text, fileName) : readNdjson(text, damaged);
};
