import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isId } from '../check/twenty-import.ts';
import { UsageError } from '../output.ts';
import type { Decision } from './match-row.ts';

const decisionOf = (text: string, place: string): Decision => {
  const said = text.trim().toLowerCase();
  if (said === 'new' || said === 'skip') return said;
  if (isId(said)) return { id: said };
  throw new UsageError(`${place}: "${text}" is no decision; say new, skip, or the id of the record`);
};

/** Reads what people have written into the column "decision" of a preview, by row. */
export const readDecisions = async (file: string): Promise<ReadonlyMap<number, Decision>> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${error.code})`,
    );
  });
  const isLines = /\.(?:ndjson|jsonl)$/i.test(file);
  let rows: readonly Readonly<Record<string, unknown>>[];
  try {
    rows = isLines
      ? text.split('\n').flatMap((line) => (line.trim() ? [JSON.parse(line) as Record<string, unknown>] : []))
      : (parse(text, { columns: true, bom: true, skip_empty_lines: true, relax_column_count: true }) as Record<
          string,
          string
        >[]);
  } catch {
    throw new UsageError(`${file} is no preview: CSV or lines of JSON with "row" and "decision"`);
  }
  if (rows.length > 0 && !rows.every((row) => 'row' in row && 'decision' in row)) {
    throw new UsageError(`${file} is no preview: it needs the columns "row" and "decision"`);
  }
  const decided = rows.filter((row) => String(row.decision ?? '').trim() !== '');
  return new Map(
    decided.map(({ row, decision }) => [Number(row), decisionOf(String(decision), `${file}, row ${String(row)}`)]),
  );
};
