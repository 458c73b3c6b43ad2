import type { GovernedObject, Tag } from '../../../objects/taxonomy/index.ts';
import type { Value, Values } from '../../../workflows/judgement/values.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import { type ColumnVerdict, findColumn, suggestColumn } from './columns.ts';
import type { FileFault } from './file-contents.ts';
import { readValue } from './read-value.ts';

/** A record as the rules take it. */
export interface ParsedRecord {
  readonly values: Values;
  readonly problems: readonly Problem[];
}

/** What a tag is read from: one column, or one for each part of a composite. */
interface Source {
  readonly columns: Map<string | null, string>;
  raw: unknown;
}

export interface RecordReader {
  readonly read: (fields: Readonly<Record<string, unknown>>) => ParsedRecord;
  /** The columns left out so far, by name. */
  readonly faults: ReadonlyMap<string, FileFault>;
}

/** Reads records into values, and keeps what their columns could not be used for. */
export const createRecordReader = (object: GovernedObject): RecordReader => {
  const verdicts = new Map<string, ColumnVerdict>();
  const faults = new Map<string, FileFault>();
  const columnOf = (name: string): ColumnVerdict => {
    if (!verdicts.has(name)) verdicts.set(name, findColumn(object, name));
    return verdicts.get(name);
  };
  const leaveOut = (name: string, code: FileFault['code'], why: string): void => {
    faults.set(name, { code, line: null, message: why });
  };
  const sourcesOf = (fields: Readonly<Record<string, unknown>>): ReadonlyMap<Tag, Source> => {
    const sources = new Map<Tag, Source>();
    for (const [name, raw] of Object.entries(fields)) {
      const column = columnOf(name);
      if (column === 'IGNORED' || (column === undefined && faults.has(name))) continue;
      if (column === undefined) {
        const near = suggestColumn(object, name);
        const hint = near ? `; did you mean "${near}"?` : '';
        leaveOut(name, 'UNKNOWN_COLUMN', `unknown column "${name}" was left out${hint}`);
        continue;
      }
      const { tag, part } = column;
      const source = sources.get(tag) ?? { columns: new Map(), raw: null };
      const [first] = part === null || source.columns.has(null) ? source.columns.values() : [source.columns.get(part)];
      if (first !== undefined) {
        leaveOut(name, 'DUPLICATE_COLUMN', `column "${name}" is the same tag as "${first}" and was left out`);
        continue;
      }
      source.columns.set(part, name);
      if (part === null) source.raw = raw;
      else if (raw !== '') source.raw = { ...(source.raw as object | null), [part]: raw };
      sources.set(tag, source);
    }
    return sources;
  };
  return {
    faults,
    read: (fields: Readonly<Record<string, unknown>>): ParsedRecord => {
      const values: Record<string, Value> = {};
      const problems: Problem[] = [];
      for (const [tag, { raw }] of sourcesOf(fields)) {
        const read = readValue(tag, raw);
        values[tag.name] = read.value;
        for (const { code, severity, data } of read.findings) {
          problems.push({ code, severity, tag: tag.name, clause: '3.2.7', data });
        }
      }
      return { values, problems };
    },
  };
};
