import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../workflows/calendar/epoch-day.ts';
import { type CreditFacts, creditSignal } from '../../../workflows/judgement/credit-signal.ts';
import { RATINGS } from '../../../workflows/rules/credit-rating.ts';

const FACTS: CreditFacts = {
  rating: 'AAA',
  previousRating: null,
  ratedOn: '2026-09-01',
  isOverdueNow: false,
  hasOverdue: false,
  overdueCount: 0,
  longestOverdueDays: 0,
  lastOverdueOn: null,
};
const signal = (facts: Partial<CreditFacts> | null, today = '2026-09-23', months = 12) =>
  creditSignal(facts && { ...FACTS, ...facts }, { today, months });

describe('credit signal', () => {
  it('is unknown without a record or a rating', () => {
    expect(signal(null)).toBe('UNKNOWN');
    expect(signal({ rating: null })).toBe('UNKNOWN');
    expect(signal({ rating: 'AA+' })).toBe('UNKNOWN');
  });

  it('goes down the grades', () => {
    expect(RATINGS.map((rating) => signal({ rating }))).toEqual([
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
    expect(signal(facts)).toBe(expected);
  });
});

describe('a customer who has paid', () => {
  const once = { hasOverdue: true, overdueCount: 1, longestOverdueDays: 1, lastOverdueOn: '2025-09-23' };

  it.each([
    ['2026-09-22', 'CAUTION'],
    ['2026-09-23', 'OK'],
  ])('has recovered twelve months after the last day that was overdue: on %s %s', (today, expected) => {
    expect(signal(once, today)).toBe(expected);
  });

  it.each([
    ['2026-09-22', 'CAUTION'],
    ['2026-09-23', 'OK'],
  ])('and twelve months after a steep fall of the rating: on %s %s', (today, expected) => {
    expect(signal({ rating: 'A', previousRating: 'AAA', ratedOn: '2025-09-23' }, today)).toBe(expected);
  });

  it('has not while nobody has said when that was, while something is overdue, or with the rating that is left', () => {
    expect(signal({ ...once, lastOverdueOn: null })).toBe('CAUTION');
    expect(signal({ rating: 'A', previousRating: 'AAA', ratedOn: null })).toBe('CAUTION');
    expect(signal({ ...once, isOverdueNow: true })).toBe('STOP');
    expect(signal({ ...once, rating: 'BB' })).toBe('CAUTION');
    expect(signal({ ...once, rating: 'CCC' })).toBe('STOP');
    expect(signal({ ...once, rating: null })).toBe('UNKNOWN');
  });

  it('recovers as the setting has it', () => {
    expect(signal(once, '2025-12-22', 3)).toBe('CAUTION');
    expect(signal(once, '2025-12-23', 3)).toBe('OK');
    expect(signal(once, '2025-09-23', 0)).toBe('OK');
    expect(signal(once, '2027-09-22', 24)).toBe('CAUTION');
  });
});

it.each([
  ['2025-08-31', 6, '2026-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-12-31', 12, '2027-12-31'],
  ['2026-05-31', 0, '2026-05-31'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-30', 26, '2029-01-30'],
])('%s and %i months are %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});
