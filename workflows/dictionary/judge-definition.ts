import { findLabel, findOptionLabel } from '../../objects/taxonomy/labels.ts';
import { LANGUAGES, type Language } from '../../objects/taxonomy/types.ts';
import { renderSummary } from '../messages/render.ts';
import type { Problem } from '../rules/problem.ts';
import { checkTagName } from '../rules/tag-name.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Patch } from '../run/snapshot.ts';
import { entryId } from './entry-id.ts';
import { firstRuling, type RulingFact, replacementOf, rulingFact, rulingProblems, rulingText } from './judge-ruling.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The word an entry defines; its title stands in for it while it is empty. */
const termOf = (row: TwentyRecord): string => textOf(row.term) || textOf(row.name);

/** The words of the policy itself for an entry that the application made; none for one that a person made. */
const ownWords = (row: TwentyRecord): readonly string[] => {
  const [object, tag, option] = [textOf(row.objectName), textOf(row.tag), textOf(row.option)];
  if (row.id !== entryId(object, tag, option)) return [];
  return LANGUAGES.map((language) =>
    option ? findOptionLabel(object, tag, option, language) : findLabel(object, tag, language),
  ).filter((label) => label !== undefined);
};

/** Names must differ among the options of a tag, and among the tags of an object. */
const placeOf = (row: TwentyRecord): string => {
  const object = textOf(row.objectName);
  return textOf(row.option) ? `${object}.${textOf(row.tag)}` : object;
};

const CLAUSES: Readonly<Record<string, string>> = {
  NAME_DUPLICATE: '3.1.9',
  NAME_NEAR_DUPLICATE: '3.1.9',
  DEFINITION_MISSING: '3.1.10',
  DEFINITION_REPEATS_NAME: '3.1.10',
};

const isOfDefinition = (code: string): boolean => code.startsWith('DEFINITION_');

/** Problems of an entry's name and definition (3.1.8–3.1.10). The policy's own names are exempt. */
export const definitionProblems = (row: TwentyRecord, rows: readonly TwentyRecord[]): readonly Problem[] => {
  const name = termOf(row);
  const existing = rows
    .filter((other) => other.id !== row.id && placeOf(other) === placeOf(row))
    .flatMap((other) => [termOf(other), ...ownWords(other)])
    .filter(Boolean);
  const isOwnName = ownWords(row).includes(name);
  return checkTagName({ name, definition: textOf(row.definition), existing })
    .filter(({ code }) => !isOwnName || isOfDefinition(code))
    .map((finding) => ({
      ...finding,
      tag: isOfDefinition(finding.code) ? 'definition' : 'term',
      clause: CLAUSES[finding.code] ?? '3.1.8',
    }));
};

/** What judging an entry found: what is to be written of it, and what is to be told in the log. */
export interface JudgedDefinition {
  /** Undefined when nothing is to be written. */
  readonly patch: Patch | undefined;
  readonly fact: RulingFact | undefined;
}

/**
 * Judges an entry among the others: its problems in words, an acceptance taken back to a draft while there are errors,
 * and what it says of its tag otherwise than when it was last judged (A29).
 */
export const judgeDefinition = (
  row: TwentyRecord,
  rows: readonly TwentyRecord[],
  language: Language,
): JudgedDefinition => {
  const problems = [...definitionProblems(row, rows), ...rulingProblems(row)];
  const isRefused = row.status === 'APPROVED' && problems.some((problem) => problem.severity === 'ERROR');
  const replacement = replacementOf(row, rows);
  const status = isRefused ? { status: 'DRAFT' } : {};
  const first = firstRuling(ownWords(row).length > 0);
  const before = textOf(row.judgedRuling) || first;
  const after = rulingText({ ...row, ...status }, replacement);
  return {
    patch: differenceOf(row, {
      problems: renderSummary('tagDefinition', problems, language),
      replacement,
      ...(after === before ? {} : { judgedRuling: after }),
      ...status,
    }),
    fact: rulingFact(row, before, after, language),
  };
};
