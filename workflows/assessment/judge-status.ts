import type { assessmentStatuses } from '../../objects/taxonomy/picklists.ts';

export type AssessmentStatus = (typeof assessmentStatuses)[number]['value'];

/** Why a status that a person set may not stand. */
export type StatusFault =
  | 'ACTOR_UNKNOWN'
  | 'NOT_A_SUPERVISOR'
  | 'ASSESSED_SELF'
  | 'DECISION_MISSING'
  | 'APPEAL_BY_MEMBER'
  | 'APPEAL_STILL_OPEN'
  | 'ASSESSMENT_KEPT';

export interface StatusFacts {
  /** The status the application last gave. */
  readonly was: AssessmentStatus;
  /** The status the record has. */
  readonly now: unknown;
  /** Who set it; null where that is not known. */
  readonly by: string | null;
  /** Whom the assessment is of. */
  readonly member: string | null;
  /** Whoever set it has the duty. */
  readonly isSupervisor: boolean;
  /** What becomes of the appeal was said. */
  readonly hasDecision: boolean;
  /** The days in which the member may appeal are over. */
  readonly isAppealOver: boolean;
}

const whoMay = ({ by, member, isSupervisor }: StatusFacts): StatusFault | null => {
  if (by === null) return 'ACTOR_UNKNOWN';
  if (by === member) return 'ASSESSED_SELF';
  return isSupervisor ? null : 'NOT_A_SUPERVISOR';
};

const faultOf = (facts: StatusFacts): StatusFault | null => {
  const { was, now, hasDecision, isAppealOver } = facts;
  if (was === 'DRAFT' && now === 'CONFIRMED') return whoMay(facts);
  if (was === 'APPEALED' && now === 'FINAL') return whoMay(facts) ?? (hasDecision ? null : 'DECISION_MISSING');
  if (was === 'CONFIRMED' && now === 'APPEALED') return 'APPEAL_BY_MEMBER';
  if (was === 'CONFIRMED' && now === 'FINAL') return isAppealOver ? null : 'APPEAL_STILL_OPEN';
  return 'ASSESSMENT_KEPT';
};

/**
 * The status an assessment may have (I3, I9): a supervisor confirms, never of oneself; the member may appeal for some
 * days, on their own page; then it is final, or when a supervisor has decided on the appeal. What else a person sets
 * is put back, and a fault says why.
 */
export const judgeStatus = (
  facts: StatusFacts,
): { readonly status: AssessmentStatus; readonly fault: StatusFault | null } => {
  const { was, now, isAppealOver } = facts;
  if (now === was) return { status: was === 'CONFIRMED' && isAppealOver ? 'FINAL' : was, fault: null };
  const fault = faultOf(facts);
  return { status: fault ? was : (now as AssessmentStatus), fault };
};
