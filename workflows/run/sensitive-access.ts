import type { TwentyRecord } from './record-change.ts';
import { type Run, textOrNull } from './run.ts';

/**
 * Whether a profile has an agreement in force on a day (6.3.1): as the application last judged it, and not beyond its
 * last day, whether the judgement of that day has come or not.
 */
export const isBound = (profile: TwentyRecord | null, today: string): boolean => {
  const isInForce = profile?.agreementState === 'VALID' || profile?.agreementState === 'EXPIRING';
  const until = textOrNull(profile?.agreementUntil)?.slice(0, 10);
  return isInForce && (until === undefined || until >= today);
};

/** Whether agreements are needed already: after their introduction there are some days to sign them. */
export const areAgreementsNeeded = ({ agreementsFrom, today }: Pick<Run, 'agreementsFrom' | 'today'>): boolean =>
  agreementsFrom !== null && agreementsFrom <= today;

/**
 * The one place that decides whether somebody may see sensitive tags (6.1.3, 6.3.1): their role in Twenty lets them, and
 * they are bound by an agreement in force. Every route and panel asks here, before a value leaves.
 */
export const maySeeSensitive = (
  run: Pick<Run, 'agreementsFrom' | 'today' | 'roster'>,
  userId: string | null,
  roleMay: boolean,
): boolean => roleMay && (!areAgreementsNeeded(run) || isBound(run.roster.profileOf(userId), run.today));
