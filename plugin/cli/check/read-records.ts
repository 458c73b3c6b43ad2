import type { FileContents } from './file-contents.ts';
import { readCsv } from './read-csv.ts';
import { readJson, readNdjson } from './read-json.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Reads the records of a CSV, JSON or NDJSON text, told apart by the file's extension, else by how the text begins.
 * What cannot be read is named and left out; the rest is read.
 */
export const readRecords = (text: string, fileName: string): FileContents => {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (extension === 'ndjson' || extension === 'jsonl') return readNdjson(text);
  if (extension === 'json') return readJson(text, fileName);
  if (extension === 'csv' || extension === 'tsv') return readCsv(text, fileName);
  const start = text.trimStart().charAt(0);
  if (start === '[') return readJson(text, fileName);
  if (start !== '{') return readCsv(text, fileName);
  // One object over the whole text holds the records; otherwise each line is one.
  return text.trim().includes('\n') && isJson(text) ? readJson(text, fileName) : readNdjson(text);
};
