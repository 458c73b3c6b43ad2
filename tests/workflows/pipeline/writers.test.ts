import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import type { Aside, Entry } from '../../../workflows/pipeline/entry.ts';
import { emptyDraft } from '../../../workflows/pipeline/plan.ts';
import { rosterOf } from '../../../workflows/pipeline/roster.ts';
import type { Run } from '../../../workflows/pipeline/run.ts';
import {
  entriesSince,
  firstEyes,
  standingSuspects,
  suspectOf,
  writersOf,
} from '../../../workflows/pipeline/writers.ts';
import { readSettings } from '../../../workflows/settings.ts';

const T = (minute: number): string => `2026-09-28T01:${String(minute).padStart(2, '0')}:00.000Z`;
const by = (workspaceMemberId: string | null, source = 'MANUAL') => ({ source, workspaceMemberId });
const RECORD = { id: 'c', createdAt: T(0), createdBy: by('maker'), updatedAt: T(9), updatedBy: by('last') };

const runWith = (entries: readonly Entry[] = [], asides: readonly Aside[] = []): Run => ({
  snapshot: {
    subjects: { company: [], opportunity: [], tagProduct: [], tagMember: [] },
    opportunities: [],
    items: [],
    notices: [],
    duplicates: { names: new Set(), creditCodes: new Set(), products: new Set() },
    stockStages: new Set(),
    tasks: new Map(),
  },
  settings: readSettings({}).settings,
  calendar: createWorkingCalendar(),
  roster: rosterOf([]),
  names: new Map(),
  memoryKey: 'key',
  now: new Date(T(30)),
  today: '2026-09-28',
  entries: new Map([['company:c', entries]]),
  asides: new Map([['company:c', asides]]),
  actions: new Map(),
  clearings: new Map(),
  relinked: new Set(),
  isInstalling: false,
  draft: emptyDraft(),
});

describe('who entered what is seen for the first time', () => {
  it('those the events name; the last writer is a suspect', () => {
    const events = [
      { at: T(3), by: 'rep' },
      { at: T(5), by: 'other' },
      { at: T(4), by: null },
    ];
    expect(writersOf(runWith(events), 'company', RECORD, false)).toEqual({
      latest: { at: T(5), by: 'other' },
      enterers: ['rep', 'other'],
      suspects: [`last@${T(9)}`],
    });
  });

  it('the last writer where no event came', () => {
    expect(writersOf(runWith(), 'company', RECORD, false)).toEqual({
      latest: { at: T(9), by: 'last' },
      enterers: [],
      suspects: [`last@${T(9)}`],
    });
  });

  it('the maker too, the first time', () => {
    expect(writersOf(runWith(), 'company', RECORD, true)).toMatchObject({
      latest: { at: T(9), by: 'last' },
      enterers: ['maker'],
    });
    expect(writersOf(runWith([{ at: T(5), by: 'rep' }]), 'company', RECORD, true)).toMatchObject({
      latest: { at: T(5), by: 'rep' },
      enterers: ['maker', 'rep'],
    });
  });

  it('whoever wrote before somebody who is known to have entered nothing', () => {
    const aside: Aside = { at: '2026-09-28T09:09:00+08:00', by: 'last', before: { at: T(2), by: 'rep' } };
    expect(writersOf(runWith([], [aside]), 'company', RECORD, false)).toEqual({
      latest: { at: T(2), by: 'rep' },
      enterers: [],
      suspects: [`rep@${T(2)}`],
    });
    const other: Aside = { ...aside, at: T(8) };
    expect(writersOf(runWith([], [other]), 'company', RECORD, false).suspects).toEqual([`last@${T(9)}`]);
    const stranger: Aside = { ...aside, by: 'other' };
    expect(writersOf(runWith([], [stranger]), 'company', RECORD, false).suspects).toEqual([`last@${T(9)}`]);
  });

  it('nobody where an application wrote last: then when it was written is all there is', () => {
    const record = { ...RECORD, updatedBy: by(null, 'APPLICATION') };
    expect(writersOf(runWith(), 'company', record, false)).toEqual({
      latest: { at: T(9), by: null },
      enterers: [],
      suspects: [],
    });
    const { updatedAt: _updatedAt, ...undated } = record;
    expect(writersOf(runWith(), 'company', undated, false).latest).toEqual({ at: T(30), by: null });
  });

  it('the writers of the key contact and of the credit record among them', () => {
    const record = {
      ...RECORD,
      tagKeyContact: { id: 'p', updatedAt: T(7), updatedBy: by('contact') },
      tagCredits: { edges: [{ node: { id: 'r', updatedAt: T(12), updatedBy: by('credit') } }] },
    };
    expect(writersOf(runWith(), 'company', record, false)).toEqual({
      latest: { at: T(12), by: 'credit' },
      enterers: [],
      suspects: [`last@${T(9)}`, `contact@${T(7)}`, `credit@${T(12)}`],
    });
  });

  it('an API key is no suspect: it has no eyes', () => {
    const record = { ...RECORD, updatedBy: by(null, 'API') };
    expect(writersOf(runWith(), 'company', record, false)).toMatchObject({
      latest: { at: T(9), by: null },
      suspects: [],
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
