import type { CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import { laterEntry } from '../run/entry.ts';

/** Who confirmed a group, and when. */
export interface Confirmation {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string | null;
}

export type Confirmations = Readonly<Partial<Record<CheckGroup, Confirmation>>>;

export interface GroupsFacts {
  /** The groups the check is made of. */
  readonly wanted: readonly CheckGroup[];
  /** What is remembered of groups confirmed by themselves. */
  readonly confirmed: Confirmations;
  /** The confirmation that is made now; null without one. */
  readonly said: (Confirmation & { readonly groups: readonly CheckGroup[] }) | null;
  /** When all groups were last confirmed; null when they never were. ISO 8601. */
  readonly checkedAt: string | null;
  /** Tells the period an instant lies in from every other. */
  readonly periodOf: (instant: string) => string;
  readonly now: string;
}

export interface GroupsVerdict {
  /** When all groups were confirmed in one period by what is said now; null when they are not. ISO 8601. */
  readonly wholeAt: string | null;
  /** What to remember. */
  readonly confirmed: Confirmations;
  /** The groups confirmed in the present period, and those still to be. */
  readonly done: readonly CheckGroup[];
  readonly left: readonly CheckGroup[];
}

const withSaid = (confirmed: Confirmations, { at, by, groups }: NonNullable<GroupsFacts['said']>): Confirmations => ({
  ...confirmed,
  ...Object.fromEntries(groups.map((group) => [group, laterEntry(confirmed[group], { at, by })])),
});

/**
 * Whether a check is kept: when all groups were confirmed in one period, be it by several people (4.1.1, A8). In which
 * order they are told of plays no part. Where all were confirmed in a period, no group of it is left.
 */
export const judgeGroups = (facts: GroupsFacts): GroupsVerdict => {
  const { wanted, said, checkedAt, periodOf, now } = facts;
  const confirmed = said ? withSaid(facts.confirmed, said) : facts.confirmed;
  const within = (period: string): readonly CheckGroup[] =>
    wanted.filter((group) => {
      const one = confirmed[group];
      return one !== undefined && periodOf(one.at) === period;
    });
  const isWhole = said !== null && within(periodOf(said.at)).length === wanted.length;
  const instants = isWhole ? wanted.flatMap((group) => confirmed[group]?.at ?? []) : [];
  const wholeAt = said && isWhole ? instants.reduce(later, said.at) : null;
  const wholePeriods = [wholeAt, checkedAt].flatMap((instant) => (instant === null ? [] : periodOf(instant)));
  const present = periodOf(now);
  const done = wholePeriods.includes(present) ? wanted : within(present);
  return {
    wholeAt,
    confirmed: Object.fromEntries(
      Object.entries(confirmed).filter(([, { at }]) => !wholePeriods.includes(periodOf(at))),
    ),
    done,
    left: wanted.filter((group) => !done.includes(group)),
  };
};

const later = (left: string, right: string): string => (Date.parse(right) > Date.parse(left) ? right : left);
