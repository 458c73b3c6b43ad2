import type { GovernedObject, Language, Stage, Tag } from '../../../objects/taxonomy/index.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { asText, type Value, type Values } from '../../../workflows/judgement/values.ts';
import { renderProblem } from '../../../workflows/messages/render.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { findColumn, suggestColumn } from './columns.ts';
import type { FileContents, FileFault } from './read-records.ts';
import { readValue } from './read-value.ts';

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

interface Parsed {
  readonly values: Values;
  readonly problems: readonly Problem[];
}

const parseRecord = (
  object: GovernedObject,
  fields: Readonly<Record<string, unknown>>,
  unknown: (column: string) => void,
): Parsed => {
  const raws = new Map<Tag, unknown>();
  for (const [name, raw] of Object.entries(fields)) {
    const column = findColumn(object, name);
    if (column === undefined) unknown(name);
    else if (column !== 'IGNORED') {
      const { tag, part } = column;
      const before = raws.get(tag);
      if (part)
        raws.set(tag, { ...(typeof before === 'object' ? before : {}), ...(raw === '' ? {} : { [part]: raw }) });
      else raws.set(tag, raw);
    }
  }
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [tag, raw] of raws) {
    const read = readValue(tag, raw);
    values[tag.name] = read.value;
    for (const { code, severity, data } of read.findings) {
      problems.push({ code, severity, tag: tag.name, clause: '3.2.7', data });
    }
  }
  return { values, problems };
};

const repeated = (keys: readonly string[]): ReadonlySet<string> =>
  new Set(keys.filter((key, at) => key !== '' && keys.indexOf(key) !== at));

const keyOf = (object: GovernedObject, values: Values): string => {
  const name = asText(values.name);
  if (!name) return '';
  return object === 'tagProduct' ? productKey(name, asText(values.model)) : nameKey(name);
};

/** Judges the records of a file as the hooks judge those of Twenty, duplicates within the file included. */
export const checkRecords = (contents: FileContents, options: CheckOptions): CheckReport => {
  const { object, stage, today, language } = options;
  const unknownColumns = new Set<string>();
  const parsed = contents.records.map(({ fields }) => parseRecord(object, fields, (name) => unknownColumns.add(name)));
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
    // A value that could not be read is told once, not a second time as missing.
    const judged = judgement.problems.filter((one) => one.code !== 'REQUIRED_MISSING' || !unread.has(one.tag));
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
  const columnFaults = [...unknownColumns].map((name): FileFault => {
    const near = suggestColumn(object, name);
    const hint = near ? `; did you mean "${near}"?` : '; it was left out';
    return { code: 'UNKNOWN_COLUMN', line: null, message: `unknown column "${name}"${hint}` };
  });
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
    errors: [...contents.faults, ...columnFaults],
  };
};
