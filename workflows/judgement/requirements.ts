import { findTag, taxonomy } from '../../objects/taxonomy/index.ts';
import {
  type Condition,
  type GovernedObject,
  type Requirement,
  STAGES,
  type Stage,
  type Tag,
} from '../../objects/taxonomy/types.ts';
import type { Problem } from '../rules/problem.ts';
import { quarterOf } from '../rules/quarter.ts';
import { isAnswered, isFilled, namedCompetitors } from './filled.ts';
import { isListed } from './listed.ts';
import type { JudgementContext, Value, Values } from './values.ts';
import { asList, asText } from './values.ts';

/** A requirement of the taxonomy made ready for judging. */
export interface ActiveRequirement {
  readonly tag: Tag;
  readonly requirement: Requirement;
  readonly alternatives: readonly Tag[];
  readonly clause: string;
}

const CONDITIONS: Readonly<Record<Condition, (values: Values, context: JudgementContext) => boolean>> = {
  NOT_GOVERNMENT: (values) => values.tagCustomerType !== 'GOVERNMENT',
  COMPETITOR_NAMED: (values) => namedCompetitors(values).length > 0,
  JOINING_QUARTER_OVER: (values, context) => {
    const joined = asText(values.joinedOn);
    return joined !== '' && quarterOf(joined) < quarterOf(context.today);
  },
};

/** The last requirement a stage reaches supersedes the earlier ones of the same tag. */
const applicableOf = (tag: Tag, stage: Stage): Requirement | undefined => {
  const reached = STAGES.indexOf(stage);
  return tag.required?.filter((requirement) => STAGES.indexOf(requirement.from) <= reached).at(-1);
};

const compile = (object: GovernedObject, stage: Stage): readonly ActiveRequirement[] =>
  taxonomy
    .filter((tag) => tag.object === object)
    .flatMap((tag) => {
      const requirement = applicableOf(tag, stage);
      if (!requirement) return [];
      const alternatives = (requirement.or ?? []).map((name) => {
        const alternative = findTag(object, name);
        if (!alternative) throw new Error(`${object}.${tag.name} names an unknown alternative "${name}"`);
        return alternative;
      });
      return [{ tag, requirement, alternatives, clause: requirement.clause ?? tag.clauses[0] ?? '3.2.6' }];
    });

const compiled = new Map<string, readonly ActiveRequirement[]>();

/** The requirements of an object at a stage, conditional ones included, in reading order. */
export const requirementsAt = (object: GovernedObject, stage: Stage): readonly ActiveRequirement[] => {
  const key = `${object}:${stage}`;
  let found = compiled.get(key);
  if (!found) {
    found = compile(object, stage);
    compiled.set(key, found);
  }
  return found;
};

/** A picklist answers with an option of it alone: what it does not hold is no answer. */
const hasListed = (tag: Tag, value: Value): boolean => {
  if (!tag.options) return true;
  return tag.kind === 'MULTI_SELECT' ? asList(value).some((one) => isListed(tag, one)) : isListed(tag, asText(value));
};

export interface RequirementVerdict {
  readonly applicable: number;
  readonly met: number;
  readonly problems: Problem[];
}

/** Judges what must be on record (POLICY §4). Whether a condition holds is read from the record itself. */
export const judgeRequirements = (
  object: GovernedObject,
  values: Values,
  context: JudgementContext,
): RequirementVerdict => {
  let applicable = 0;
  const problems: Problem[] = [];
  for (const { tag, requirement, alternatives, clause } of requirementsAt(object, context.stage)) {
    if (requirement.when && !CONDITIONS[requirement.when](values, context)) continue;
    applicable += 1;
    const isMet = (one: Tag, counts: typeof isFilled) =>
      counts(one, values[one.name]) && hasListed(one, values[one.name]);
    if (isMet(tag, isFilled) || alternatives.some((alternative) => isMet(alternative, isAnswered))) continue;
    problems.push({
      code: 'REQUIRED_MISSING',
      severity: 'ERROR',
      tag: tag.name,
      clause,
      data: {
        stage: requirement.from,
        ...(requirement.or ? { or: requirement.or } : {}),
      },
    });
  }
  return { applicable, met: applicable - problems.length, problems };
};
