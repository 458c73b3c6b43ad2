import { RISKS, type Risk, STALE_AFTER_DAYS } from '../../objects/taxonomy/risks.ts';
import type { CreditSignal } from '../judgement/credit-signal.ts';

/** What the risks of an opportunity are judged by. */
export interface RiskFacts {
  /** What everybody may know of the customer's credit record. */
  readonly signal: CreditSignal;
  /** A stage that may not be left out was, and that has not been put right. */
  readonly isStageSkipped: boolean;
  /** The opportunity lacks what its stage requires. */
  readonly lacksTags: boolean;
  /** The customer lacks what the stage requires of it. */
  readonly customerLacksTags: boolean;
  /** The competition is asked for and not told, or changed and not looked at again. */
  readonly isCompetitionOpen: boolean;
  /** Working days since the day the deal was to be followed up; 0 or less while that is not over. */
  readonly daysOverdue: number;
  /** A reported change did not follow in time. */
  readonly hasLateNotice: boolean;
}

/** When each risk stands (5.1.6). */
const STANDS: Readonly<Record<Risk, (facts: RiskFacts) => boolean>> = {
  CREDIT_STOP: ({ signal }) => signal === 'STOP',
  STAGE_SKIPPED: ({ isStageSkipped }) => isStageSkipped,
  CREDIT_CAUTION: ({ signal }) => signal === 'CAUTION',
  INCOMPLETE: ({ lacksTags }) => lacksTags,
  CUSTOMER_INCOMPLETE: ({ customerLacksTags }) => customerLacksTags,
  COMPETITION_OPEN: ({ isCompetitionOpen }) => isCompetitionOpen,
  STALE: ({ daysOverdue }) => daysOverdue > STALE_AFTER_DAYS,
  LATE_NOTICE: ({ hasLateNotice }) => hasLateNotice,
};

/** The risks of an opportunity, the gravest first (5.1.6). */
export const judgeRisks = (facts: RiskFacts): readonly Risk[] =>
  RISKS.map(({ value }) => value).filter((risk) => STANDS[risk](facts));
