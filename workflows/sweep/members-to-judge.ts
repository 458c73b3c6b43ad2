import { holderOf } from '../agreements/holder-of.ts';
import { standOf } from '../agreements/stand-of.ts';
import { stateOf } from '../agreements/state-of.ts';
import { dateIn } from '../agreements/terms.ts';
import { isLive } from '../gateway/live-or-deleted.ts';
import type { TeamLists } from '../gateway/load-page.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo } from '../run/run.ts';
import type { Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';

const isWrittenSince = ({ updatedAt, updatedBy }: TwentyRecord, since: string): boolean =>
  Date.parse(String(updatedAt)) >= Date.parse(since) &&
  (updatedBy as { source?: unknown } | null)?.source !== 'APPLICATION';

/**
 * The members whose agreements stand otherwise than their profiles say, be it by time, and those of whom an agreement or
 * a breach was written since an instant: by what a sweep has read of them anyway.
 */
export const membersToJudge = (
  { surroundings, team }: { readonly surroundings: Surroundings; readonly team: TeamLists },
  settings: Settings,
  today: string,
  since: string,
): readonly string[] => {
  const link = linkTo('tagMember');
  const written = new Set(
    [...team.agreement, ...team.incident].filter((one) => isWrittenSince(one, since)).map((one) => one[link]),
  );
  const agreements = Map.groupBy(team.agreement.filter(isLive), (one) => one[link]);
  const isBehind = (profile: TwentyRecord): boolean => {
    const stands = (agreements.get(profile.id) ?? []).map((agreement) =>
      standOf({ settings, today, acknowledgements: new Map() }, holderOf(profile), agreement),
    );
    const { state, until } = stateOf(stands);
    return (
      profile.agreementState !== state ||
      dateIn(profile.agreementUntil) !== until ||
      stands.some(({ status, agreement }) => agreement.status !== status)
    );
  };
  return surroundings.members
    .filter((profile) => written.has(profile.id) || isBehind(profile))
    .map((profile) => String(profile.id));
};
