import { CHECK_GROUPS, type CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import { tagsOf } from '../../objects/taxonomy/facts.ts';
import { type GovernedObject, STAGES, type Stage } from '../../objects/taxonomy/types.ts';

/** The first stage that asks for a credit record. */
const CREDIT_FROM = Math.min(
  ...tagsOf('tagCredit').flatMap(({ required = [] }) => required.map(({ from }) => STAGES.indexOf(from))),
);

/**
 * The groups that a check of a record is made of (4.1.1): the seven of a customer, its credit once there is a record of
 * it or its stage asks for one; none of other objects, which are checked as a whole.
 */
export const groupsToCheck = (object: GovernedObject, stage: Stage, hasCredit: boolean): readonly CheckGroup[] => {
  if (object !== 'company') return [];
  const isCreditAsked = hasCredit || STAGES.indexOf(stage) >= CREDIT_FROM;
  return CHECK_GROUPS.filter((group) => group !== 'CREDIT' || isCreditAsked);
};
