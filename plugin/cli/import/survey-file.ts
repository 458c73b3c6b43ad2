import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { FileContents, FileFault, FileNote, RawRecord } from '../check/file-contents.ts';
import type { ImportColumns } from './import-columns.ts';
import type { ImportFile } from './import-file.ts';
import { readRow } from './read-row.ts';
import { Repeats } from './repeats.ts';

/** What a file is, as far as it is known before anything is asked of the workspace. */
export interface Survey {
  /** All columns, and the first records, by which words with several meanings are decided. */
  readonly sample: FileContents;
  readonly records: number;
}

const SAMPLE = 2_000;
const MOST_TOLD = 1_000;

/** Reads a file through once: its columns, how many records it has, what of it cannot be read. */
export const surveyFile = async (file: ImportFile): Promise<Survey> => {
  const columns = new Set<string>();
  const records: RawRecord[] = [];
  const faults: FileFault[] = [];
  const notes = new Map<string, FileNote>();
  let count = 0;
  for await (const piece of file.pieces()) {
    for (const name of piece.columns) columns.add(name);
    if (piece.columns.length === 0)
      for (const { fields } of piece.records) for (const name of Object.keys(fields)) columns.add(name);
    for (const record of piece.records) if (records.length < SAMPLE) records.push(record);
    for (const fault of piece.faults) if (faults.length < MOST_TOLD) faults.push(fault);
    for (const note of piece.notes) if (notes.size < MOST_TOLD) notes.set(note.message, note);
    count += piece.records.length;
  }
  return { sample: { columns: [...columns], records, faults, notes: [...notes.values()] }, records: count };
};

/** Reads a file through for rows that are of one record; once more where there are any. */
export const findRepeats = async (
  file: ImportFile,
  object: GovernedObject,
  columns: ImportColumns,
): Promise<Repeats> => {
  const repeats = new Repeats();
  for await (const { records } of file.pieces())
    for (const record of records) repeats.tell(readRow(object, columns, record));
  if (!repeats.any) return repeats;
  for await (const { records } of file.pieces())
    for (const record of records) repeats.look(readRow(object, columns, record));
  return repeats;
};
