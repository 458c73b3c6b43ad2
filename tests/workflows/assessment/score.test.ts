import { describe, expect, it } from 'vitest';
import { type Counted, RATES, type Share } from '../../../workflows/assessment/counted.ts';
import { gradeOf, rateOf, rounded, scoreOf, sharedWeights } from '../../../workflows/assessment/score.ts';

const THRESHOLDS = [95, 85, 70];
const WEIGHTS = [30, 30, 20, 10, 10];
const shares = (...pairs: readonly (readonly [number, number] | null)[]): Counted['rates'] =>
  Object.fromEntries(
    RATES.map((name, at): [string, Share] => [name, { part: pairs[at]?.[0] ?? 0, whole: pairs[at]?.[1] ?? 0 }]),
  ) as Counted['rates'];

describe('a grade', () => {
  it.each([
    [100, 'EXCELLENT'],
    [95, 'EXCELLENT'],
    [94.99, 'GOOD'],
    [85, 'GOOD'],
    [84.99, 'PASSED'],
    [70, 'PASSED'],
    [69.99, 'FAILED'],
    [0, 'FAILED'],
    [null, null],
  ])('of %s is %s', (score, grade) => {
    expect(gradeOf(score, THRESHOLDS)).toBe(grade);
  });
  it('goes by the score as it is shown', () => {
    // 94.995 is shown as 95.00.
    expect(gradeOf(rounded(94.995), THRESHOLDS)).toBe('EXCELLENT');
    expect(gradeOf(rounded(94.9949), THRESHOLDS)).toBe('GOOD');
  });
});

describe('a rate', () => {
  it.each([
    [{ part: 2, whole: 3 }, 66.67],
    [{ part: 1, whole: 3 }, 33.33],
    [{ part: 0, whole: 4 }, 0],
    [{ part: 4, whole: 4 }, 100],
    [{ part: 18.6, whole: 20 }, 93],
    [{ part: 1, whole: 800 }, 0.13],
    [{ part: 0, whole: 0 }, null],
  ])('of %j is %s', (share, percent) => {
    expect(rateOf(share)).toBe(percent);
  });
});

describe('a score', () => {
  it.each([
    ['all of everything', shares([1, 1], [1, 1], [1, 1], [1, 1], [1, 1]), 100],
    ['nothing of everything', shares([0, 1], [0, 1], [0, 1], [0, 1], [0, 1]), 0],
    ['each by its weight', shares([1, 1], [0, 1], [0, 1], [0, 1], [0, 1]), 30],
    ['each by its weight, the last', shares([0, 1], [0, 1], [0, 1], [0, 1], [1, 1]), 10],
    ['what was not judged is borne by the others', shares([1, 2], [1, 2], null, null, null), 50],
    ['in the proportion of their weights', shares([1, 1], null, null, [0, 1], null), 75],
    ['thirds', shares([1, 3], [1, 3], [1, 3], [1, 3], [1, 3]), 33.33],
    ['one alone', shares(null, null, null, null, [2, 3]), 66.67],
    ['nothing judged at all', shares(null, null, null, null, null), null],
  ])('%s', (_what, rates, score) => {
    expect(scoreOf(rates, WEIGHTS)).toBe(score);
  });
  it('is none where what was judged weighs nothing', () => {
    expect(scoreOf(shares([1, 1], null, null, null, null), [0, 60, 20, 10, 10])).toBeNull();
  });
  it('is of shared weights that are a hundred together, or none', () => {
    const sum = (rates: Counted['rates']) => Object.values(sharedWeights(rates, WEIGHTS)).reduce((a, b) => a + b, 0);
    expect(sum(shares([1, 2], null, [1, 2], null, [1, 2]))).toBeCloseTo(100);
    expect(sum(shares(null, null, null, null, null))).toBe(0);
    expect(sharedWeights(shares([1, 2], [1, 2], null, [1, 2], [1, 2]), WEIGHTS)).toMatchObject({
      accuracy: 37.5,
      completeness: 0,
      rectification: 12.5,
    });
  });
});
