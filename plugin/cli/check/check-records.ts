import type { GovernedObject, Language, Stage } from '../../../objects/taxonomy/index.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { asText, type Values } from '../../../workflows/judgement/values.ts';
import { renderProblem } from '../../../workflows/messages/render.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import type { FileContents, FileFault } from './file-contents.ts';
import { createRecordReader } from './record-reader.ts';

export interface CheckOptions {
  readonly object: GovernedObject;
  readonly stage: Stage;
  /** `YYYY-MM-DD` in the policy's zone. */
  readonly today: string;
  readonly language: Language;
}

export interface CheckedRecord {
  readonly row: number;
  readonly line: number | null;
  readonly name: string;
  readonly completeness: number;
  readonly problems: readonly (Problem & { readonly message: string })[];
}

export interface CheckReport {
  readonly records: readonly CheckedRecord[];
  readonly summary: {
    readonly records: number;
    readonly clean: number;
    readonly errors: number;
    readonly warnings: number;
    readonly byCode: Readonly<Record<string, number>>;
    readonly completeness: number;
  };
  readonly errors: readonly FileFault[];
}

/**
 * Whether a problem only follows from a value that could not be read, or is no option: that is told once, not again as
 * missing.
 */
const followsFrom = (unread: ReadonlySet<string>, unlisted: ReadonlySet<string>, problem: Problem): boolean =>
  unread.has(problem.tag) ||
  (problem.code === 'REQUIRED_MISSING' && unlisted.has(problem.tag)) ||
  unread.has(String(problem.data.with)) ||
  (problem.code === 'OVERDUE_CONTRADICTION' && (unread.has('overdueCount') || unread.has('longestOverdueDays')));

const repeated = (keys: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  twice.delete('');
  return twice;
};

const keyOf = (object: GovernedObject, values: Values): string => {
  const name = asText(values.name);
  if (!name) return '';
  return object === 'tagProduct' ? productKey(name, asText(values.model)) : nameKey(name);
};

/** Judges the records of a file as the hooks judge those of Twenty, duplicates within the file included. */
export const checkRecords = (contents: FileContents, options: CheckOptions): CheckReport => {
  const { object, stage, today, language } = options;
  const reader = createRecordReader(object);
  // A header is judged even when no record follows it.
  reader.read(Object.fromEntries(contents.columns.map((column) => [column, ''])));
  const parsed = contents.records.map(({ fields }) => reader.read(fields));
  const context = {
    stage,
    today,
    otherNames: repeated(parsed.map(({ values }) => keyOf(object, values))),
    otherCreditCodes: repeated(parsed.map(({ values }) => compactCreditCode(asText(values.tagCreditCode)))),
  };
  const records = contents.records.map(({ row, line }, at): CheckedRecord => {
    const { values, problems } = parsed[at] ?? { values: {}, problems: [] };
    const unread = new Set(problems.map((problem) => problem.tag));
    const judgement = judge(object, values, context);
    const unlisted = new Set(
      judgement.problems.filter(({ code }) => code === 'OPTION_UNKNOWN').map((problem) => problem.tag),
    );
    const judged = judgement.problems.filter((problem) => !followsFrom(unread, unlisted, problem));
    return {
      row,
      line,
      name: asText(values.name),
      completeness: judgement.completeness,
      problems: [...problems, ...judged].map((problem) => ({
        ...problem,
        message: renderProblem(object, problem, language),
      })),
    };
  });
  const all = records.flatMap((record) => record.problems);
  const byCode: Record<string, number> = {};
  for (const { code } of all) byCode[code] = (byCode[code] ?? 0) + 1;
  const total = records.reduce((sum, record) => sum + record.completeness, 0);
  return {
    records,
    summary: {
      records: records.length,
      clean: records.filter((record) => record.problems.length === 0).length,
      errors: all.filter((problem) => problem.severity === 'ERROR').length,
      warnings: all.filter((problem) => problem.severity === 'WARNING').length,
      byCode,
      completeness: records.length === 0 ? 100 : Math.round(total / records.length),
    },
    errors: [...contents.faults, ...reader.faults.values()],
  };
};
