import { type FileHandle, open } from 'node:fs/promises';
import { csvCell } from '../check/write-for-twenty.ts';
import { UsageError } from '../output.ts';
import type { RowProblems } from './judge-rows.ts';
import { shown, type Viewer } from './mask.ts';
import type { PlannedRow } from './plan-row.ts';
import { REASONS } from './reasons.ts';

const HEADER = ['row', 'line', 'verdict', 'name', 'id', 'decision', 'why', 'changes', 'problems'];

/** What is to be known of a row, in words and without what the viewer may not see; `otherRow` is of the same record. */
export const previewOf = (planned: PlannedRow, problems: RowProblems, otherRow: number | null, viewer: Viewer) => {
  const { row, verdict, id, reason, candidates, changes, unlinked } = planned;
  const why = reason === null ? '' : `${REASONS[reason]}${otherRow === null ? '' : ` (row ${otherRow})`}`;
  const nobody = unlinked.map(({ tag, named, reason: why }) => {
    const label = tag.label[viewer.language];
    if (why === null) return `${label}: nobody or nothing of that name here, left out`;
    return `${label}: ${named}: ${why === 'NO_PRODUCT' ? 'not here' : 'several are called so here'}, left out`;
  });
  return {
    row: row.row,
    line: row.line,
    verdict,
    name: row.name,
    id: id ?? candidates.join(' '),
    decision: '',
    why,
    changes: changes
      .map(({ tag, from, to }) =>
        verdict === 'create'
          ? `${tag.label[viewer.language]}: ${shown(tag, to, viewer)}`
          : `${tag.label[viewer.language]}: ${shown(tag, from, viewer)} → ${shown(tag, to, viewer)}`,
      )
      .join('; '),
    problems: [...problems.map(({ message }) => message), ...nobody].join('; '),
  };
};

/** A preview as a file, a row after the other: CSV for spreadsheets, or a JSON object a line by its name. */
export class PreviewFile {
  readonly #handle: FileHandle;
  readonly #isLines: boolean;

  private constructor(handle: FileHandle, isLines: boolean) {
    this.#handle = handle;
    this.#isLines = isLines;
  }

  static async create(file: string): Promise<PreviewFile> {
    try {
      const preview = new PreviewFile(await open(file, 'w', 0o600), /\.(?:ndjson|jsonl)$/i.test(file));
      if (!preview.#isLines) await preview.#handle.write(`\uFEFF${HEADER.join(',')}\r\n`);
      return preview;
    } catch (error) {
      throw new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  }

  async add(rows: readonly ReturnType<typeof previewOf>[]): Promise<void> {
    const lines = rows.map((row) =>
      this.#isLines
        ? JSON.stringify(row)
        : HEADER.map((column) => csvCell(String(row[column as keyof typeof row] ?? ''))).join(','),
    );
    if (lines.length > 0)
      await this.#handle.write(lines.map((line) => line + (this.#isLines ? '\n' : '\r\n')).join(''));
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}
