import type { Tag } from '../../../objects/taxonomy/index.ts';
import type { Value, Values } from '../../../workflows/judgement/values.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import type { ColumnPlan } from './plan-columns.ts';
import type { Scale } from './read-money.ts';
import { readValue } from './read-value.ts';

/** A record as the rules take it. */
export interface ParsedRecord {
  readonly values: Values;
  readonly problems: readonly Problem[];
  /** What stood in the file, by tag: a cell, or the parts of a composite. */
  readonly written: ReadonlyMap<Tag, unknown>;
}

/** Reads the fields of a record into values, by what its columns are. */
export const readRecord = (plan: ColumnPlan, fields: Readonly<Record<string, unknown>>): ParsedRecord => {
  const written = new Map<Tag, unknown>();
  const scales = new Map<Tag, Scale | null>();
  for (const [name, raw] of Object.entries(fields)) {
    const column = plan.columns.get(name);
    if (!column) continue;
    const { tag, part, scale } = column;
    scales.set(tag, scale ?? scales.get(tag) ?? null);
    if (part === null) written.set(tag, raw);
    else if (raw !== '') written.set(tag, { ...(written.get(tag) as object | undefined), [part]: raw });
    else if (!written.has(tag)) written.set(tag, null);
  }
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const [tag, raw] of written) {
    const read = readValue(tag, raw, scales.get(tag) ?? null);
    values[tag.name] = read.value;
    for (const { code, severity, data } of read.findings) {
      problems.push({ code, severity, tag: tag.name, clause: '3.2.7', data });
    }
  }
  return { values, problems, written };
};
