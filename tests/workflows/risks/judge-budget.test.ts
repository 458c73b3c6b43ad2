import { expect, it } from 'vitest';
import type { Money } from '../../../workflows/judgement/values.ts';
import { judgeBudget } from '../../../workflows/risks/judge-budget.ts';

const yuan = (amount: number | null, currencyCode: string | null = 'CNY'): Money | null =>
  amount === null ? null : { amountMicros: amount, currencyCode };

it.each<[number | null, number | null, number | null, string | null]>([
  [99, 100, 200, 'BELOW'],
  [100, 100, 200, 'WITHIN'],
  [200, 100, 200, 'WITHIN'],
  [201, 100, 200, 'OVER'],
  [99, 100, null, 'BELOW'],
  [201, 100, null, 'WITHIN'],
  [1, null, 200, 'WITHIN'],
  [201, null, 200, 'OVER'],
  [null, 100, 200, null],
  [150, null, null, null],
])('%s for a budget of %s to %s is %s', (amount, from, to, expected) => {
  expect(judgeBudget(yuan(amount), yuan(from), yuan(to))).toBe(expected);
});

it('is compared in one currency alone; without one it is yuan', () => {
  expect(judgeBudget(yuan(150, 'USD'), yuan(100), yuan(200))).toBeNull();
  expect(judgeBudget(yuan(150), yuan(100, 'USD'), yuan(200))).toBeNull();
  expect(judgeBudget(yuan(150, ''), yuan(100, null), yuan(200))).toBe('WITHIN');
});
