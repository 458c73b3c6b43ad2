import { expect, it } from 'vitest';
import { percent, shareOf } from '../../../plugin/front-components/charts/numbers.ts';

it.each([
  [0, '0%'],
  [0.001, '1%'],
  [0.004, '1%'],
  [0.5, '50%'],
  [0.994, '99%'],
  [600 / 603, '99%'],
  [1, '100%'],
])('%d is told as %s: only all of them are 100%%, and only none of them 0%%', (share, expected) => {
  expect(percent(share, 'en')).toBe(expected);
});

it('of nothing there is no share', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(0, 3)).toBe(0);
});
