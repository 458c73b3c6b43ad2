import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { asList } from '../judgement/values.ts';
import { enteredTags, seenOf } from '../memory/seen.ts';
import { oncePer } from '../rules/once.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { ownerField, ownerOf } from '../run/run.ts';
import { valuesOf } from '../run/values-of.ts';

/** The objects whose records can be merged: those that are told of as duplicates. */
export const MERGEABLE = ['company', 'opportunity'] as const satisfies readonly GovernedObject[];
export type Mergeable = (typeof MERGEABLE)[number];

/** The tags a record holds by itself, which a merge puts together. */
export const mergedTags = oncePer((object: GovernedObject): readonly TagFacts[] =>
  enteredTags(object).filter(({ via }) => !via),
);

const isList = ({ kind }: TagFacts): boolean => kind === 'MULTI_SELECT' || kind === 'ARRAY';

/** The tags in which two records differ; neither is before the other. */
export const differingTags = (object: GovernedObject, left: TwentyRecord, right: TwentyRecord): readonly TagFacts[] => {
  // The marks go nowhere: any key will do.
  const [one, other] = [left, right].map((record) => seenOf(object, valuesOf(object, record), ''));
  return mergedTags(object).filter(({ name }) => one?.[name] !== other?.[name]);
};

/** What becomes of the tags of two records that are merged. */
export interface MergePlan {
  /** What is written on the survivor. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Tags that the survivor has not, and gets. */
  readonly filled: readonly TagFacts[];
  /** Lists that are put together. */
  readonly joined: readonly TagFacts[];
  /** Tags of which both hold something else. */
  readonly conflicts: readonly TagFacts[];
}

/** The field a tag is written by. */
export const fieldOf = ({ name, kind }: TagFacts): string => (kind === 'MANY_TO_ONE' ? `${name}Id` : name);

/** Whoever owned the loser owns a survivor that nobody does, though an owner is no tag of every object. */
const ownerOfLoser = (object: GovernedObject, survivor: TwentyRecord, loser: TwentyRecord): TwentyRecord => {
  const owner = ownerOf(object, loser);
  return owner !== null && ownerOf(object, survivor) === null ? { [ownerField(object)]: owner } : {};
};

/**
 * What merging a loser into a survivor writes on it: what it has not is filled, lists are put together, and where both
 * hold something else the survivor's stays, unless the loser's was chosen. Once written, nothing is left to write.
 */
export const planMerge = (
  object: GovernedObject,
  survivor: TwentyRecord,
  loser: TwentyRecord,
  chosen: ReadonlySet<string> = new Set(),
): MergePlan => {
  const [own, others] = [valuesOf(object, survivor), valuesOf(object, loser)];
  const [ownSeen, othersSeen] = [seenOf(object, own, ''), seenOf(object, others, '')];
  const offered = differingTags(object, survivor, loser).filter(({ name }) => othersSeen[name] !== undefined);
  const filled = offered.filter(({ name }) => ownSeen[name] === undefined);
  const held = offered.filter(({ name }) => ownSeen[name] !== undefined);
  const missing = ({ name }: TagFacts) => asList(others[name]).filter((one) => !asList(own[name]).includes(one));
  const joined = held.filter((tag) => isList(tag) && missing(tag).length > 0);
  const conflicts = held.filter((tag) => !isList(tag));
  const taken = [...filled, ...conflicts.filter(({ name }) => chosen.has(name))];
  return {
    fields: {
      ...Object.fromEntries(taken.map((tag) => [fieldOf(tag), loser[fieldOf(tag)]])),
      ...ownerOfLoser(object, survivor, loser),
      ...Object.fromEntries(joined.map((tag) => [tag.name, [...asList(own[tag.name]), ...missing(tag)]])),
    },
    filled,
    joined,
    conflicts,
  };
};
