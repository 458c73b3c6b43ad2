export interface GiftFacts {
  /** What the profile holds. */
  readonly held: readonly string[];
  /** What it held when it was last looked at; null when that is not known. */
  readonly before: readonly string[] | null;
  /** What events tell the member to have given themselves since. */
  readonly told: readonly string[];
  /** No event tells who wrote the tag, and it may have been the member. */
  readonly isSuspect: boolean;
  /** Nobody else could have given it. */
  readonly isAlone: boolean;
}

/**
 * What of a profile the member gave themselves (A27, 6.1.2). What nobody is known to have given counts where the member
 * may have: whoever leads gives it again. Who is alone with the policy appoints themselves, for somebody must begin.
 */
export const selfGiven = ({ held, before, told, isSuspect, isAlone }: GiftFacts): readonly string[] => {
  if (isAlone) return [];
  const gained = before === null ? [] : held.filter((one) => !before.includes(one));
  return held.filter((one) => told.includes(one) || (isSuspect && gained.includes(one)));
};
