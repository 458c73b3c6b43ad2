import {
  findTag,
  type GovernedObject,
  type Language,
  type Stage,
  type Tag,
  tagsOf,
} from '../../../objects/taxonomy/index.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { asText, type Values } from '../../../workflows/judgement/values.ts';
import { LIST_SEPARATORS } from '../../../workflows/messages/phrase.ts';
import { renderProblem } from '../../../workflows/messages/render.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { Problem } from '../../../workflows/rules/problem.ts';
import type { FileContents, FileFault, FileNote } from './file-contents.ts';
import { type ListTerms, NO_LIST_TERMS, wordsOfList } from './list-terms.ts';
import type { ColumnPlan } from './plan-columns.ts';
import { choicesFor } from './read-option.ts';
import type { ParsedRecord } from './read-record.ts';
import { FATE_WORDS, type Fate, fateOf, isId, isImportable } from './twenty-import.ts';

export interface CheckOptions {
  readonly object: GovernedObject;
  readonly stage: Stage;
  /** `YYYY-MM-DD` in the policy's zone. */
  readonly today: string;
  readonly language: Language;
}

/** A cell that Twenty's own import would not take as the check has read it. */
export interface ImportLoss {
  readonly tag: string;
  readonly fate: Exclude<Fate, 'TAKEN'>;
  readonly message: string;
}

export interface CheckedRecord {
  readonly row: number;
  readonly line: number | null;
  readonly name: string;
  readonly completeness: number;
  readonly problems: readonly (Problem & { readonly message: string })[];
  readonly losses: readonly ImportLoss[];
}

/** A tag that is required and has no column in the file: missing in every record, and told once. */
export interface MissingColumn {
  readonly tag: string;
  readonly clause: string;
  /** Records that lack it. */
  readonly records: number;
  readonly message: string;
}

