import { tagOf } from '../../objects/taxonomy/facts.ts';
import { type GovernedObject, tagValue } from '../../objects/taxonomy/types.ts';
import { oncePer } from '../rules/once.ts';
import type { Problem } from '../rules/problem.ts';

const valuesOf = oncePer((object: GovernedObject): readonly string[] =>
  (tagOf(object, 'tagProblemTags').options ?? []).map((option) => option.value),
);

/**
 * The options that stand for the tags problems name, each once and in reading order, as records are counted and filtered by them (7.1.2);
 * null without any, so that Twenty counts the record as empty. Of tags any of which would do, the first stands for all.
 */
export const problemTags = (object: GovernedObject, problems: readonly Problem[]): readonly string[] | null => {
  const named = new Set(problems.map((problem) => tagValue(problem.tag)));
  const tags = valuesOf(object).filter((value) => named.has(value));
  return tags.length > 0 ? tags : null;
};
