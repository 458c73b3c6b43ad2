import type { RectificationOutcome, RectificationStatus } from '../../objects/taxonomy/tag-rectification.ts';

/** Why what somebody asked for is not done. */
export type RectificationFault =
  /** Only the post of supervision issues notices. */
  | 'NOT_A_SUPERVISOR'
  /** Nobody issues one to oneself. */
  | 'ISSUED_TO_SELF'
  | 'RECHECK_UNANSWERED'
  /** The member, whoever answered, and nobody are no second pair of eyes. */
  | 'RECHECK_OWN'
  | 'RECHECK_NOTE_MISSING';

/** Who said something, and when; nobody is known to have where `by` is null. */
export interface Said {
  readonly by: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** Whether a notice may be issued by somebody to a member. */
export const issueFault = (input: {
  readonly by: string | null;
  readonly isSupervisor: boolean;
  readonly member: string | null;
}): RectificationFault | null => {
  if (!input.isSupervisor) return 'NOT_A_SUPERVISOR';
  return input.by === input.member ? 'ISSUED_TO_SELF' : null;
};

/** Whether a recheck counts: after an answer, by somebody else than who answered and the member, with a note when it failed. */
export const recheckFault = (input: {
  readonly verdict: 'PASSED' | 'FAILED';
  readonly by: string | null;
  readonly member: string | null;
  readonly answeredBy: string | null;
  readonly isAnswered: boolean;
  readonly hasNote: boolean;
}): RectificationFault | null => {
  if (!input.isAnswered) return 'RECHECK_UNANSWERED';
  if (input.by === null || input.by === input.member || input.by === input.answeredBy) return 'RECHECK_OWN';
  return input.verdict === 'FAILED' && !input.hasNote ? 'RECHECK_NOTE_MISSING' : null;
};

/** One round of a notice: from its issue, or its reopening, to its recheck. */
export interface Round {
  /** 1 for the first. */
  readonly number: number;
  /** The instant its last day ends, exclusive. */
  readonly end: Date;
  /** When it was answered; null while it is not. ISO 8601. */
  readonly answeredAt: string | null;
  readonly isClosed: boolean;
}

/** Whether an answer came in time: before the instant the last day ends. */
export const isInTime = ({ end, answeredAt }: Pick<Round, 'end' | 'answeredAt'>): boolean =>
  answeredAt !== null && Date.parse(answeredAt) < end.getTime();

/** Whether the last day of a round passed without an answer, be it that one came later. */
export const isMissed = (round: Round, now: Date): boolean => !isInTime(round) && now.getTime() >= round.end.getTime();

/** How a notice that was issued stands. */
export const statusOf = (round: Round, now: Date): RectificationStatus => {
  if (round.isClosed) return 'CLOSED';
  if (round.answeredAt !== null) return 'ANSWERED';
  if (isMissed(round, now)) return 'OVERDUE';
  return round.number > 1 ? 'REOPENED' : 'OPEN';
};

/** What a notice counts as (I4): what was late, or did not pass at once, stays so; null while it is not known. */
export const outcomeOf = (round: Round, now: Date): RectificationOutcome | null => {
  if (round.number > 1 || isMissed(round, now)) return 'NOT_IN_TIME';
  return round.isClosed ? 'IN_TIME' : null;
};
