import { describe, expect, it } from 'vitest';
import {
  monthBefore,
  monthsUpTo,
  quarterBefore,
  spanOfMonth,
  spanOfQuarter,
} from '../../../workflows/assessment/quarters.ts';
import { readSettings } from '../../../workflows/settings.ts';

describe('spans of dates', () => {
  it.each([
    ['2026Q1', '2026-01-01', '2026-03-31'],
    ['2026Q3', '2026-07-01', '2026-09-30'],
    ['2026Q4', '2026-10-01', '2026-12-31'],
  ])('%s is from %s to %s', (quarter, from, to) => {
    expect(spanOfQuarter(quarter)).toEqual({ from, to });
  });
  it.each([
    ['2026-09', '2026-09-01', '2026-09-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
  ])('%s is from %s to %s', (month, from, to) => {
    expect(spanOfMonth(month)).toEqual({ from, to });
  });
  it.each([
    ['2026-09-30', '2026Q2', '2026-08'],
    ['2026-10-01', '2026Q3', '2026-09'],
    ['2027-01-01', '2026Q4', '2026-12'],
  ])('before %s ended %s and %s', (today, quarter, month) => {
    expect(quarterBefore(today)).toBe(quarter);
    expect(monthBefore(today)).toBe(month);
  });
});

it('the months of a year and the present one are thirteen', () => {
  const months = monthsUpTo('2027-01-15', 13);
  expect([months.length, months[0], months[1], months[12]]).toEqual([13, '2027-01', '2026-12', '2026-01']);
});

describe('the settings of the assessment', () => {
  const read = (name: string, value: string) => readSettings({ [name]: value });
  it.each([
    ['40/30/20/5/5', [40, 30, 20, 5, 5]],
    ['100/0/0/0/0', [100, 0, 0, 0, 0]],
    [' 30 / 30 / 20 / 10 / 10 ', [30, 30, 20, 10, 10]],
  ])('takes the weights %s', (value, weights) => {
    expect(read('ASSESSMENT_WEIGHTS', value)).toMatchObject({ settings: { assessmentWeights: weights }, faults: [] });
  });
  it.each([
    '30/30/20/10/9',
    '30/30/20/10/11',
    '30/30/20/20',
    '30/30/20/10/10/0',
    '30/30/20/10/ten',
    '30,30,20,10,10',
    '-10/40/40/20/10',
  ])('takes the default weights for %s, and says so', (value) => {
    expect(read('ASSESSMENT_WEIGHTS', value)).toMatchObject({
      settings: { assessmentWeights: [30, 30, 20, 10, 10] },
      faults: [{ name: 'ASSESSMENT_WEIGHTS', value }],
    });
  });
  it.each([
    ['90/80/60', [90, 80, 60], 0],
    ['100/99/0', [100, 99, 0], 0],
    ['101/80/60', [95, 85, 70], 1],
    ['80/80/60', [95, 85, 70], 1],
    ['60/80/90', [95, 85, 70], 1],
    ['90/80', [95, 85, 70], 1],
  ])('takes of the thresholds %s %j', (value, thresholds, faults) => {
    const found = read('ASSESSMENT_GRADES', value);
    expect(found.settings.assessmentGrades).toEqual(thresholds);
    expect(found.faults).toHaveLength(faults);
  });
});
