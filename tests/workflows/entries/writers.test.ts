import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import type { Tag } from '../../../objects/taxonomy/types.ts';
import {
  claimsOf,
  entriesSince,
  entriesTold,
  firstEyes,
  standingSuspects,
  suspectOf,
  writersOf,
} from '../../../workflows/entries/writers.ts';
import type { Aside, Entry, Unclaimed } from '../../../workflows/run/entry.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { rosterOf } from '../../../workflows/run/roster.ts';
import type { Run } from '../../../workflows/run/run.ts';
import { runAt } from '../hand-made.ts';

const T = (minute: number): string => `2026-09-28T01:${String(minute).padStart(2, '0')}:00.000Z`;
const by = (workspaceMemberId: string | null, source = 'MANUAL') => ({ source, workspaceMemberId });
const RECORD = { id: 'c', createdAt: T(0), createdBy: by('maker'), updatedAt: T(9), updatedBy: by('last') };

const runWith = (asides: readonly Aside[] = []): Run =>
  runAt(T(30), { roster: rosterOf([], []), asides: new Map([['company:c', asides]]) });

describe('who entered what is seen for the first time', () => {
  it('those the events name; the last writer is a suspect', () => {
    const events = [
      { at: T(3), by: 'rep' },
      { at: T(5), by: 'other' },
      { at: T(4), by: null },
    ];
    expect(writersOf(runWith(), 'company', RECORD, events, false)).toEqual({
      latest: { at: T(5), by: 'other' },
      enterers: ['rep', 'other'],
      suspects: [`last@${T(9)}`],
    });
  });

  it('the last writer where no event came', () => {
    expect(writersOf(runWith(), 'company', RECORD, [], false)).toEqual({
      latest: { at: T(9), by: 'last', of: 'company' },
      enterers: [],
      suspects: [`last@${T(9)}`],
    });
  });

  it('the maker too, the first time', () => {
    expect(writersOf(runWith(), 'company', RECORD, [], true)).toMatchObject({
      latest: { at: T(9), by: 'last', of: 'company' },
      enterers: ['maker'],
    });
    expect(writersOf(runWith(), 'company', RECORD, [{ at: T(5), by: 'rep' }], true)).toMatchObject({
      latest: { at: T(5), by: 'rep' },
      enterers: ['maker', 'rep'],
    });
  });

  it('whoever wrote before somebody who is known to have entered nothing', () => {
    const aside: Aside = { at: '2026-09-28T09:09:00+08:00', by: 'last', before: { at: T(2), by: 'rep' } };
    expect(writersOf(runWith([aside]), 'company', RECORD, [], false)).toEqual({
      latest: { at: T(2), by: 'rep', of: 'company' },
      enterers: [],
      suspects: [`rep@${T(2)}`],
    });
    const other: Aside = { ...aside, at: T(8) };
    expect(writersOf(runWith([other]), 'company', RECORD, [], false).suspects).toEqual([`last@${T(9)}`]);
    const stranger: Aside = { ...aside, by: 'other' };
    expect(writersOf(runWith([stranger]), 'company', RECORD, [], false).suspects).toEqual([`last@${T(9)}`]);
  });

  it('nobody where an application wrote last: a change since then happened by now', () => {
    const record = { ...RECORD, createdBy: by(null, 'APPLICATION'), updatedBy: by(null, 'APPLICATION') };
    expect(writersOf(runWith(), 'company', record, [], false)).toEqual({
      latest: { at: T(30), by: null },
      enterers: [],
      suspects: [],
    });
    expect(writersOf(runWith(), 'company', record, [], true).latest).toEqual({ at: T(9), by: null });
    const { updatedAt: _updatedAt, ...undated } = record;
    expect(writersOf(runWith(), 'company', undated, [], true).latest).toEqual({ at: T(30), by: null });
  });

  it('nobody who wrote before the last entry known, though they stay suspects', () => {
    const record = { ...RECORD, tagEnteredAt: T(9), tagEnteredById: 'rep' };
    expect(writersOf(runWith(), 'company', record, [], false)).toEqual({
      latest: { at: T(30), by: null },
      enterers: [],
      suspects: [`last@${T(9)}`],
    });
    expect(writersOf(runWith(), 'company', { ...record, tagEnteredAt: T(8) }, [], false).latest).toEqual({
      at: T(9),
      by: 'last',
      of: 'company',
    });
  });

  it('the writers of the key contact and of the credit record among them', () => {
    const record = {
      ...RECORD,
      tagKeyContact: { id: 'p', updatedAt: T(7), updatedBy: by('contact') },
      tagCredits: { edges: [{ node: { id: 'r', updatedAt: T(12), updatedBy: by('credit') } }] },
    };
    expect(writersOf(runWith(), 'company', record, [], false)).toEqual({
      latest: { at: T(12), by: 'credit', of: 'tagCredit' },
      enterers: [],
      suspects: [`last@${T(9)}`, `contact@${T(7)}`, `credit@${T(12)}`],
    });
  });

  it('an API key is no suspect: it has no eyes', () => {
    const record = { ...RECORD, updatedBy: by(null, 'API') };
    expect(writersOf(runWith(), 'company', record, [], false)).toMatchObject({
      latest: { at: T(9), by: null },
      suspects: [],
    });
  });
});

