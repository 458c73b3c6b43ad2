import { tagOf } from '../../objects/taxonomy/facts.ts';
import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import type { Problem } from '../rules/problem.ts';
import { judgeRequirements } from './requirements.ts';
import { customerRules } from './rules/customer.ts';
import { damaged } from './rules/damaged.ts';
import { dates } from './rules/dates.ts';
import { agreementInForce, reviewerQualified, targetPeriod } from './rules/member.ts';
import { numbers } from './rules/numbers.ts';
import {
  closeDatePassed,
  competitionReviewed,
  competitors,
  creditGate,
  customerThere,
  likeDeals,
  offeredNumbers,
  outcomeAfterSignature,
  stageGate,
} from './rules/opportunity.ts';
import { options } from './rules/options.ts';
import { otherNamed } from './rules/other-named.ts';
import { productName } from './rules/product.ts';
import { retired } from './rules/retired.ts';
import { terms } from './rules/terms.ts';
import type { Report, Rule } from './rules/types.ts';
import { verification } from './rules/verification.ts';
import type { JudgementContext, Values } from './values.ts';

/** Every rule, in the order its problems are told. */
export const rules: readonly Rule[] = [
  options,
  retired,
  otherNamed,
  terms,
  damaged,
  ...customerRules,
  customerThere,
  likeDeals,
  competitors,
  competitionReviewed,
  stageGate,
  creditGate,
  outcomeAfterSignature,
  closeDatePassed,
  offeredNumbers,
  productName,
  targetPeriod,
  agreementInForce,
  reviewerQualified,
  numbers,
  dates,
  verification,
];

const rulesOf = perGovernedObject((object) => rules.filter((rule) => rule.objects.includes(object)));

export interface Judgement {
  /** Errors first as they stand on the record page, then by tag. */
  readonly problems: readonly Problem[];
  /** Requirements met of those that apply, in whole percent; 100 only when every one is met. */
  readonly completeness: number;
  readonly hasErrors: boolean;
}

/** Judges one record's tags. Pure: the same values and context always give the same judgement. */
export const judge = (object: GovernedObject, values: Values, context: JudgementContext): Judgement => {
  const { applicable, met, problems } = judgeRequirements(object, values, context);
  const report: Report = (code, severity, tag, data = {}, clause = tagOf(object, tag).clauses[0] ?? '3.2.7') => {
    problems.push({ code, severity, tag, clause, data });
  };
  for (const rule of rulesOf[object]) rule.judge(values, context, report, object);
  return {
    problems,
    completeness: applicable === 0 ? 100 : Math.floor((100 * met) / applicable),
    hasErrors: problems.some((problem) => problem.severity === 'ERROR'),
  };
};
