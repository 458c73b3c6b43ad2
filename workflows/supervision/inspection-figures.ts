import type { InspectionScore } from '../../objects/taxonomy/tag-inspection.ts';
import { figureField, INSPECTION_SCORES } from '../../objects/taxonomy/tag-inspection.ts';
import { countFacts, countTogether, type Found } from '../assessment/count-facts.ts';
import type { Share } from '../assessment/counted.ts';
import type { Assessed } from '../assessment/people.ts';
import { rateOf } from '../assessment/score.ts';

/** What each figure was counted of. */
export type Counts = Readonly<Record<InspectionScore, Share>>;

const together = (shares: readonly Share[]): Share => ({
  part: shares.reduce((sum, { part }) => sum + part, 0),
  whole: shares.reduce((sum, { whole }) => sum + whole, 0),
});

/**
 * What the application counts beside what an inspector gives (7.1.2): of reviews and of gaps, how creation is kept; of how
 * the records stand, how they are updated; of changes, checks, corrections and answers, how the policy is used.
 */
export const countsOf = (people: readonly Assessed[], found: Found): Counts => {
  const { rates, duties } = countTogether(people.map(({ user }) => countFacts(user, found)));
  return {
    creationAccuracy: rates.accuracy,
    creationTimeliness: duties.COMPLETION,
    updatePropriety: rates.propriety,
    updateCompleteness: rates.completeness,
    useCompliance: together([duties.CHANGE, duties.CHECK, duties.CORRECTION, duties.ANSWER]),
  };
};

/** The fields that hold the figures. */
export const figureFields = (counted: Counts): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(INSPECTION_SCORES.map((score) => [figureField(score), rateOf(counted[score])])),
  counted,
});
