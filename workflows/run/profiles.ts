import { compareText } from './compare-text.ts';
import type { TwentyRecord } from './record-change.ts';
import { idOf, textOrNull } from './run.ts';

const byAge = (left: TwentyRecord, right: TwentyRecord): number =>
  compareText(textOrNull(left.createdAt) ?? '', textOrNull(right.createdAt) ?? '') ||
  compareText(idOf(left), idOf(right));

const dutiesOf = ({ duties }: TwentyRecord): readonly unknown[] => (Array.isArray(duties) ? duties : []);

/**
 * One profile a user. Several of one user count as one: the profile made first, with the duties of all, and whoever
 * reports to another of them reports to it.
 */
export const oneProfileEach = (profiles: readonly TwentyRecord[]): readonly TwentyRecord[] => {
  const byUser = Map.groupBy(
    [...profiles].sort(byAge),
    (profile) => textOrNull(profile.workspaceMemberId) ?? idOf(profile),
  );
  if (byUser.size === profiles.length) return profiles;
  const keptFor = new Map(
    [...byUser.values()].flatMap(([first, ...others]) => others.map((other) => [other.id, first?.id])),
  );
  return [...byUser.values()].flatMap((same) =>
    same.slice(0, 1).map((first) => ({
      ...first,
      duties: [...new Set(same.flatMap(dutiesOf))],
      managerId: same.map(({ managerId }) => keptFor.get(managerId) ?? managerId).find(Boolean) ?? null,
    })),
  );
};
