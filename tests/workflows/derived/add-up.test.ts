import { expect, it } from 'vitest';
import { addUp, amountText } from '../../../workflows/derived/add-up.ts';

const money = (amount: number, currencyCode: string | null = 'CNY') => ({
  amountMicros: amount * 1_000_000,
  currencyCode,
});

it.each([
  ['nothing', [], null, null, []],
  ['yuan', [money(1), money(2)], null, money(3), []],
  ['what bears no currency as yuan', [money(1, null), money(2, '')], null, money(3), []],
  [
    'yuan before the currency of most',
    [money(1), money(5, 'USD'), money(5, 'USD')],
    null,
    money(1),
    [money(10, 'USD')],
  ],
  [
    'else the currency of most',
    [money(9, 'EUR'), money(5, 'USD'), money(5, 'USD')],
    null,
    money(10, 'USD'),
    [money(9, 'EUR')],
  ],
  ['the currency asked for', [money(9), money(5, 'USD')], 'USD', money(5, 'USD'), [money(9)]],
  ['none of the currency asked for', [money(9)], 'USD', money(0, 'USD'), [money(9)]],
  ['nothing, where one is asked for', [], 'USD', money(0, 'USD'), []],
  ['and leaves out no nothing', [money(1), money(0, 'USD')], null, money(1), []],
] as const)('adds up %s', (_what, amounts, wanted, amount, leftOut) => {
  expect(addUp(amounts, wanted)).toEqual({ amount, leftOut });
});

it('says an amount as it is read in any language', () => {
  expect([money(12_000.5, 'USD'), { amountMicros: null, currencyCode: 'EUR' }].map(amountText)).toEqual([
    'USD 12,000.5',
    'EUR 0',
  ]);
});
