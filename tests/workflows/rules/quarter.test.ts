import { describe, expect, it } from 'vitest';
import { quarterAfter, quarterBefore, quarterOf, quarterStart, readQuarter } from '../../../workflows/rules/quarter.ts';

describe('the quarter of a date', () => {
  it.each([
    ['2026-01-01', '2026Q1'],
    ['2026-03-31', '2026Q1'],
    ['2026-04-01', '2026Q2'],
    ['2026-06-30', '2026Q2'],
    ['2026-07-01', '2026Q3'],
    ['2026-09-30', '2026Q3'],
    ['2026-10-01', '2026Q4'],
    ['2026-12-31', '2026Q4'],
    ['2027-01-01', '2027Q1'],
  ])('%s lies in %s', (date, quarter) => expect(quarterOf(date)).toBe(quarter));

  it.each([
    ['2026Q1', '2025Q4', '2026-01-01'],
    ['2026Q2', '2026Q1', '2026-04-01'],
    ['2026Q4', '2026Q3', '2026-10-01'],
  ])('%s comes after %s and begins on %s', (quarter, before, start) => {
    expect([quarterBefore(quarter), quarterAfter(before), quarterStart(quarter)]).toEqual([before, quarter, start]);
    expect(quarterOf(start)).toBe(quarter);
  });
});

describe('a quarter as people write it', () => {
  it.each([
    '2026Q4',
    '2026q4',
    ' 2026 Q4 ',
    '2026-Q4',
    '2026/Q4',
    '２０２６Ｑ４',
    '2026年第4季度',
    '2026年第四季度',
    '2026年四季度',
    '2026第4季',
  ])('%s', (text) => expect(readQuarter(text)).toBe('2026Q4'));

  it.each(['', '2026', 'Q4', 'Q4 2026', '2026Q5', '2026Q0', '2026-10', '26Q4', '2026Q44', '2026年第五季度'])(
    'not %j',
    (text) => expect(readQuarter(text)).toBeNull(),
  );
});
