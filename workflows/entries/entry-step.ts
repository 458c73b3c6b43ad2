import { unlessEmpty } from '../memory/slice.ts';
import { type Entry, type GroupEntry, latestEntry } from '../run/entry.ts';
import { type Run, subjectKey, writtenBy } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { withValues } from '../subject/with-values.ts';
import { type EntriesMemory, entriesMemory } from './entries-memory.ts';
import { groupEntriesOf, rememberGroups } from './group-entries.ts';
import { isLaterThan, lastEntry, nameAtEntry, storedEntry } from './last-entry.ts';
import { mergedEyes, mergeEntries, mergeInstants } from './merged-entries.ts';
import { offerChange, offerOf } from './offer.ts';
import { claimsOf, entriesSince, entriesTold, standingSuspects, union, type Writers, writersOf } from './writers.ts';

const asGroup = (entry: Entry | null | undefined, isGuessed: boolean): GroupEntry | undefined =>
  entry ? { at: entry.at, by: entry.by, ...(isGuessed ? { isGuessed: true } : {}) } : undefined;

/** What was found changed since the tags were last seen, and how they are seen now. */
const look = (run: Run, subject: Subject, { offer }: EntriesMemory) => {
  const { object, record, values } = subject;
  const offerNow = object === 'opportunity' ? offerOf(record) : undefined;
  const isOther = offer !== undefined && offerNow !== undefined && offer !== offerNow;
  const offered = isOther ? [offerChange(offerNow)] : [];
  const { seen, changes } = withValues(run, { ...subject, offered }, values);
  return { seen, offer: offerNow, offered, changes };
};

/**
 * Finds what was entered since the last judgement, by comparing, and who entered it: as the events say, or else as the
 * records show (3.2.8). With it everybody whose eyes are not the second pair is known (4.3.1).
 */
export const entryStep: Step<EntriesMemory> = {
  memory: entriesMemory,
  follow: (run, subject, memory) => {
    const { object, record, isFirst } = subject;
    const { seen, offer, offered, changes } = look(run, subject, memory);
    const tags = changes.map(({ tag }) => tag);
    const names = new Set([...tags.map(({ name }) => name), ...(memory.unclaimed?.tags ?? [])]);
    const key = subjectKey(object, subject.id);
    const events = [...entriesTold(run.entries.get(key) ?? [], names, run.now), ...mergeEntries(subject.merged, names)];
    const event = latestEntry(events);
    const stored = storedEntry(record);
    const isSeenAnew = isFirst || changes.length > 0;
    const writers: Writers | null = isSeenAnew
      ? writersOf(run, object, record, events, isFirst, mergeInstants(subject, changes))
      : null;
    const fresh = writers?.latest ?? event ?? null;
    const entry = lastEntry(stored, fresh, memory.isGuessed === true && event !== undefined);

    const told = entriesSince(events, memory.approvedAt ?? null);
    const { unclaimed, by: claimants } = claimsOf(run, object, record, { old: memory, stored, found: tags, told });
    const enterers = union(
      memory.enterers,
      told.map((one) => one.by),
      claimants,
      writers?.enterers ?? [],
      mergedEyes(subject.merged),
      isFirst ? [entry?.by ?? null] : [],
    );
    const suspected = [...(memory.suspects ?? []), ...(writers?.suspects ?? [])];
    const suspects = standingSuspects(suspected, enterers, run.asides.get(key) ?? []);
    const isGuessed = event === undefined && (isSeenAnew || memory.isGuessed === true);
    const tagEnteredById = run.roster.member(entry?.by);
    const now = [...Object.keys(seen), ...offered.map(({ tag }) => tag.name)];
    const creation = isFirst && events.length > 0 ? writtenBy(record, 'createdBy', 'createdAt') : null;
    const enteredGroups = rememberGroups({
      object,
      known: memory.enteredGroups,
      stored: asGroup(stored, memory.isGuessed === true),
      entry: asGroup(entry, isGuessed) ?? null,
      before: Object.keys(subject.lastSeen),
      now,
      changed: isFirst ? now : tags.map(({ name }) => name),
      told: events,
      guess: creation ?? fresh,
    });
    return {
      subject: {
        record: { ...record, tagEnteredById },
        seen,
        changes,
        offered,
        entry,
        fresh,
        groups: groupEntriesOf(object, enteredGroups, now, asGroup(entry, isGuessed) ?? null),
        isEnteredAnew: isSeenAnew || isLaterThan(event, stored),
        enterers,
        suspects,
        unclaimed,
      },
      fields: {
        ...(entry
          ? {
              tagEnteredAt: entry.at,
              tagEnteredById,
              tagEnteredByName: nameAtEntry(run, record, stored, entry),
            }
          : {}),
        // What became of an earlier action is told until the tags are entered anew; an event that comes after its
        // change was looked at has nothing to take back.
        ...(isSeenAnew ? { tagActionResult: '' } : {}),
      },
      memory: {
        enterers,
        suspects: unlessEmpty(suspects),
        unclaimed,
        isGuessed: isGuessed || undefined,
        approvedAt: memory.approvedAt,
        offer,
        enteredGroups,
      },
    };
  },
};
