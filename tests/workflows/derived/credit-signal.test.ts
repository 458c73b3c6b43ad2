import { describe, expect, it } from 'vitest';
import { type CreditFacts, creditSignal } from '../../../workflows/derived/credit-signal.ts';
import { RATINGS } from '../../../workflows/rules/credit-rating.ts';

const FACTS: CreditFacts = {
  rating: 'AAA',
  previousRating: null,
  isOverdueNow: false,
  hasOverdue: false,
  overdueCount: 0,
  longestOverdueDays: 0,
};

describe('credit signal', () => {
  it('is unknown without a record or a rating', () => {
    expect(creditSignal(null)).toBe('UNKNOWN');
    expect(creditSignal({ ...FACTS, rating: null })).toBe('UNKNOWN');
    expect(creditSignal({ ...FACTS, rating: 'AA+' })).toBe('UNKNOWN');
  });

  it('goes down the grades', () => {
    expect(RATINGS.map((rating) => creditSignal({ ...FACTS, rating }))).toEqual([
      ...['OK', 'OK', 'OK', 'OK'],
      ...['CAUTION', 'CAUTION'],
      ...['STOP', 'STOP', 'STOP', 'STOP'],
    ]);
  });

  it.each([
    ['something overdue now stops, whatever the grade', { isOverdueNow: true, hasOverdue: true }, 'STOP'],
    ['… even without a grade', { rating: null, isOverdueNow: true, hasOverdue: true }, 'STOP'],
    ['… even where caution is due', { rating: 'BB', isOverdueNow: true, hasOverdue: true }, 'STOP'],
    ['something that was overdue is cause for caution', { hasOverdue: true }, 'CAUTION'],
    ['… and so is a number of times', { overdueCount: 1 }, 'CAUTION'],
    ['past days are too', { longestOverdueDays: 1 }, 'CAUTION'],
    ['… even without a grade', { rating: null, overdueCount: 1 }, 'CAUTION'],
    ['nothing said of overdue is none', { overdueCount: null, longestOverdueDays: null }, 'OK'],
    ['a fall by one grade is none', { rating: 'AA', previousRating: 'AAA' }, 'OK'],
    ['a fall by two is', { rating: 'A', previousRating: 'AAA' }, 'CAUTION'],
    ['a fall by three is', { rating: 'BBB', previousRating: 'AAA' }, 'CAUTION'],
    ['a rise is none', { rating: 'AAA', previousRating: 'BBB' }, 'OK'],
    ['a former grade nobody knows is none', { rating: 'BBB', previousRating: 'A+' }, 'OK'],
    ['without a present grade there is no fall', { rating: null, previousRating: 'AAA' }, 'UNKNOWN'],
  ] as const)('%s', (_what, facts, expected) => {
    expect(creditSignal({ ...FACTS, ...facts })).toBe(expected);
  });
});
