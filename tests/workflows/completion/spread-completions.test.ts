import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { type Spread, spreadCompletions, type Waiting } from '../../../workflows/completion/spread-completions.ts';

const calendar = createWorkingCalendar();
// A Tuesday; Thursday 1 October begins the holidays, which end on Wednesday the 7th.
const TODAY = '2026-09-29';
const waiting = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  whose: 'rep',
  dealSince: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const spread = (more: Partial<Spread>) =>
  Object.fromEntries(spreadCompletions({ waiting: [], planned: [], aDay: 2, today: TODAY, calendar, ...more }));

describe('records that were let in', () => {
  it('come so many a working day, from the next one on, over the holidays', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    expect(spread({ waiting: ids.map((id) => waiting(id)) })).toEqual({
      a: '2026-09-30',
      b: '2026-09-30',
      c: '2026-10-08',
      d: '2026-10-08',
      e: '2026-10-09',
    });
  });

  it('come by person: each has as many a day, and what is nobody’s too', () => {
    const records = [waiting('a'), waiting('b', { whose: 'other' }), waiting('c', { whose: null })];
    expect(spread({ waiting: records, aDay: 1 })).toEqual({ a: '2026-09-30', b: '2026-09-30', c: '2026-09-30' });
  });

  it('come in the order of their opportunities, the oldest first, then by their age', () => {
    const records = [
      waiting('young', { createdAt: '2026-02-01T00:00:00.000Z' }),
      waiting('old'),
      waiting('late deal', { dealSince: '2026-05-02T00:00:00.000Z' }),
      waiting('early deal', { dealSince: '2026-05-01T00:00:00.000Z', createdAt: '2026-03-01T00:00:00.000Z' }),
    ];
    const days = spread({ waiting: records, aDay: 1 });
    expect(Object.keys(days).sort((left, right) => (days[left] ?? '').localeCompare(days[right] ?? ''))).toEqual([
      'early deal',
      'late deal',
      'old',
      'young',
    ]);
  });

  it('come after those that have their day, which keep it', () => {
    const planned = [
      { whose: 'rep', opensOn: '2026-09-30' },
      { whose: 'rep', opensOn: '2026-10-08' },
      { whose: 'rep', opensOn: '2026-10-08' },
      { whose: 'other', opensOn: '2026-10-09' },
    ];
    expect(spread({ waiting: ['a', 'b', 'c'].map((id) => waiting(id)), planned })).toEqual({
      a: '2026-09-30',
      b: '2026-10-09',
      c: '2026-10-09',
    });
  });

  it('do not come at all where nobody is to be asked for any', () => {
    expect(spread({ waiting: [waiting('a')], aDay: 0 })).toEqual({});
  });

  it('come on the same days whatever order they were found in, none on more than the setting says', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 4 }),
        whose: fc.constantFrom('rep', 'other', null),
        dealSince: fc.constantFrom(null, '2026-05-01T00:00:00.000Z', '2026-05-02T00:00:00.000Z'),
        createdAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
      }),
      { selector: ({ id }) => id, maxLength: 40 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 4 }), fc.func(fc.integer()), (records, aDay, order) => {
        const days = spread({ waiting: records, aDay });
        const turned = [...records].sort((left, right) => order(left.id) - order(right.id));
        expect(spread({ waiting: turned, aDay })).toEqual(days);
        const slots = records.map(({ id, whose }) => `${whose} ${days[id]}`);
        expect(slots).toHaveLength(records.length);
        for (const same of Map.groupBy(slots, (slot) => slot).values()) expect(same.length).toBeLessThanOrEqual(aDay);
        for (const day of Object.values(days)) expect(calendar.isWorkday(day) && day > TODAY).toBe(true);
      }),
      { numRuns: 100, seed: 3 },
    );
  });
});
