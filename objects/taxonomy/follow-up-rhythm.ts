import type { Stage } from './types.ts';

/** What is known of the competition for an opportunity (2.2.14): competitors named, nothing yet, or that there is none. */
export const COMPETITIONS = ['NAMED', 'OPEN', 'NONE'] as const;
export type Competition = (typeof COMPETITIONS)[number];

/**
 * Working days after which an opportunity is followed up again, by its stage and its competition (5.1.4). The policy
 * gives no numbers: these are ours. The closer to the contract and the more there is to lose, the sooner; once it is
 * signed, competition plays no part.
 */
export const FOLLOW_UP_RHYTHM: Readonly<Record<Stage, Readonly<Record<Competition, number>>>> = {
  PROSPECT: { NAMED: 5, OPEN: 7, NONE: 10 },
  INTERESTED: { NAMED: 3, OPEN: 5, NONE: 7 },
  NEEDS_CONFIRMED: { NAMED: 3, OPEN: 4, NONE: 5 },
  SOLUTION: { NAMED: 2, OPEN: 3, NONE: 5 },
  NEGOTIATION: { NAMED: 1, OPEN: 2, NONE: 3 },
  SIGNED: { NAMED: 5, OPEN: 5, NONE: 5 },
  DELIVERY: { NAMED: 10, OPEN: 10, NONE: 10 },
  AFTER_SALES: { NAMED: 20, OPEN: 20, NONE: 20 },
};
