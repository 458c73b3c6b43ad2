import { tagsOf } from '../../objects/taxonomy/index.ts';
import { type GovernedObject, perGovernedObject } from '../../objects/taxonomy/types.ts';
import { type Entry, laterEntry, latestEntry } from '../run/entry.ts';

/** Who last entered each group of tags, and when, as `member@instant`; nobody known before the `@` (3.2.8, A19). */
export type EnteredGroups = Readonly<Record<string, string>>;

const GROUPS_OF = perGovernedObject((object) => new Map(tagsOf(object).map(({ name, group }) => [name, group])));

const wordsOf = ({ at, by }: Entry): string => `${by ?? ''}@${new Date(at).toISOString()}`;

const entryOf = (words: string | undefined): Entry | undefined => {
  if (words === undefined) return undefined;
  const mark = words.indexOf('@');
  return { at: words.slice(mark + 1), by: words.slice(0, mark) || null };
};

/** Who last entered the group of a tag; null where that is not known. */
export const entererOf = (object: GovernedObject, groups: EnteredGroups, tag: string): string | null =>
  entryOf(groups[GROUPS_OF[object].get(tag) ?? ''])?.by ?? null;

/** What a run knows of the entries it finds. */
export interface FoundEntries {
  readonly object: GovernedObject;
  /** What is remembered. */
  readonly old: EnteredGroups;
  /** Tags found entered. */
  readonly found: readonly string[];
  /** Entries the events tell of. */
  readonly told: readonly Entry[];
  /** The entry that what no event tells of is put down to. */
  readonly otherwise: Entry;
  /** What is remembered was taken from the last writer, before any event told. */
  readonly isGuessed: boolean;
}

/**
 * Who entered each group, with what was found since: as the events tell, whichever order they come in, else as the last
 * writer shows.
 */
export const enteredGroups = ({ object, old, found, told, otherwise, isGuessed }: FoundEntries): EnteredGroups => {
  const groupOf = (tag: string): string => GROUPS_OF[object].get(tag) ?? '';
  const groups: Record<string, string> = { ...old };
  for (const group of new Set([...found, ...told.flatMap(({ tags = [] }) => tags)].map(groupOf))) {
    if (group === '') continue;
    const isOf = ({ tags }: Entry): boolean => tags === undefined || tags.some((tag) => groupOf(tag) === group);
    const event = latestEntry(told.filter(isOf));
    const known = event && isGuessed ? undefined : entryOf(groups[group]);
    groups[group] = wordsOf(laterEntry(known, event ?? otherwise));
  }
  return groups;
};
