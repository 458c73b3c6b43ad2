import { type AgreementClause, type AgreementStatus, NEEDED_CLAUSES } from '../../objects/taxonomy/tag-agreement.ts';
import { formatEpochDay, parseEpochDay } from '../calendar/epoch-day.ts';

/** The date so many days later; calendar days. */
export const daysAfter = (date: string, days: number): string => formatEpochDay(parseEpochDay(date) + days);

export interface AgreementFacts {
  /** `YYYY-MM-DD`; null when it is not signed. */
  readonly signedOn: string | null;
  /** The last day on which it counts, `YYYY-MM-DD`; null where it has no end. */
  readonly endsOn: string | null;
  /** What it says. */
  readonly clauses: readonly string[];
  /** The member has acknowledged it as it is. */
  readonly isAcknowledged: boolean;
}

/** What the policy wants an agreement to say and nobody has confirmed (6.3.1–6.3.5). */
export const missingClauses = (clauses: readonly string[]): readonly AgreementClause[] =>
  NEEDED_CLAUSES.filter((clause) => !clauses.includes(clause));

/** Whether all but the member's acknowledgement is there. */
export const isComplete = ({ signedOn, clauses }: AgreementFacts, today: string): boolean =>
  signedOn !== null && signedOn <= today && missingClauses(clauses).length === 0;

/**
 * The last day on which an agreement counts: as it was agreed; sooner where the member has another post since, by which
 * it is to be signed anew within some days (A25).
 */
export const lastDayOf = (
  validUntil: string | null,
  postChangedOn: string | null,
  noticeDays: number,
): string | null => {
  const byPost = postChangedOn === null ? null : daysAfter(postChangedOn, noticeDays);
  if (validUntil === null || byPost === null) return validUntil ?? byPost;
  return byPost < validUntil ? byPost : validUntil;
};

/**
 * How an agreement stands on a day (6.3.1): it counts on its last day and not after it, and ends soon from the day on
 * that lies so many days before.
 */
export const judgeAgreement = (facts: AgreementFacts, today: string, noticeDays: number): AgreementStatus => {
  const { endsOn, isAcknowledged } = facts;
  if (endsOn !== null && endsOn < today) return 'EXPIRED';
  if (!isComplete(facts, today) || !isAcknowledged) return 'DRAFT';
  return endsOn !== null && daysAfter(endsOn, -noticeDays) <= today ? 'EXPIRING' : 'VALID';
};
