import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChangeCount,
  countFacts,
  countTogether,
  type Found,
  type LogCount,
} from '../../../workflows/assessment/count-facts.ts';
import { JUDGED_KINDS } from '../../../workflows/assessment/counted.ts';

const NOTHING: Found = { logs: [], changes: [], rectifications: [], standing: null };
const log = (kind: string, count = 1, person = 'a'): LogCount => ({ person, kind, count });
const change = (status: string, isDetected = false, count = 1, person = 'a'): ChangeCount => ({
  person,
  status,
  isDetected,
  count,
});

describe('what a person is assessed by', () => {
  it.each([
    ['an approval', [log('APPROVED')], 'accuracy', { part: 1, whole: 1 }],
    ['a return', [log('RETURNED')], 'accuracy', { part: 0, whole: 1 }],
    ['three of five', [log('APPROVED', 3), log('RETURNED', 2)], 'accuracy', { part: 3, whole: 5 }],
    ['a check kept', [log('CHECKED')], 'timeliness', { part: 1, whole: 1 }],
    ['a check missed', [log('CHECK_MISSED')], 'timeliness', { part: 0, whole: 1 }],
    ['a gap filled', [log('COMPLETED')], 'timeliness', { part: 1, whole: 1 }],
    ['a gap left', [log('COMPLETION_MISSED')], 'timeliness', { part: 0, whole: 1 }],
    ['a return corrected', [log('CORRECTED')], 'timeliness', { part: 1, whole: 1 }],
    ['a return left', [log('CORRECTION_MISSED')], 'timeliness', { part: 0, whole: 1 }],
    ['an answer in time', [log('RECTIFICATION_ANSWERED')], 'timeliness', { part: 1, whole: 1 }],
    ['an answer missed', [log('RECTIFICATION_MISSED')], 'timeliness', { part: 0, whole: 1 }],
    ['an entry', [log('ENTERED', 9)], 'timeliness', { part: 0, whole: 0 }],
    ['of another', [log('APPROVED', 1, 'b')], 'accuracy', { part: 0, whole: 0 }],
  ] as const)('%s', (_what, logs, rate, share) => {
    expect(countFacts('a', { ...NOTHING, logs }).rates[rate]).toEqual(share);
  });

  it.each([
    ['in time', change('DONE'), { part: 1, whole: 1 }, 0],
    ['late', change('DONE_LATE'), { part: 0, whole: 1 }, 0],
    ['overdue', change('OVERDUE'), { part: 0, whole: 1 }, 0],
    ['found and not reported, though it followed at once', change('DONE', true), { part: 0, whole: 1 }, 1],
    ['found and late', change('DONE_LATE', true, 2), { part: 0, whole: 2 }, 2],
  ])('a change %s', (_what, one, share, byDiscovery) => {
    const counted = countFacts('a', { ...NOTHING, changes: [one] });
    expect(counted.duties.CHANGE).toEqual(share);
    expect(counted.byDiscovery).toBe(byDiscovery);
  });

  it('of rectifications: each notice once, as it was judged', () => {
    const rectifications = [
      { person: 'a', isInTime: true, count: 3 },
      { person: 'a', isInTime: false, count: 1 },
      { person: 'b', isInTime: false, count: 5 },
    ];
    expect(countFacts('a', { ...NOTHING, rectifications }).rates.rectification).toEqual({ part: 3, whole: 4 });
  });

  it('of records: how complete they are on average, and how many are in proper form', () => {
    const standing = [
      { person: 'a', records: 3, completeness: 250, faulty: 1 },
      { person: 'a', records: 1, completeness: 100, faulty: 0 },
      { person: 'b', records: 9, completeness: 0, faulty: 9 },
    ];
    expect(countFacts('a', { ...NOTHING, standing }).rates).toMatchObject({
      completeness: { part: 3.5, whole: 4 },
      propriety: { part: 3, whole: 4 },
    });
  });

  it('is the same in any order, and split in any way', () => {
    const kinds = Object.keys(JUDGED_KINDS);
    const anyLog = fc.record({
      person: fc.constantFrom('a', 'b'),
      kind: fc.constantFrom(...kinds),
      count: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(anyLog, { maxLength: 20 }), fc.integer(), (logs, seed) => {
        const split = logs.flatMap((one) => Array.from({ length: one.count }, () => ({ ...one, count: 1 })));
        const shuffled = [...split].sort(
          (left, right) => Math.sin(seed + left.kind.length) - Math.sin(seed + right.kind.length),
        );
        const whole = countFacts('a', { ...NOTHING, logs });
        expect(countFacts('a', { ...NOTHING, logs: [...logs].reverse() })).toEqual(whole);
        expect(countFacts('a', { ...NOTHING, logs: shuffled })).toEqual(whole);
        for (const { part, whole: total } of Object.values(whole.rates)) expect(part).toBeLessThanOrEqual(total);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  it('of a team is the sum of its members’, as a large team has the weight of many', () => {
    const found = { ...NOTHING, logs: [log('APPROVED', 3), log('RETURNED', 1, 'b')], changes: [change('DONE', true)] };
    expect(countTogether([countFacts('a', found), countFacts('b', found)])).toMatchObject({
      rates: { accuracy: { part: 3, whole: 4 }, timeliness: { part: 0, whole: 1 } },
      byDiscovery: 1,
    });
  });
});
