import type { TwentyRecord } from './record-change.ts';

/** Who is who in the sales team, by workspace member. */
export interface Roster {
  /** The workspace's member with this id; null for whoever was removed, whom `createdBy` and the memory still name. */
  readonly member: (userId: unknown) => string | null;
  /** Workspace members with a duty, in a steady order. */
  readonly holders: (duty: string) => readonly string[];
  /** The profile of a user; null without one. */
  readonly profileOf: (userId: string | null) => TwentyRecord | null;
  /** The post of a member in the sales team (2.4.2). */
  readonly positionOf: (userId: string) => string | null;
  readonly hasDuty: (userId: string | null, duty: string) => boolean;
  /**
   * Whether somebody holds a post whose holders may read credit records (A22): a duty of the policy, or one that leads
   * others. Which role they have in Twenty only Twenty knows, and tells it to whoever calls in their name alone.
   */
  readonly readsCredit: (userId: string | null) => boolean;
  /** The user of a member's manager; null where there is none. */
  readonly superiorOf: (userId: string | null) => string | null;
  /** The same; where there is none the tag manager, or else whoever holds another duty. */
  readonly managerOf: (userId: string | null) => string | null;
}

/** Who stands in where nobody else is to be found, in this order. */
const STAND_INS = ['TAG_MANAGER', 'SUPERVISOR', 'REVIEWER', 'SENIOR'] as const;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads the team from its profiles (2.4.1, 4.2.1, 4.3.1) and the workspace's members. */
export const rosterOf = (profiles: readonly TwentyRecord[], users: readonly TwentyRecord[]): Roster => {
  const userIds = new Set(users.map((user) => user.id));
  const member = (userId: unknown): string | null => (userIds.has(userId) ? String(userId) : null);
  const byId = new Map(profiles.map((profile) => [String(profile.id), profile]));
  const byUser = new Map(profiles.map((profile) => [textOf(profile.workspaceMemberId), profile]));
  const dutiesOf = (profile: TwentyRecord | undefined): readonly unknown[] =>
    Array.isArray(profile?.duties) ? profile.duties : [];
  const leaders = new Set(profiles.map((profile) => textOf(profile.managerId)));
  const readsCredit = (userId: string | null): boolean => {
    const profile = userId === null ? undefined : byUser.get(userId);
    if (!profile) return false;
    return dutiesOf(profile).length > 0 || profile.jobPosition === 'SALES_MANAGER' || leaders.has(String(profile.id));
  };
  const holders = (duty: string): readonly string[] =>
    profiles
      .filter((profile) => dutiesOf(profile).includes(duty))
      .map((profile) => member(profile.workspaceMemberId))
      .filter((user) => user !== null)
      .sort();
  const superiorOf = (userId: string | null): string | null => {
    const manager = userId ? byId.get(String(byUser.get(userId)?.managerId)) : undefined;
    return member(manager?.workspaceMemberId);
  };
  return {
    member,
    holders,
    profileOf: (userId) => (userId === null ? null : (byUser.get(userId) ?? null)),
    positionOf: (userId) => textOf(byUser.get(userId)?.jobPosition),
    hasDuty: (userId, duty) => userId !== null && dutiesOf(byUser.get(userId)).includes(duty),
    readsCredit,
    superiorOf,
    managerOf: (userId) => superiorOf(userId) ?? STAND_INS.flatMap(holders)[0] ?? null,
  };
};
