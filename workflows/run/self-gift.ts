/** Tags of a member that nobody gives themselves (A27, 6.1.2). */
export const GIVEN_BY_OTHERS = ['duties', 'teamwork'] as const;
export type GivenByOthers = (typeof GIVEN_BY_OTHERS)[number];

/** What somebody gave themselves on their own profile by one write, as its event tells of it. */
export interface SelfGift extends Readonly<Record<GivenByOthers, readonly string[]>> {
  /** ISO 8601. */
  readonly at: string;
}
