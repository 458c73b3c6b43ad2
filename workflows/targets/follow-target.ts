import { addUp, amountText } from '../derived/add-up.ts';
import { asMoney, asNumber, type Money, type Value } from '../judgement/values.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { attainment, moneyAttainment } from './attainment.ts';
import type { Result } from './results.ts';

const NO_MONEY = { amountMicros: null, currencyCode: null };

const moneyIn = (value: unknown): Money | null => asMoney(value as Value);
const numberIn = (value: unknown): number | null => asNumber(value as Value);

/** Where the quarter of a target lies, seen from the current one; unclear where the target names none. */
export const stateOf = (quarter: string | null, current: string): 'CURRENT' | 'AHEAD' | 'PAST' | 'UNCLEAR' => {
  if (quarter === null) return 'UNCLEAR';
  if (quarter === current) return 'CURRENT';
  return quarter > current ? 'AHEAD' : 'PAST';
};

/**
 * What follows from the signed opportunities (2.4.5, 5.3.4): sales and customers won. Without a result, as before the
 * quarter, there is nothing to compare.
 */
export const salesFigures = (target: TwentyRecord, result: Result | null): Readonly<Record<string, unknown>> => {
  const salesTarget = moneyIn(target.salesTarget);
  // Where nothing is sold yet, that is nothing in the currency of the target.
  const currency = salesTarget ? salesTarget.currencyCode || 'CNY' : null;
  const sales = result && addUp(result.amounts, currency);
  return {
    salesActual: sales?.amount ?? NO_MONEY,
    signedDeals: result?.deals ?? null,
    leftOut: sales?.leftOut.map(amountText) ?? [],
    salesAttainment: moneyAttainment(sales?.amount ?? null, salesTarget),
    newCustomerActual: result?.newCustomers ?? null,
    newCustomerAttainment: attainment(result?.newCustomers ?? null, numberIn(target.newCustomerTarget)),
  };
};

/** What follows from what the manager entered (A28): profit and satisfaction. */
export const enteredFigures = (target: TwentyRecord): Readonly<Record<string, unknown>> => ({
  profitAttainment: moneyAttainment(moneyIn(target.profitActual), moneyIn(target.profitTarget)),
  satisfactionAttainment: attainment(numberIn(target.satisfactionActual), numberIn(target.satisfactionTarget)),
});

/** The four targets, by the name they have on a target and on a profile alike. */
export const TARGETS = ['salesTarget', 'profitTarget', 'newCustomerTarget', 'satisfactionTarget'] as const;
const MONEY: ReadonlySet<string> = new Set(['salesTarget', 'profitTarget', 'salesActual']);

/** An amount that is none is one nothing, whichever way Twenty gives it back. */
export const withPlainMoney = (record: TwentyRecord): TwentyRecord => ({
  ...record,
  ...Object.fromEntries(
    [...MONEY].filter((name) => name in record).map((name) => [name, moneyIn(record[name]) ?? NO_MONEY]),
  ),
});

/** The four targets of a target, or of a profile. */
export const targetsIn = (record: TwentyRecord): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    TARGETS.map((name) => [name, MONEY.has(name) ? (moneyIn(record[name]) ?? NO_MONEY) : numberIn(record[name])]),
  );

/** Whether any of the four is set. */
export const hasTargets = (record: TwentyRecord): boolean =>
  TARGETS.some((name) => (MONEY.has(name) ? moneyIn(record[name]) : numberIn(record[name])) !== null);
