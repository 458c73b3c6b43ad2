import type { Acknowledgement } from '../run/acknowledgement.ts';

/** An acknowledgement that was accepted: when it was given, and of what terms. */
export interface Acknowledged {
  /** ISO 8601. */
  readonly at: string;
  readonly terms: string;
}

export interface AcknowledgementFacts {
  /** What the record says; null where it is empty. ISO 8601. */
  readonly value: string | null;
  readonly accepted: Acknowledged | undefined;
  /** The terms as they stand. */
  readonly terms: string;
  /** The member's user; null without one. */
  readonly user: string | null;
  readonly told: readonly Acknowledgement[];
  /** Who last wrote the record; null where that was a program. */
  readonly lastWriter: string | null;
}

export type AcknowledgementVerdict =
  /** Nothing is new. */
  | 'KEPT'
  | 'GIVEN'
  | 'WITHDRAWN'
  /** Somebody else wrote it: it is put back. */
  | 'NOT_OWN'
  /** The agreement says something else since. */
  | 'OUTDATED';

export interface AcknowledgementJudgement {
  readonly verdict: AcknowledgementVerdict;
  /** What is accepted from now on. */
  readonly accepted: Acknowledged | undefined;
}

const isSame = (left: string | null, right: string | null): boolean =>
  left === right || (left !== null && right !== null && Date.parse(left) === Date.parse(right));

/**
 * Whether an acknowledgement stands (6.3.5): the member alone gives it and takes it back, and it is of the terms as they
 * were. What nobody is known to have written counts as the last writer's.
 */
export const judgeAcknowledgement = (facts: AcknowledgementFacts): AcknowledgementJudgement => {
  const { value, accepted, terms, user, told, lastWriter } = facts;
  const standing = accepted?.terms === terms ? accepted : undefined;
  const asked = told.find((one) => one.isDirect && one.by === user && one.terms === terms);
  if (asked && user !== null && !standing) return { verdict: 'GIVEN', accepted: { at: asked.at, terms } };
  if (isSame(value, accepted?.at ?? null)) {
    return accepted && !standing ? { verdict: 'OUTDATED', accepted: undefined } : { verdict: 'KEPT', accepted };
  }
  const writes = told.filter((one) => !one.isDirect && isSame(one.value, value));
  const own = writes.filter(({ by }) => by === user && user !== null);
  const isOwn = writes.length > 0 ? own.length > 0 : user !== null && lastWriter === user;
  if (!isOwn) return { verdict: 'NOT_OWN', accepted: standing };
  if (value === null) return { verdict: 'WITHDRAWN', accepted: undefined };
  if (own.length > 0 && !own.some((one) => one.terms === terms)) return { verdict: 'OUTDATED', accepted: undefined };
  return { verdict: 'GIVEN', accepted: { at: value, terms } };
};
