import { findTag, type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import {
  type Condition,
  type GovernedObject,
  perGovernedObject,
  type Requirement,
  STAGES,
  type Stage,
} from '../../objects/taxonomy/types.ts';
import type { Problem } from '../rules/problem.ts';
import { quarterOf } from '../rules/quarter.ts';
import { isAnswered, isFilled, namedCompetitors } from './filled.ts';
import { listOf } from './listed.ts';
import { POLICY_RULINGS, type Rulings, requiredOf } from './rulings.ts';
import type { JudgementContext, Value, Values } from './values.ts';
import { asList, asText } from './values.ts';

/** A tag that may answer a requirement. */
interface Answer {
  readonly tag: TagFacts;
  readonly name: string;
  /** The options of a picklist; null for a tag that is none. */
  readonly list: ReadonlySet<string> | null;
}

/** A requirement of the taxonomy made ready for judging. */
export interface ActiveRequirement extends Answer {
  readonly requirement: Requirement;
  readonly alternatives: readonly Answer[];
  /** What is told of a record that does not meet it. */
  readonly problem: Problem;
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
const applicableOf = (tag: TagFacts, stage: Stage, rulings: Rulings): Requirement | undefined => {
  const reached = STAGES.indexOf(stage);
  return requiredOf(rulings, tag)
    .filter((requirement) => STAGES.indexOf(requirement.from) <= reached)
    .at(-1);
};

const answerOf = (tag: TagFacts): Answer => ({ tag, name: tag.name, list: tag.options ? listOf(tag) : null });

const compile = (object: GovernedObject, stage: Stage, rulings: Rulings): readonly ActiveRequirement[] =>
  tagsOf(object).flatMap((tag) => {
    const requirement = applicableOf(tag, stage, rulings);
    if (!requirement) return [];
    const alternatives = (requirement.or ?? []).map((name) => {
      const alternative = findTag(object, name);
      if (!alternative) throw new Error(`${object}.${tag.name} names an unknown alternative "${name}"`);
      return answerOf(alternative);
    });
    const problem: Problem = {
      code: 'REQUIRED_MISSING',
      severity: 'ERROR',
      tag: tag.name,
      clause: requirement.clause ?? tag.clauses[0] ?? '3.2.6',
      data: { stage: requirement.from, ...(requirement.or ? { or: requirement.or } : {}) },
    };
    return [{ ...answerOf(tag), requirement, alternatives, problem }];
  });

type Compiled = Readonly<Record<GovernedObject, Map<Stage, readonly ActiveRequirement[]>>>;

/** Those of the policy for good; a company's own as long as a run knows its rulings. */
const compiled = new WeakMap<Rulings, Compiled>();

const compiledFor = (rulings: Rulings): Compiled => {
  const known = compiled.get(rulings);
  if (known) return known;
  const made: Compiled = perGovernedObject(() => new Map());
  compiled.set(rulings, made);
  return made;
};

/** The requirements of an object at a stage, conditional ones included, in reading order. */
export const requirementsAt = (
  object: GovernedObject,
  stage: Stage,
  rulings: Rulings = POLICY_RULINGS,
): readonly ActiveRequirement[] => {
  const known = compiledFor(rulings)[object];
  let found = known.get(stage);
  if (!found) {
    found = compile(object, stage, rulings);
    known.set(stage, found);
  }
  return found;
};

/** Whether a value answers. A picklist answers with an option of it alone: what it does not hold is no answer. */
const isMet = ({ tag, list }: Answer, value: Value, counts: typeof isFilled): boolean => {
  if (!list) return counts(tag, value);
  return tag.kind === 'MULTI_SELECT' ? asList(value).some((one) => list.has(one)) : list.has(asText(value));
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
  for (const active of requirementsAt(object, context.stage, context.rulings)) {
    const { requirement, alternatives, problem } = active;
    if (requirement.when && !CONDITIONS[requirement.when](values, context)) continue;
    applicable += 1;
    if (isMet(active, values[active.name], isFilled)) continue;
    if (alternatives.some((alternative) => isMet(alternative, values[alternative.name], isAnswered))) continue;
    problems.push(problem);
  }
  return { applicable, met: applicable - problems.length, problems };
};
