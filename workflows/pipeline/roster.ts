import type { TwentyRecord } from './record-change.ts';

/** Who is who in the sales team, by workspace member. */
export interface Roster {
  /** Workspace members with a duty, in a steady order. */
  readonly holders: (duty: string) => readonly string[];
  readonly hasDuty: (userId: string | null, duty: string) => boolean;
  /** The user of a member's manager; the tag manager where there is none; null where there is neither. */
  readonly managerOf: (userId: string | null) => string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads the team from its profiles (2.4.1, 4.2.1, 4.3.1). */
export const rosterOf = (members: readonly TwentyRecord[]): Roster => {
  const byId = new Map(members.map((member) => [String(member.id), member]));
  const byUser = new Map(members.map((member) => [textOf(member.workspaceMemberId), member]));
  const dutiesOf = (member: TwentyRecord | undefined): readonly unknown[] =>
    Array.isArray(member?.duties) ? member.duties : [];
  const holders = (duty: string): readonly string[] =>
    members
      .filter((member) => dutiesOf(member).includes(duty))
      .map((member) => textOf(member.workspaceMemberId))
      .filter((user) => user !== null)
      .sort();
  return {
    holders,
    hasDuty: (userId, duty) => userId !== null && dutiesOf(byUser.get(userId)).includes(duty),
    managerOf: (userId) => {
      const manager = userId ? byId.get(String(byUser.get(userId)?.managerId)) : undefined;
      return textOf(manager?.workspaceMemberId) ?? holders('TAG_MANAGER')[0] ?? null;
    },
  };
};