describe('changes and the events that tell of them', () => {
  const now = new Date(T(30));
  const found = new Set(['rating']);

  it('one without an instant happened by now, where it tells of what was found; otherwise it is old news', () => {
    const gone: Entry = { at: T(1), by: 'rep', tags: ['rating', 'ratedAt'], isUndated: true };
    expect(entriesTold([gone], found, now)).toEqual([{ at: T(30), by: 'rep', tags: ['rating', 'ratedAt'] }]);
    expect(entriesTold([gone], new Set(['name']), now)).toEqual([]);
    const dated: Entry = { at: T(1), by: 'rep', tags: ['name'] };
    expect(entriesTold([dated], found, now)).toEqual([dated]);
  });

  const [rating, name, title] = [
    tagOf('company', 'rating'),
    tagOf('company', 'name'),
    tagOf('company', 'contactTitle'),
  ];
  const BY_APPLICATION = { ...RECORD, updatedBy: by(null, 'APPLICATION') };
  const claims = (
    found: readonly Tag[],
    told: readonly Entry[],
    old: Unclaimed | null = null,
    record: TwentyRecord = BY_APPLICATION,
  ) =>
    claimsOf(runWith(), 'company', record, {
      old: old && { unclaimed: old },
      stored: { at: T(5), by: 'rep' },
      found,
      told,
    });

  it('what no event tells of is nobody’s, from when it was found', () => {
    const told: Entry = { at: T(20), by: 'rep', tags: ['rating'] };
    expect(claims([rating], [told])).toEqual({ by: [], unclaimed: undefined });
    expect(claims([rating], [{ at: T(20), by: null }])).toEqual({ by: [], unclaimed: undefined });
    expect(claims([rating, name], [told]).unclaimed).toEqual({ tags: ['name'], since: T(30) });
    const old = { tags: ['name'], since: T(5) };
    expect(claims([], [], old).unclaimed).toEqual(old);
    expect(claims([rating], [], old).unclaimed).toEqual({ tags: ['name', 'rating'], since: T(30) });
    expect(claims([], [{ ...told, tags: ['name'] }], old).unclaimed).toBeUndefined();
  });

  it('what no event tells of is whoever’s who wrote the same record just after one that is told of', () => {
    const told: Entry = { at: T(8), by: 'rep', tags: ['rating'], of: 'company' };
    expect(claims([name], [told], null, RECORD)).toEqual({ by: ['last'], unclaimed: undefined });
    const left = { by: [], unclaimed: { tags: ['name'], since: T(30) } };
    // The last writer is told of, or nothing of the record is.
    expect(claims([name], [{ ...told, at: T(9), by: 'last' }], null, RECORD)).toEqual(left);
    expect(claims([name], [{ ...told, of: 'tagCredit' }], null, RECORD)).toEqual(left);
    expect(claims([name], [], null, RECORD)).toEqual(left);
  });

  it('what no event tells of is whoever’s who wrote the same record just before one that is told of', () => {
    const told = (before: Entry | null, of = 'company'): Entry => ({
      at: T(20),
      by: 'rep',
      tags: ['rating'],
      of,
      before,
    });
    expect(claims([name], [told({ at: T(19), by: 'other' })])).toEqual({ by: ['other'], unclaimed: undefined });
    expect(claims([name], [told({ at: T(19), by: null })])).toEqual({ by: [], unclaimed: undefined });
    // Nothing is left to be put down to anybody.
    expect(claims([rating], [told({ at: T(19), by: 'other' })]).by).toEqual([]);
    const left = { by: [], unclaimed: { tags: ['name'], since: T(30) } };
    expect(claims([name], [told({ at: T(5), by: 'other' })])).toEqual(left);
    expect(claims([name], [told(null)])).toEqual(left);
    expect(claims([name], [told({ at: T(19), by: 'other' }, 'tagCredit')])).toEqual(left);
    expect(claims([title], [told({ at: T(19), by: 'other' })]).unclaimed?.tags).toEqual([title.name]);
    expect(claims([title], [told({ at: T(19), by: 'other' }, 'person')])).toEqual({
      by: ['other'],
      unclaimed: undefined,
    });
  });
});

describe('whose eyes are the first pair', () => {
  it('a suspicion falls with its write being known to have entered nothing, or with its member being known', () => {
    const suspects = [`b@${T(2)}`, `a@${T(1)}`, `b@${T(2)}`, `c@${T(3)}`];
    expect(standingSuspects(suspects, [], [])).toEqual([`a@${T(1)}`, `b@${T(2)}`, `c@${T(3)}`]);
    expect(standingSuspects(suspects, ['c'], [{ at: T(2), by: 'b', before: null }])).toEqual([`a@${T(1)}`]);
    expect(standingSuspects(suspects, [], [{ at: T(4), by: 'b', before: null }])).toHaveLength(3);
  });

  it('enterers and suspects, each once, in a steady order', () => {
    expect(firstEyes({ enterers: ['b', 'a'], suspects: [`c@${T(1)}`, `a@${T(2)}`] })).toEqual(['a', 'b', 'c']);
    expect(firstEyes({ enterers: ['a'] })).toEqual(['a']);
    expect(suspectOf(`a-b@${T(1)}`)).toBe('a-b');
  });

  it('entries up to an approval were part of what was approved', () => {
    const entries = [1, 2, 3].map((minute) => ({ at: T(minute), by: 'rep' }));
    expect(entriesSince(entries, null)).toEqual(entries);
    expect(entriesSince(entries, T(2))).toEqual(entries.slice(2));
  });
});
