import { oneProfileEach } from '../run/profiles.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Roster } from '../run/roster.ts';
import { idOf, textOrNull } from '../run/run.ts';

/** Somebody of the team who is a user of the workspace. */
export interface Assessed {
  /** The profile. */
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly managerId: string | null;
  readonly isSupervisor: boolean;
  readonly createdAt: string;
  readonly joinedOn: string | null;
}

/** Whoever can be assessed: each user of the team once. Nobody is left to appeal for a profile without a user. */
export const assessedPeople = (profiles: readonly TwentyRecord[], roster: Roster): readonly Assessed[] =>
  oneProfileEach(profiles).flatMap((profile) => {
    const user = roster.member(profile.workspaceMemberId);
    if (user === null) return [];
    return [
      {
        id: idOf(profile),
        user,
        name: textOrNull(profile.name) ?? '',
        managerId: textOrNull(profile.managerId),
        isSupervisor: roster.hasDuty(user, 'SUPERVISOR'),
        createdAt: String(profile.createdAt),
        joinedOn: textOrNull(profile.joinedOn),
      },
    ];
  });
