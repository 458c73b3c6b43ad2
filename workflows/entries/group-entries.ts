import { tagsOf } from '../../objects/taxonomy/facts.ts';
import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { isObject, text } from '../memory/slice.ts';
import { type Entry, type GroupEntries, type GroupEntry, laterEntry } from '../run/entry.ts';

/** What is known of the entries of a record's groups, and what a judgement learns. */
export interface GroupSight {
  readonly object: GovernedObject;
  /** What is remembered; undefined where all groups were entered with the record's last entry. */
  readonly known: GroupEntries | undefined;
  /** The record's last entry known before, and whether it was a guess. */
  readonly stored: GroupEntry | undefined;
  /** The record's last entry known now, likewise. */
  readonly entry: GroupEntry | null;
  /** Tags that were on record before, and those that are now. */
  readonly before: readonly string[];
  readonly now: readonly string[];
  /** Tags found changed by comparing. */
  readonly changed: readonly string[];
  /** Entries that events tell of. */
  readonly told: readonly Entry[];
  /** Whom an entry is put down to that no event tells of. */
  readonly guess: Entry | null;
}

type Stamp = Pick<Entry, 'at' | 'by'>;

const bare = ({ at, by }: Stamp): Stamp => ({ at, by });

const isSame = (left: Stamp, right: Stamp): boolean =>
  left.by === right.by && Date.parse(left.at) === Date.parse(right.at);

const groupEntry = (last: Stamp, first: Stamp): GroupEntry =>
  isSame(last, first) ? bare(last) : { ...bare(last), first: bare(first) };

const earlier = (left: Stamp, right: Stamp): Stamp => (laterEntry(left, right) === right ? left : right);

/** An entry that an event tells of, beside what is known: the order in which events come plays no part. */
const withTold = (known: GroupEntry | undefined, told: Entry): GroupEntry => {
  if (!known) return bare(told);
  if (known.isGuessed) {
    // What was known before the guess is no news.
    if (known.first && Date.parse(told.at) <= Date.parse(known.first.at)) return known;
    return groupEntry(told, known.first ?? told);
  }
  const first = earlier(known.first ?? known, told);
  return groupEntry(laterEntry(known, told), first);
};

const withGuess = (known: GroupEntry | undefined, guess: Entry): GroupEntry => ({
  ...(known && !known.isGuessed ? groupEntry(guess, known.first ?? known) : { ...bare(guess), ...firstOf(known) }),
  isGuessed: true,
});

const firstOf = (known: GroupEntry | undefined) => (known?.first ? { first: known.first } : {});

/** The group of each tag; every judgement asks for all of them. */
const GROUPS_OF = perGovernedObject(
  (object): ReadonlyMap<string, string> => new Map(tagsOf(object).map(({ name, group }) => [name, group])),
);

/** The groups of some tags of an object, each once. */
export const groupsOf = (object: GovernedObject, tags: readonly string[]): readonly string[] => {
  const groups = new Set<string>();
  for (const name of tags) {
    const group = GROUPS_OF[object].get(name);
    if (group) groups.add(group);
  }
  return [...groups];
};

const perGroup = (groups: readonly string[], entry: GroupEntry | null | undefined): GroupEntries =>
  entry ? Object.fromEntries(groups.map((group) => [group, entry])) : {};

/** Who entered each group that is on record, as remembered, or else with the record's last entry. */
export const groupEntriesOf = (
  object: GovernedObject,
  known: GroupEntries | undefined,
  tags: readonly string[],
  entry: GroupEntry | null,
): GroupEntries => known ?? perGroup(groupsOf(object, tags), entry);

/**
 * Who entered each group of tags, with what a judgement learns. Undefined as long as every group was entered with the
 * record's last entry, which the record bears: so what was remembered before there were groups is read without a word.
 */
export const rememberGroups = (sight: GroupSight): GroupEntries | undefined => {
  const { object, known, stored, entry, before, now, changed, told, guess } = sight;
  const tagsTold = (one: Entry): readonly string[] => one.tags ?? changed;
  if (changed.length === 0 && told.length === 0) return known;
  const groups: Record<string, GroupEntry> = { ...groupEntriesOf(object, known, before, stored ?? null) };
  const isTold = new Set<string>();
  for (const one of told) {
    for (const group of groupsOf(object, tagsTold(one))) {
      groups[group] = withTold(groups[group], one);
      isTold.add(group);
    }
  }
  for (const group of groupsOf(object, changed)) {
    if (guess && !isTold.has(group)) groups[group] = withGuess(groups[group], guess);
  }
  const wanted = groupEntriesOf(object, undefined, now, entry);
  const isUniform =
    Object.keys(groups).every((group) => wanted[group] !== undefined) &&
    Object.entries(wanted).every(([group, one]) => {
      const own = groups[group];
      return own && isSame(own, one) && !own.first && own.isGuessed === one.isGuessed;
    });
  return isUniform ? undefined : groups;
};

/** Who entered the groups that some tags are of: each person once, the latest first. */
export const enterersOf = (
  groups: GroupEntries,
  object: GovernedObject,
  tags: readonly string[],
): readonly string[] => [
  ...new Set(
    groupsOf(object, tags)
      .flatMap((group) => groups[group] ?? [])
      .sort((left, right) => Date.parse(right.at) - Date.parse(left.at))
      .flatMap(({ by }) => by ?? []),
  ),
];

const entryIn = (value: unknown): Stamp | undefined =>
  isObject(value) && typeof value.at === 'string' ? { at: value.at, by: text(value.by) ?? null } : undefined;

/** Reads what is remembered of the groups. */
export const groupEntriesIn = (value: unknown): GroupEntries | undefined => {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).flatMap(([group, stored]): [string, GroupEntry][] => {
    const last = entryIn(stored);
    if (!last || !isObject(stored)) return [];
    const first = entryIn(stored.first);
    return [
      [group, { ...last, ...(first ? { first } : {}), ...(stored.isGuessed === true ? { isGuessed: true } : {}) }],
    ];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
};
