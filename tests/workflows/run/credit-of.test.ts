import { describe, expect, it } from 'vitest';
import { creditOf } from '../../../workflows/run/credit-of.ts';

type Credit = Parameters<typeof creditOf>[0][number];
const A: Credit = { id: 'a', rating: 'AA', ratedAt: '2026-03-01', isOverdueNow: false, hasOverdue: false };
const B: Credit = { id: 'b', rating: 'B', ratedAt: '2026-06-01', previousRating: 'A', judgedRating: 'B' };

/** Whatever order they come in. */
const asOne = (...credits: readonly Credit[]) => {
  const found = creditOf(credits);
  expect(creditOf([...credits].reverse())).toEqual(found);
  return found;
};

describe('several credit records of one customer', () => {
  it('none is none, and one is itself', () => {
    expect(creditOf([])).toBeNull();
    expect(creditOf([A])).toBe(A);
  });

  it.each([
    ['the newest rating', [A, B], { rating: 'B', ratedAt: '2026-06-01', previousRating: 'A', judgedRating: 'B' }],
    ['a dated one before one without a day', [{ ...A, ratedAt: null }, B], { rating: 'B' }],
    ['an old one before a newer record without a rating', [A, { ...B, rating: null }], { rating: 'AA' }],
    ['of one day the worse', [{ ...A, ratedAt: B.ratedAt }, B], { rating: 'B' }],
    [
      'no rating, where none has one',
      [
        { ...A, rating: '' },
        { ...B, rating: null },
      ],
      { ratedAt: expect.anything() },
    ],
  ] as const)('%s', (_what, credits, expected) => {
    expect(asOne(...credits)).toMatchObject(expected);
  });

  it('of one day and grade the first by its id', () => {
    const same = { ratedAt: A.ratedAt, rating: 'AA' };
    expect(asOne(A, { ...B, ...same })).toMatchObject({ previousRating: undefined });
  });

  const overdue = (isOverdueNow: unknown, hasOverdue: unknown, overdueCount: unknown, longestOverdueDays: unknown) => ({
    isOverdueNow,
    hasOverdue,
    overdueCount,
    longestOverdueDays,
  });
  it.each([
    ['the worst of each', overdue(false, true, 3, 5), overdue(true, true, 1, 90), overdue(true, true, 3, 90)],
    ['one says yes, the other no', overdue(false, false, 0, 0), overdue(null, true, 1, 9), overdue(false, true, 1, 9)],
    [
      'one says no, the other nothing',
      overdue(null, null, null, null),
      overdue(false, false, 0, 0),
      overdue(false, false, 0, 0),
    ],
    [
      'neither says anything',
      overdue(null, null, null, null),
      overdue(undefined, null, null, null),
      overdue(null, null, null, null),
    ],
  ])('the worst overdue: %s', (_what, left, right, expected) => {
    expect(asOne({ ...A, ...left }, { ...B, ...right })).toMatchObject(expected);
  });
});