export interface CheckReport {
  readonly records: readonly CheckedRecord[];
  readonly summary: {
    readonly records: number;
    readonly clean: number;
    /** A tag without a column counts once, not once a record. */
    readonly errors: number;
    readonly warnings: number;
    readonly byCode: Readonly<Record<string, number>>;
    readonly completeness: number;
  };
  readonly missingColumns: readonly MissingColumn[];
  /** What could not be read. */
  readonly errors: readonly FileFault[];
  /** What was passed over: columns nobody needs, a title, a row of sums. */
  readonly notes: readonly FileNote[];
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

/** Whether a tag is kept by another record that the file names by its id, and by no column of its own. */
const isElsewhere = (object: GovernedObject, values: Values, present: ReadonlySet<string>, problem: Problem): boolean =>
  problem.code === 'REQUIRED_MISSING' &&
  findTag(object, problem.tag)?.via?.object === 'person' &&
  !present.has(problem.tag) &&
  isId(values.tagKeyContact);

/** Twenty fills a field that has a default: left out, it is not missing. */
const withDefaults = (object: GovernedObject, { values, problems }: ParsedRecord): Values => {
  const unread = new Set(problems.map((problem) => problem.tag));
  const defaults = tagsOf(object)
    .filter((tag) => tag.defaultValue !== undefined && !unread.has(tag.name) && (values[tag.name] ?? null) === null)
    .map((tag) => [tag.name, tag.defaultValue] as const);
  return { ...values, ...Object.fromEntries(defaults) };
};

/** What might be chosen in the place of an option that is none, in the language of whoever reads. */
const withChoices = (tag: Tag | undefined, problem: Problem, language: Language, terms: ListTerms): Problem => {
  if (problem.code !== 'OPTION_UNKNOWN' || !tag) return problem;
  const choices = choicesFor(tag, String(problem.data.value ?? ''));
  const options = 'options' in choices ? choices.options : tag.sensitive ? [] : choices.near;
  if (options.length === 0) return problem;
  const own = options.map(({ value, label }) =>
    value === label[language] || options.length > 3 ? label[language] : `${label[language]} (${value})`,
  );
  const list = [...own, ...wordsOfList(terms, tag)];
  return {
    ...problem,
    data: { ...problem.data, ['options' in choices ? 'options' : 'near']: list.join(LIST_SEPARATORS[language]) },
  };
};

const MOST_SHOWN = 40;

/** Cells that Twenty would take otherwise; what is told as wrong anyhow is not told again. */
const lossesOf = (
  { written, values }: ParsedRecord,
  wrong: ReadonlySet<string>,
  language: Language,
): readonly ImportLoss[] =>
  [...written].flatMap(([tag, raw]) => {
    const fate = wrong.has(tag.name) || !isImportable(tag) ? 'TAKEN' : fateOf(tag, raw, values[tag.name]);
    if (fate === 'TAKEN') return [];
    const shown = tag.sensitive ? '' : ` (${String(raw).trim().slice(0, MOST_SHOWN)})`;
    return [{ tag: tag.name, fate, message: `${tag.label[language]}${shown}: Twenty's import ${FATE_WORDS[fate]}` }];
  });

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
export const checkRecords = (
  contents: FileContents,
  plan: ColumnPlan,
  parsed: readonly ParsedRecord[],
  options: CheckOptions,
): CheckReport => {
  const { object, stage, today, language } = options;
  const present = new Set([...plan.columns.values()].map(({ tag }) => tag.name));
  const context = {
    stage,
    today,
    ...(plan.terms === NO_LIST_TERMS ? {} : { terms: plan.terms.terms }),
    otherNames: repeated(parsed.map(({ values }) => keyOf(object, values))),
    otherCreditCodes: repeated(parsed.map(({ values }) => compactCreditCode(asText(values.tagCreditCode)))),
  };
  const records = contents.records.map(({ row, line }, at): CheckedRecord => {
    const record = parsed[at] ?? { values: {}, problems: [], written: new Map(), terms: {} };
    const values = withDefaults(object, record);
    const unread = new Set(record.problems.map((problem) => problem.tag));
    const judgement = judge(object, values, context);
    const unlisted = new Set(
      judgement.problems.filter(({ code }) => code === 'OPTION_UNKNOWN').map((problem) => problem.tag),
    );
    const judged = judgement.problems.filter(
      (problem) => !followsFrom(unread, unlisted, problem) && !isElsewhere(object, values, present, problem),
    );
    return {
      row,
      line,
      name: asText(values.name),
      completeness: judgement.completeness,
      problems: [...record.problems, ...judged].map((found) => {
        const problem = withChoices(findTag(object, found.tag), found, language, plan.terms);
        return { ...problem, message: renderProblem(object, problem, language) };
      }),
      losses: lossesOf(record, new Set([...unread, ...unlisted]), language),
    };
  });
  const missing = new Map<string, MissingColumn>();
  const isNowhere = ({ code, tag, data }: Problem): boolean =>
    code === 'REQUIRED_MISSING' && ![tag, ...[data.or ?? []].flat()].some((name) => present.has(String(name)));
  for (const problem of records.flatMap((record) => record.problems).filter(isNowhere)) {
    const { tag, clause, message } = problem;
    missing.set(tag, { tag, clause, message, records: (missing.get(tag)?.records ?? 0) + 1 });
  }
  const all = records.flatMap((record) => record.problems);
  const repeatedly = [...missing.values()].reduce((sum, column) => sum + column.records - 1, 0);
  const byCode: Record<string, number> = {};
  for (const { code } of all) byCode[code] = (byCode[code] ?? 0) + 1;
  if (repeatedly > 0) byCode.REQUIRED_MISSING = (byCode.REQUIRED_MISSING ?? 0) - repeatedly;
  const total = records.reduce((sum, record) => sum + record.completeness, 0);
  return {
    records,
    summary: {
      records: records.length,
      clean: records.filter((record) => record.problems.length === 0).length,
      errors: all.filter((problem) => problem.severity === 'ERROR').length - repeatedly,
      warnings: all.filter((problem) => problem.severity === 'WARNING').length,
      byCode,
      completeness: records.length === 0 ? 100 : Math.round(total / records.length),
    },
    missingColumns: [...missing.values()],
    errors: [...contents.faults, ...plan.faults],
    notes: [...contents.notes, ...plan.notes],
  };
};
