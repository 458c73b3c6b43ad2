import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { type Aside, type Entry, latestEntry, type Unclaimed } from '../run/entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import type { EntriesMemory } from './entries-memory.ts';

/** Who entered what a judgement sees for the first time. */
export interface Writers {
  /** The entry that counts: the latest known. */
  readonly latest: Entry;
  /** Everybody known to have entered tags. */
  readonly enterers: readonly string[];
  /** Those who wrote last and may have entered something, as `member@instant`. */
  readonly suspects: readonly string[];
}

/** One write of one member. */
const writeKey = ({ at, by }: Entry): string => `${by}@${new Date(at).toISOString()}`;

/** The member of a suspicion. */
export const suspectOf = (key: string): string => key.slice(0, key.indexOf('@'));

/** Whoever last wrote the record; whoever wrote before, when the last write is known to have entered nothing. */
export const lastWriter = (record: TwentyRecord, asides: readonly Aside[]): Entry | null => {
  const last = writtenBy(record);
  if (!last) return null;
  const aside = asides.find((one) => writeKey(one) === writeKey(last));
  return aside ? aside.before : last;
};

/** Everybody who can be seen to have written the record, its key contact, its credit record or what it offers. */
const lastWriters = (object: GovernedObject, record: TwentyRecord, asides: readonly Aside[]): readonly Entry[] => {
  const contact = (record.tagKeyContact ?? null) as TwentyRecord | null;
  const named = (of: string, write: Entry | null): readonly Entry[] =>
    write ? [{ at: write.at, by: write.by, of }] : [];
  return [
    ...named(object, lastWriter(record, asides)),
    ...named('person', writtenBy(contact)),
    ...nodesOf(record.tagCredits).flatMap((credit) => named('tagCredit', writtenBy(credit))),
    ...nodesOf(record.tagItems).flatMap((item) => named('tagOpportunityItem', writtenBy(item))),
  ];
};

/**
 * The entries the events tell of. One whose event bears no instant happened by now, and counts where it tells of what
 * was found changed: told again later, it is not made again.
 */
export const entriesTold = (told: readonly Entry[], found: ReadonlySet<string>, now: Date): readonly Entry[] =>
  told.flatMap((entry) => {
    if (!entry.isUndated) return [entry];
    const { isUndated: _isUndated, ...dated } = entry;
    return enters(entry, found) ? [{ ...dated, at: now.toISOString() }] : [];
  });

const enters = ({ tags }: Entry, names: ReadonlySet<string>): boolean =>
  tags === undefined || tags.some((name) => names.has(name));

/** What a run sees of a subject's tags. */
export interface Sight {
  /** What is remembered. */
  readonly old: Pick<EntriesMemory, 'unclaimed'> | null;
  /** The last entry known. */
  readonly stored: Entry | undefined;
  /** Tags found changed by comparing. */
  readonly found: readonly TagFacts[];
  /** Entries that events tell of. */
  readonly told: readonly Entry[];
}

/** Changes that were found by comparing, and whom they are put down to. */
export interface Claims {
  /** Who wrote just before or after a write that was told of. */
  readonly by: readonly string[];
  /** What nobody is known to have changed. */
  readonly unclaimed: Unclaimed | undefined;
}

/**
 * Puts the changes found down to the events that tell of them. Of two quick writes, each looked at by a run of its own,
 * either run sees both and is told of one: the other is whoever's who wrote the same record just before or after. What
 * is left is nobody's: whoever wrote last need not be who did it, and a deletion leaves no name at all.
 */
export const claimsOf = (
  run: Pick<Run, 'now' | 'asides'>,
  object: GovernedObject,
  record: TwentyRecord,
  { old, stored, found, told }: Sight,
): Claims => {
  const { now } = run;
  const isTold = (name: string) => told.some((entry) => enters(entry, new Set([name])));
  const untold = found.filter(({ name }) => !isTold(name));
  const toldOf = new Set(told.map(({ of }) => of));
  const toldKeys = new Set(told.map(writeKey));
  const last = lastWriters(object, record, run.asides.get(subjectKey(object, idOf(record))) ?? []);
  const beside = [
    ...told.flatMap(({ of, before }): readonly Entry[] => (before && of ? [{ at: before.at, by: before.by, of }] : [])),
    ...last.filter((write) => toldOf.has(write.of) && !toldKeys.has(writeKey(write))),
  ].filter(({ at }) => !(stored && Date.parse(at) <= Date.parse(stored.at)));
  const claiming = ({ via }: TagFacts) => beside.filter(({ of }) => of === (via?.object ?? object));
  const fresh = untold.filter((tag) => claiming(tag).length === 0).map(({ name }) => name);
  const kept = (old?.unclaimed?.tags ?? []).filter((name) => !isTold(name));
  const tags = [...new Set([...kept, ...fresh])].sort();
  const since = fresh.length > 0 ? undefined : old?.unclaimed?.since;
  return {
    by: untold.flatMap(claiming).flatMap(({ by }) => by ?? []),
    unclaimed: tags.length > 0 ? { tags, since: since ?? now.toISOString() } : undefined,
  };
};

/**
 * Who entered what was not seen before: as the events say, or else whoever last wrote. At the instant of a merge Twenty
 * writes records, and leaves the name of whoever wrote them before.
 */
export const writersOf = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  events: readonly Entry[],
  isFirst: boolean,
  mergedAt: ReadonlySet<number> = new Set(),
): Writers => {
  const key = subjectKey(object, idOf(record));
  const creation = isFirst ? writtenBy(record, 'createdBy', 'createdAt') : null;
  const guesses = lastWriters(object, record, run.asides.get(key) ?? []);
  const known = [...(creation ? [creation] : []), ...events];
  // Whoever wrote before the last entry known entered nothing since.
  const since = Date.parse(textOrNull(record.tagEnteredAt) ?? '');
  const fresh = guesses.filter((one) => !(Date.parse(one.at) <= since) && !mergedAt.has(Date.parse(one.at)));
  const latest = latestEntry(events.length > 0 ? known : [...known, ...fresh]);
  const foundAt = run.now.toISOString();
  return {
    latest: latest ?? { at: isFirst ? (textOrNull(record.updatedAt) ?? foundAt) : foundAt, by: null },
    enterers: known.flatMap((one) => one.by ?? []),
    suspects: guesses.filter((one) => one.by !== null).map(writeKey),
  };
};

/** Events of entries that came after the last approval; those before it were part of what was approved. */
export const entriesSince = (entries: readonly Entry[], approvedAt: string | null): readonly Entry[] =>
  approvedAt === null ? entries : entries.filter((one) => Date.parse(one.at) > Date.parse(approvedAt));

/** The suspicions that stand: known writers need none, and a write known to have entered nothing gives none. */
export const standingSuspects = (
  suspects: readonly string[],
  enterers: readonly string[],
  asides: readonly Aside[],
): readonly string[] => {
  const cleared = new Set(asides.map(writeKey));
  return [...new Set(suspects)].filter((key) => !cleared.has(key) && !enterers.includes(suspectOf(key))).sort();
};

/** Everybody whose eyes are not the second pair. */
export const firstEyes = (old: Pick<EntriesMemory, 'enterers' | 'suspects'>): readonly string[] =>
  [...new Set([...old.enterers, ...(old.suspects ?? []).map(suspectOf)])].sort();

/** Everybody of several lists, each once. */
export const union = (...lists: readonly (readonly (string | null)[])[]): readonly string[] =>
  [...new Set(lists.flat().filter((one) => one !== null))].sort();
