import { describe, expect, it } from 'vitest';
import { type Entry, laterEntry, latestEntry } from '../../../workflows/run/entry.ts';

const early: Entry = { at: '2026-09-28T01:00:00.000Z', by: 'rep' };
const late: Entry = { at: '2026-09-28T09:00:01.000+08:00', by: 'other' };
const nameless: Entry = { at: '2026-09-28T01:00:00.000Z', by: null };
const second: Entry = { at: early.at, by: 'second' };

describe('the later entry', () => {
  it.each([
    ['the only one', undefined, early, early],
    ['the later, whatever the spelling of its instant', early, late, late],
    ['the later, whichever comes first', late, early, late],
    ['on one instant one that names a person', nameless, early, early],
    ['… whichever comes first', early, nameless, early],
    ['on one instant and of two people always the same', early, second, second],
    ['… whichever comes first, again', second, early, second],
  ])('%s', (_what, left, right, expected) => expect(laterEntry(left, right)).toBe(expected));

  it('of the same entry twice is the one that was there', () => {
    expect(laterEntry(early, { ...early })).toBe(early);
    expect(laterEntry(nameless, { ...nameless })).toBe(nameless);
  });

  it('of several hangs on no order', () => {
    expect(latestEntry([early, late, nameless])).toBe(late);
    expect(latestEntry([late, nameless, early])).toBe(late);
    expect(latestEntry([])).toBeUndefined();
  });
});
