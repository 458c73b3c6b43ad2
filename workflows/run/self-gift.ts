/** Tags of a member that nobody gives themselves (A27, 4.3.2, 6.1.2). */
export const GIVEN_BY_OTHERS = ['duties', 'teamwork', 'reviewerSkills'] as const;
export type GivenByOthers = (typeof GIVEN_BY_OTHERS)[number];

/** One list for each of them. */
export type Given = Readonly<Record<GivenByOthers, readonly string[]>>;

/** Makes such a list of each. */
export const givenOf = (make: (field: GivenByOthers) => readonly string[]): Given => ({
  duties: make('duties'),
  teamwork: make('teamwork'),
  reviewerSkills: make('reviewerSkills'),
});

/** What such a tag holds: the options of a list, or a text as the one thing said. */
export const givenIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.map(String);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? [] : [text];
};

/** What somebody gave themselves on their own profile by one write, as its event tells of it. */
export interface SelfGift extends Given {
  /** ISO 8601. */
  readonly at: string;
  /** The text that stood there before, whoever gave it. */
  readonly replaced?: readonly string[];
}
