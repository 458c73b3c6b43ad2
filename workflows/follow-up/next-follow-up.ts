import { type Competition, FOLLOW_UP_RHYTHM } from '../../objects/taxonomy/follow-up-rhythm.ts';
import type { Stage } from '../../objects/taxonomy/types.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** What the next follow-up of an opportunity hangs on. Dates `YYYY-MM-DD`, instants ISO 8601. */
export interface FollowUpFacts {
  readonly stage: Stage;
  readonly competition: Competition;
  /** Open or won: somebody is still to be followed up. */
  readonly isLive: boolean;
  /** It was lost or abandoned just now. */
  readonly hasEnded: boolean;
  /** The date on the record. */
  readonly date: string | null;
  /** The instant by which a person had set that date; null where the application proposed it. */
  readonly setBy: string | null;
  /** When tags were last entered or confirmed, which is what shows of a follow-up. */
  readonly followedUpAt: string;
  readonly calendar: WorkingCalendar;
}

/** The rhythm's date, so many working days after the last follow-up (5.1.4). */
const proposed = ({ stage, competition, followedUpAt, calendar }: FollowUpFacts): string =>
  calendar.addWorkdays(calendar.dateOf(followedUpAt), FOLLOW_UP_RHYTHM[stage][competition]);

/** Whether a person's date was kept: the deal was followed up on it or later, after the date had been set. */
const isKept = ({ date, setBy, followedUpAt, calendar }: FollowUpFacts): boolean =>
  date !== null &&
  setBy !== null &&
  Date.parse(followedUpAt) > Date.parse(setBy) &&
  calendar.dateOf(followedUpAt) >= date;

/**
 * When an opportunity is to be followed up next (5.1.4): on the day a person has set, until that was kept, or the deal
 * has ended; else as the rhythm proposes, and never where nobody is left to be followed up.
 */
export const nextFollowUp = (facts: FollowUpFacts): { readonly date: string | null; readonly isOwn: boolean } => {
  const { date, setBy, isLive, hasEnded } = facts;
  if (date !== null && setBy !== null && !hasEnded && !isKept(facts)) return { date, isOwn: true };
  return { date: isLive ? proposed(facts) : null, isOwn: false };
};
