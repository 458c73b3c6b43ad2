import type { GovernedObject, Language, Stage } from '../../../objects/taxonomy/index.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { checkRecords, type MissingColumn } from '../check/check-records.ts';
import type { RawRecord } from '../check/file-contents.ts';
import type { ImportColumns } from './import-columns.ts';
import type { PlannedRow } from './plan-row.ts';

/** What the check says of a row. */
export type RowProblems = readonly (Problem & { readonly message: string })[];

/** By what a file is judged, as the check does. */
export interface JudgeOptions {
  readonly object: GovernedObject;
  readonly stage: Stage;
  /** `YYYY-MM-DD` in the policy's zone. */
  readonly today: string;
  readonly language: Language;
}

export interface JudgedRows {
  readonly problems: ReadonlyMap<number, RowProblems>;
  /** Tags that new records need and the file has no column for: told once. */
  readonly missingColumns: readonly MissingColumn[];
}

/** Problems that an import tells in its own way: of one record several rows, or one here already. */
const TOLD_OTHERWISE: ReadonlySet<Problem['code']> = new Set(['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE']);

/** Whether it is wrong, and not merely missing: what is missing the application asks for from people. */
export const isWrong = ({ severity, code }: Problem): boolean => severity === 'ERROR' && code !== 'REQUIRED_MISSING';

/** Judges rows as the check does; of what is here already the file need not say everything. */
export const judgeRows = (
  records: readonly RawRecord[],
  columns: ImportColumns,
  planned: readonly PlannedRow[],
  options: JudgeOptions,
): JudgedRows => {
  const problems = new Map<number, RowProblems>();
  const missing: MissingColumn[] = [];
  const byRow = new Map(records.map((record) => [record.row, record]));
  for (const [isNew, some] of Map.groupBy(planned, ({ verdict }) => verdict === 'create')) {
    const contents = {
      columns: [],
      records: some.flatMap(({ row }) => byRow.get(row.row) ?? []),
      faults: [],
      notes: [],
    };
    const report = checkRecords(
      contents,
      columns,
      some.map(({ row }) => row.parsed),
      options,
    );
    if (isNew) missing.push(...report.missingColumns);
    const nowhere = new Set(report.missingColumns.map(({ tag }) => tag));
    for (const record of report.records) {
      const told = record.problems.filter(
        ({ code, tag }) => !TOLD_OTHERWISE.has(code) && (code !== 'REQUIRED_MISSING' || (isNew && !nowhere.has(tag))),
      );
      problems.set(record.row, told);
    }
  }
  return { problems, missingColumns: missing };
};
