import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import type { MissingColumn } from '../check/check-records.ts';
import { isWrong, type RowProblems } from './judge-rows.ts';
import type { Viewer } from './mask.ts';
import type { PlannedRow, Verdict } from './plan-row.ts';
import { type PreviewFile, previewOf } from './preview-file.ts';
import type { Reason } from './reasons.ts';
import type { Counts } from './run-file.ts';

/** A row that is shown, and what is to be known of it. */
export type ShownRow = ReturnType<typeof previewOf>;

/** A record Twenty did not take, and the row of the file it is of. */
export type RowFailure = WriteFailure & { readonly row: number };

/** What is told of an import, as it comes together. */
export interface Told {
  readonly counts: Counts;
  /** By reason. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
  /** What the check has found in the rows, beside what is missing. */
  readonly errors: number;
  readonly warnings: number;
  readonly missingColumns: readonly MissingColumn[];
  /** The first rows of each verdict. */
  readonly rows: readonly ShownRow[];
  readonly failures: readonly RowFailure[];
}

const MOST_SHOWN: Readonly<Record<Verdict, number>> = { conflict: 500, left: 500, update: 20, create: 10, same: 0 };
const MOST_FAILURES = 1_000;

/** Counts what becomes of rows, and keeps the first of them to be shown; all go into the preview. */
export class Tally {
  readonly #viewer: Viewer;
  readonly #preview: PreviewFile | null;
  readonly #reasons: Partial<Record<Reason, number>> = {};
  readonly #shown: ShownRow[] = [];
  readonly #shownOf: Record<Verdict, number> = { create: 0, update: 0, same: 0, conflict: 0, left: 0 };
  readonly #missing = new Map<string, MissingColumn>();
  readonly #failures: RowFailure[] = [];
  #waiting: ShownRow[] = [];
  #counts: Counts;
  #errors = 0;
  #warnings = 0;

  constructor(viewer: Viewer, preview: PreviewFile | null, counts: Counts) {
    this.#viewer = viewer;
    this.#preview = preview;
    this.#counts = counts;
  }

  get counts(): Counts {
    return this.#counts;
  }

  /** A row, in the order of the file. */
  row(planned: PlannedRow, problems: RowProblems, otherRow: number | null): void {
    const { verdict, reason } = planned;
    this.#counts = { ...this.#counts, [verdict]: this.#counts[verdict] + 1 };
    if (reason !== null) this.reason(reason);
    this.#errors += problems.filter(isWrong).length;
    this.#warnings += problems.filter(({ severity }) => severity === 'WARNING').length;
    const isShown = this.#shownOf[verdict] < MOST_SHOWN[verdict];
    if (!isShown && !this.#preview) return;
    const shown = previewOf(planned, problems, otherRow, this.#viewer);
    if (isShown) {
      this.#shownOf[verdict] += 1;
      this.#shown.push(shown);
    }
    if (this.#preview) this.#waiting.push(shown);
  }

  reason(reason: Reason): void {
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
  }

  missing(columns: readonly MissingColumn[]): void {
    for (const column of columns) {
      const known = this.#missing.get(column.tag)?.records ?? 0;
      this.#missing.set(column.tag, { ...column, records: known + column.records });
    }
  }

  failure(failure: RowFailure): void {
    if (this.#failures.length < MOST_FAILURES) this.#failures.push(failure);
  }

  /** Writes the rows told so far into the preview. */
  async writePreview(): Promise<void> {
    await this.#preview?.add(this.#waiting);
    this.#waiting = [];
  }

  told(): Told {
    return {
      counts: this.#counts,
      reasons: this.#reasons,
      errors: this.#errors,
      warnings: this.#warnings,
      missingColumns: [...this.#missing.values()],
      rows: this.#shown,
      failures: this.#failures,
    };
  }
}
