import { describe, expect, it } from 'vitest';
import { attainment, moneyAttainment } from '../../../workflows/targets/attainment.ts';
import { enteredFigures, salesFigures, stateOf } from '../../../workflows/targets/follow-target.ts';

const money = (amount: number, currencyCode: string | null = 'CNY') => ({
  amountMicros: amount * 1_000_000,
  currencyCode,
});
const NONE = { amountMicros: null, currencyCode: null };

describe('how much of a target is reached', () => {
  it.each([
    [0, 10, 0],
    [5, 10, 50],
    [9.99, 10, 99],
    [10, 10, 100],
    [10.09, 10, 100],
    [11, 10, 110],
    [29, 100, 29],
    [-5, 10, -50],
    [1, 3, 33],
    [5, 0, null],
    [5, -1, null],
    [null, 10, null],
    [5, null, null],
  ])('%s of %s: %s', (actual, target, expected) => expect(attainment(actual, target)).toBe(expected));

  it.each([
    [money(5), money(10), 50],
    [money(5, null), money(10), 50],
    [money(5, 'USD'), money(10), null],
    [money(5), money(0), null],
    [null, money(10), null],
    [money(5), null, null],
  ])('%j of %j: %s', (actual, target, expected) => expect(moneyAttainment(actual, target)).toBe(expected));
});

describe('where a quarter lies', () => {
  it.each([
    ['2026Q3', 'PAST'],
    ['2026Q4', 'CURRENT'],
    ['2027Q1', 'AHEAD'],
    [null, 'UNCLEAR'],
  ])('%s in 2026Q4: %s', (quarter, state) => expect(stateOf(quarter, '2026Q4')).toBe(state));
});

describe('sales against target', () => {
  const sold = { amounts: [money(60), money(5, 'USD')], deals: 2, newCustomers: 1 };

  it('counts the currency of the target, and says what that leaves out', () => {
    expect(salesFigures({ salesTarget: money(100), newCustomerTarget: 2 }, sold)).toEqual({
      salesActual: money(60),
      signedDeals: 2,
      leftOut: ['USD 5'],
      salesAttainment: 60,
      newCustomerActual: 1,
      newCustomerAttainment: 50,
    });
    expect(salesFigures({ salesTarget: money(10, 'USD') }, sold)).toMatchObject({
      salesActual: money(5, 'USD'),
      leftOut: ['CNY 60'],
      salesAttainment: 50,
      newCustomerAttainment: null,
    });
  });

  it('without a target there is a figure and no share of anything', () => {
    expect(salesFigures({ salesTarget: NONE }, sold)).toMatchObject({ salesActual: money(60), salesAttainment: null });
    expect(salesFigures({ salesTarget: money(0), newCustomerTarget: 0 }, sold)).toMatchObject({
      salesAttainment: null,
      newCustomerAttainment: null,
    });
  });

  it('nothing sold is nothing in the currency of the target; before the quarter there is no figure', () => {
    const nothing = { amounts: [], deals: 0, newCustomers: 0 };
    expect(salesFigures({ salesTarget: money(9, 'USD') }, nothing)).toMatchObject({
      salesActual: money(0, 'USD'),
      signedDeals: 0,
      salesAttainment: 0,
      newCustomerActual: 0,
    });
    expect(salesFigures({ salesTarget: money(9, 'USD'), newCustomerTarget: 1 }, null)).toEqual({
      salesActual: NONE,
      signedDeals: null,
      leftOut: [],
      salesAttainment: null,
      newCustomerActual: null,
      newCustomerAttainment: null,
    });
  });

  it.each([
    [{ profitActual: money(8), profitTarget: money(10), satisfactionActual: 90, satisfactionTarget: 95 }, 80, 94],
    [
      { profitActual: money(8, 'USD'), profitTarget: money(10), satisfactionActual: 95, satisfactionTarget: 95 },
      null,
      100,
    ],
    [{ profitTarget: money(10), satisfactionTarget: 95 }, null, null],
    [{ profitActual: money(-2), profitTarget: money(10), satisfactionTarget: 0, satisfactionActual: 50 }, -20, null],
  ])('what the manager entered: %j', (target, profitAttainment, satisfactionAttainment) => {
    expect(enteredFigures(target)).toEqual({ profitAttainment, satisfactionAttainment });
  });
});
