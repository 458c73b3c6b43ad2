import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enterersOf,
  groupEntriesIn,
  groupEntriesOf,
  rememberGroups,
} from '../../../workflows/entries/group-entries.ts';
import type { Entry, GroupEntries } from '../../../workflows/run/entry.ts';

const at = (day: number): string => `2026-09-${String(day).padStart(2, '0')}T02:00:00.000Z`;
const entry = (day: number, by: string | null, ...tags: string[]): Entry => ({ at: at(day), by, tags });
const FILLED = ['name', 'tagCustomerType', 'tagProductNeeds', 'rating'];

type Sight = Parameters<typeof rememberGroups>[0];
const remember = (sight: Partial<Sight>): GroupEntries | undefined =>
  rememberGroups({
    object: 'company',
    known: undefined,
    stored: { at: at(1), by: 'li' },
    entry: { at: at(1), by: 'li' },
    before: FILLED,
    now: FILLED,
    changed: [],
    told: [],
    guess: null,
    ...sight,
  });
const BASIC_AND_CREDIT = { BASIC: { at: at(1), by: 'li' }, CREDIT: { at: at(1), by: 'li' } };

describe('who entered a group of tags', () => {
  it('is not remembered apart while it is who entered the record', () => {
    expect(remember({})).toBeUndefined();
    expect(
      remember({ changed: FILLED, told: [entry(1, 'li', ...FILLED)], before: [], stored: undefined }),
    ).toBeUndefined();
    expect(groupEntriesOf('company', undefined, FILLED, { at: at(1), by: 'li' })).toEqual({
      ...BASIC_AND_CREDIT,
      NEEDS: { at: at(1), by: 'li' },
    });
  });

  it('is whoever the event of the change names; the other groups stay whose they were', () => {
    const told = [entry(5, 'wu', 'tagProductNeeds')];
    expect(remember({ changed: ['tagProductNeeds'], told, entry: { at: at(5), by: 'wu' } })).toEqual({
      ...BASIC_AND_CREDIT,
      NEEDS: { at: at(5), by: 'wu', first: { at: at(1), by: 'li' } },
    });
  });

  it('is a guess where no event tells of it, and known once one does', () => {
    const lost = remember({ changed: ['rating'], guess: entry(6, 'wu') });
    expect(lost?.CREDIT).toEqual({ at: at(6), by: 'wu', first: { at: at(1), by: 'li' }, isGuessed: true });
    const found = remember({ known: lost, told: [entry(4, 'chen', 'rating')] });
    expect(found?.CREDIT).toEqual({ at: at(4), by: 'chen', first: { at: at(1), by: 'li' } });
    // The event of the entry before says nothing of the change.
    expect(remember({ known: lost, told: [entry(1, 'li', 'rating')] })).toEqual(lost);
  });

  it('of a group that was empty begins with its first entry', () => {
    const told = [entry(5, 'wu', 'tagIndustry')];
    const groups = remember({ changed: ['tagIndustry'], now: [...FILLED, 'tagIndustry'], told, entry: entry(5, 'wu') });
    expect(groups?.INDUSTRY).toEqual({ at: at(5), by: 'wu' });
  });

  it('is told once a person of the groups that some tags are of, the latest first', () => {
    const groups = { BASIC: entry(3, 'li'), NEEDS: entry(5, 'wu'), CREDIT: entry(4, 'li') };
    expect(enterersOf(groups, 'company', ['rating', 'tagProductNeeds', 'name'])).toEqual(['wu', 'li']);
    expect(enterersOf(groups, 'company', ['name'])).toEqual(['li']);
    expect(enterersOf(groups, 'company', ['tagCompanySize'])).toEqual([]);
    expect(enterersOf({ BASIC: entry(3, null) }, 'company', ['name'])).toEqual([]);
  });

  it('is read as it was remembered; what cannot be an entry is left out', () => {
    const groups = { BASIC: { at: at(1), by: null }, NEEDS: { at: at(2), by: 'wu', first: { at: at(1), by: 'li' } } };
    expect(groupEntriesIn(JSON.parse(JSON.stringify(groups)))).toEqual(groups);
    expect(groupEntriesIn({ BASIC: { at: 1 }, NEEDS: 'wu', SIZE: { at: at(2), isGuessed: 'yes', first: 3 } })).toEqual({
      SIZE: { at: at(2), by: null },
    });
    for (const value of [undefined, null, [], {}, 'BASIC']) expect(groupEntriesIn(value)).toBeUndefined();
  });

  it('is the same in whichever order, and however often, the events come', () => {
    const events = fc.uniqueArray(
      fc.record({
        day: fc.integer({ min: 2, max: 28 }),
        by: fc.constantFrom('li', 'wu', 'chen'),
        tag: fc.constantFrom('name', 'tagCustomerType', 'tagProductNeeds', 'rating'),
      }),
      { minLength: 1, maxLength: 5, selector: ({ day }) => day },
    );
    /** All was written before the first event came: the first run finds every change and is told of one. */
    const deliver = (told: readonly Entry[]): GroupEntries => {
      const last = told.reduce((left, right) => (left.at > right.at ? left : right));
      const changed = [...new Set(told.flatMap(({ tags = [] }) => tags))];
      return told.reduce<GroupEntries>(
        (known, one, index) =>
          remember({ known, told: [one], changed: index === 0 ? changed : [], guess: last, entry: last }) ?? known,
        Object.fromEntries(['BASIC', 'NEEDS', 'CREDIT'].map((group) => [group, { at: at(1), by: 'li' }])),
      );
    };
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat(1000)), (list, weights) => {
        const told = list.map(({ day, by, tag }) => entry(day, by, tag));
        const crooked = [...told, ...told]
          .map((one) => ({ one, weight: weights.next().value ?? 0 }))
          .sort((left, right) => left.weight - right.weight)
          .map(({ one }) => one);
        expect(deliver(crooked)).toEqual(deliver(told));
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
