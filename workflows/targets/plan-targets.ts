import { quarterOf, readQuarter } from '../rules/quarter.ts';
import { compareText } from '../run/compare-text.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { enteredFigures, hasTargets, salesFigures, stateOf, targetsIn, withPlainMoney } from './follow-target.ts';
import { NO_RESULT, type Results, resultKey } from './results.ts';

/** What the targets of a team are followed by. */
export interface TargetFacts {
  /** All targets, those in the trash too. */
  readonly targets: readonly TwentyRecord[];
  /** The team's profiles; of whoever left with the user they had. */
  readonly profiles: readonly TwentyRecord[];
  readonly results: Results;
  /** The first quarter the results are known of. */
  readonly since: string;
  /** Today in the policy's zone, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface TargetPlan {
  /** Targets that stood on a profile alone. */
  readonly adopted: readonly Patch[];
  readonly targets: readonly Patch[];
  readonly members: readonly Patch[];
}

const isDeleted = ({ deletedAt }: TwentyRecord): boolean => textOrNull(deletedAt) !== null;
const quarterIn = ({ quarter }: TwentyRecord): string | null => readQuarter(textOrNull(quarter) ?? '');
const isPair = (target: TwentyRecord): boolean => quarterIn(target) !== null && textOrNull(target.memberId) !== null;
const pairOf = (memberId: unknown, quarter: string | null): string => `${memberId}:${quarter}`;

/** Of several live targets of a member and quarter the one entered first counts; what names none of them stands alone. */
const countedAmong = (live: readonly TwentyRecord[]): ReadonlySet<unknown> =>
  new Set(
    [...Map.groupBy(live, (target) => pairOf(target.memberId, quarterIn(target))).values()].map(
      (same) => same.toSorted(byAge)[0]?.id,
    ),
  );

const byAge = (left: TwentyRecord, right: TwentyRecord): number =>
  compareText(String(left.createdAt ?? ''), String(right.createdAt ?? '')) ||
  compareText(String(left.id), String(right.id));

/** Who holds which key: a record in the trash keeps its own, and Twenty gives it to no other. */
const holdersOf = (targets: readonly TwentyRecord[]): ReadonlyMap<unknown, unknown> =>
  new Map(targets.flatMap(({ id, key }) => (textOrNull(key) === null ? [] : [[key, id] as const])));

/** A profile's own targets, entered before there were targets by quarter: they become the one of their quarter. */
const adoptedFrom = (profile: TwentyRecord, known: ReadonlySet<string>): readonly TwentyRecord[] => {
  const quarter = readQuarter(textOrNull(profile.targetPeriod) ?? '');
  const pair = pairOf(profile.id, quarter);
  if (quarter === null || !hasTargets(profile) || known.has(pair)) return [];
  return [{ id: recordId(`target:${pair}`), memberId: profile.id, quarter, ...targetsIn(profile) }];
};

/** The target a profile shows: the current quarter's, else the last one there was, else the first one to come. */
const shownOn = (
  profile: TwentyRecord,
  targets: readonly TwentyRecord[],
  current: string,
): TwentyRecord | undefined => {
  const own = targets
    .filter(({ memberId }) => memberId === profile.id)
    .sort((left, right) => compareText(String(left.quarter), String(right.quarter)));
  return own.findLast(({ quarter }) => String(quarter) <= current) ?? own.at(0);
};

/**
 * What is to be written of the targets and of the profiles that show them. Made from what it has written itself, a second
 * plan is empty. A quarter whose results are not known keeps its figures.
 */
export const planTargets = ({ targets: all, profiles, results, since, today }: TargetFacts): TargetPlan => {
  const current = quarterOf(today);
  const known = new Set(all.filter(isPair).map((target) => pairOf(target.memberId, quarterIn(target))));
  const holders = holdersOf(all);
  const live = all.filter((target) => !isDeleted(target));
  const counted = countedAmong(live);
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));

  const follow = (target: TwentyRecord, counts: boolean): TwentyRecord => {
    const quarter = quarterIn(target);
    const profile = byId.get(target.memberId);
    const userId = textOrNull(profile?.workspaceMemberId);
    const hasBegun = counts && quarter !== null && userId !== null && quarter <= current;
    const isKnown = quarter === null || quarter >= since;
    const result = hasBegun ? (results.get(resultKey(userId, quarter)) ?? NO_RESULT) : null;
    const key = counts && quarter !== null && profile ? pairOf(target.memberId, quarter) : null;
    return {
      name: [textOrNull(profile?.name), quarter ?? textOrNull(target.quarter)].filter(Boolean).join(' · '),
      state: counts ? stateOf(quarter, current) : 'TWICE',
      key: key === null || (holders.get(key) ?? target.id) === target.id ? key : null,
      ...(quarter === null ? {} : { quarter }),
      ...(isKnown ? salesFigures(target, result) : {}),
      ...enteredFigures(target),
    };
  };
  const adopted = profiles
    .flatMap((profile) => adoptedFrom(profile, known))
    .map((target) => ({ ...target, ...follow(target, true) }));
  const followed = live.map((target) => ({
    target,
    wanted: follow(target, !isPair(target) || counted.has(target.id)),
  }));
  const standing = [...adopted, ...followed.map(({ target, wanted }) => ({ ...target, ...wanted }))].filter(
    ({ state }) => state !== 'UNCLEAR' && state !== 'TWICE',
  );
  const members = profiles.flatMap((profile) => {
    const shown = shownOn(profile, standing, current);
    // What nobody ever set by quarter stays as it is; what was set and taken back is shown no more.
    const wasSet = known.has(pairOf(profile.id, readQuarter(textOrNull(profile.targetPeriod) ?? '')));
    if (!shown && !wasSet) return [];
    return (
      differenceOf(withPlainMoney(profile), { targetPeriod: shown?.quarter ?? '', ...targetsIn(shown ?? {}) }) ?? []
    );
  });
  return {
    adopted: adopted.map(({ id, ...fields }) => ({ id: String(id), fields })),
    targets: followed.flatMap(({ target, wanted }) => differenceOf(withPlainMoney(target), wanted) ?? []),
    members,
  };
};

/** The quarters that the targets there are, or will be, are of. */
export const quartersOf = (targets: readonly TwentyRecord[], profiles: readonly TwentyRecord[]): readonly string[] => [
  ...new Set(
    [
      ...targets.filter((target) => !isDeleted(target)).map(quarterIn),
      ...profiles.filter(hasTargets).map(({ targetPeriod }) => readQuarter(textOrNull(targetPeriod) ?? '')),
    ].filter((quarter) => quarter !== null),
  ),
];
