import { describe, expect, it } from 'vitest';
import { createWorkingCalendar, type Period } from '../../../workflows/calendar/working-calendar.ts';
import { judgeCheck } from '../../../workflows/checks/judge-check.ts';

const calendar = createWorkingCalendar();
/** An instant in Shanghai. */
const at = (text: string): Date => new Date(`${text}+08:00`);
const check = (cadence: Period | null, from: string, now: string, dueDays = 3, on = calendar) =>
  judgeCheck({ cadence, from: at(from).toISOString(), now: at(now), calendar: on, dueDays });

describe('when a check is due', () => {
  it.each([
    ['a month ends on its last working day', 'MONTH', '2026-03-10T12:00', '2026-04-30'],
    ['September ends on the 30th, the day before National Day', 'MONTH', '2026-08-10T12:00', '2026-09-30'],
    ['October ends on Friday the 30th', 'MONTH', '2026-09-10T12:00', '2026-10-30'],
    ['February 2027 ends on Friday the 26th', 'MONTH', '2027-01-10T12:00', '2027-02-26'],
    [
      'January 2025 ends on the make-up Sunday before Spring Festival (28 January on)',
      'MONTH',
      '2024-12-10T12:00',
      '2025-01-27',
    ],
    ['a week ends on Friday', 'WEEK', '2026-11-04T12:00', '2026-11-13'],
    ['a week with a make-up Saturday ends on it', 'WEEK', '2026-09-30T12:00', '2026-10-10'],
    ['a quarter ends in its third month', 'QUARTER', '2026-05-05T12:00', '2026-09-30'],
    ['the last quarter ends in December', 'QUARTER', '2026-08-05T12:00', '2026-12-31'],
    ['the first half-year ends in June', 'HALF_YEAR', '2026-12-31T23:59', '2027-06-30'],
    ['the second half-year ends in December', 'HALF_YEAR', '2026-06-30T23:59', '2026-12-31'],
    ['on the first day of a half-year the next is meant', 'HALF_YEAR', '2026-07-01T00:00', '2027-06-30'],
  ] as const)('%s', (_what, cadence, from, dueDate) => {
    const verdict = check(cadence, from, from);
    expect(verdict.dueDate).toBe(dueDate);
    expect(verdict.missed).toEqual([]);
  });

  it('a check on the very last day counts for that period, one just after midnight for the next', () => {
    expect(check('MONTH', '2026-09-30T23:59:59', '2026-10-01T00:00').dueDate).toBe('2026-10-30');
    expect(check('MONTH', '2026-10-01T00:00:00', '2026-10-01T00:00').dueDate).toBe('2026-11-30');
  });

  it('a week without a working day is skipped', () => {
    // The company closes for the week of 5 October 2026, the make-up Saturday included.
    const closed = createWorkingCalendar({
      companyDays: ['05', '06', '07', '08', '09', '10', '11'].map((day) => ({
        date: `2026-10-${day}`,
        isWorkday: false,
      })),
    });
    expect(check('WEEK', '2026-09-30T12:00', '2026-09-30T12:00', 3, closed).dueDate).toBe('2026-10-16');
    expect(check('WEEK', '2026-09-30T12:00', '2026-09-30T12:00').dueDate).toBe('2026-10-10');
  });

  it('a record without a cadence is never due', () => {
    expect(check(null, '2020-01-01T00:00', '2026-01-01T00:00')).toEqual({
      state: 'CURRENT',
      dueDate: null,
      missed: [],
    });
  });
});

describe('the state between two checks', () => {
  // Due on Wednesday 30 September 2026; the 25th is Mid-Autumn Festival, so the working days
  // before it are the 29th, the 28th, the 24th, the 23rd …
  it.each([
    ['four working days before the end it is current', '2026-09-23T23:59:59.999', 'CURRENT'],
    ['three before it is due', '2026-09-24T00:00', 'DUE'],
    ['on the weekend between it stays due', '2026-09-26T12:00', 'DUE'],
    ['the millisecond before the end it is due', '2026-09-30T23:59:59.999', 'DUE'],
    ['at the instant of the end it is overdue', '2026-10-01T00:00', 'OVERDUE'],
  ] as const)('%s', (_what, now, state) => {
    expect(check('MONTH', '2026-08-10T12:00', now).state).toBe(state);
  });

  it.each([
    [0, '2026-09-29T23:59', 'CURRENT'],
    [0, '2026-09-30T00:00', 'DUE'],
    [1, '2026-09-28T23:59', 'CURRENT'],
    [1, '2026-09-29T00:00', 'DUE'],
  ] as const)('%i days of warning, at %s: %s', (dueDays, now, state) => {
    expect(check('MONTH', '2026-08-10T12:00', now, dueDays).state).toBe(state);
  });

  it('a close of business ends the period, not midnight', () => {
    const office = createWorkingCalendar({ dayEndsAt: '18:00' });
    const state = (now: string) => check('MONTH', '2026-08-10T12:00', now, 3, office).state;
    expect(state('2026-09-30T17:59:59.999')).toBe('DUE');
    expect(state('2026-09-30T18:00')).toBe('OVERDUE');
  });
});

describe('missed periods', () => {
  it('each is told once it is over, oldest first; the first stays the one that is due', () => {
    const before = check('WEEK', '2026-10-28T12:00', '2026-11-20T23:59:59.999');
    expect(before.missed).toEqual(['2026-11-06', '2026-11-13']);
    const after = check('WEEK', '2026-10-28T12:00', '2026-11-21T00:00');
    expect(after).toMatchObject({
      state: 'OVERDUE',
      dueDate: '2026-11-06',
      missed: ['2026-11-06', '2026-11-13', '2026-11-20'],
    });
  });

  it('are counted up to sixty, so that a record forgotten for years costs no more', () => {
    expect(check('WEEK', '2020-01-01T12:00', '2026-01-01T12:00').missed).toHaveLength(60);
  });
});
