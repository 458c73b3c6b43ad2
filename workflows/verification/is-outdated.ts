export interface VerifiedFacts {
  /** When the customer was verified; null when that is not known. ISO 8601. */
  readonly verifiedAt: string | null;
  /** When an event last told that its name or credit code was entered; null when none did. ISO 8601. */
  readonly namedAt: string | null;
  /** One of them was found changed now. */
  readonly isFoundChanged: boolean;
  /** That it is verified was found now as well. */
  readonly isSaidNow: boolean;
}

/**
 * Whether the name or the credit code is another than what was verified (3.1.5): entered after it, as the events tell in
 * whichever order they come; without them, found changed when it was verified already.
 */
export const isOutdated = ({ verifiedAt, namedAt, isFoundChanged, isSaidNow }: VerifiedFacts): boolean =>
  namedAt !== null && verifiedAt !== null ? Date.parse(namedAt) > Date.parse(verifiedAt) : isFoundChanged && !isSaidNow;
