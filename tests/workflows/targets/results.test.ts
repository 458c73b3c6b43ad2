import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FirstSale, resultsOf, type SignedDeal } from '../../../workflows/targets/results.ts';

const money = (amount: number, currencyCode = 'CNY') => ({ amountMicros: amount * 1_000_000, currencyCode });
const deal = (id: string, more: Partial<SignedDeal> = {}): SignedDeal => ({
  id,
  customerId: 'acme',
  ownerId: 'wang',
  signedOn: '2026-10-05',
  amount: money(10),
  ...more,
});
const first = (customerId: string, on: string, isKnownBefore = false): FirstSale => ({ customerId, on, isKnownBefore });

describe('what was sold', () => {
  it.each([
    ['2026-09-30', 'wang:2026Q3'],
    ['2026-10-01', 'wang:2026Q4'],
    ['2026-12-31', 'wang:2026Q4'],
    ['2027-01-01', 'wang:2027Q1'],
  ])('a contract of %s is one of %s', (signedOn, key) => {
    expect([...resultsOf([deal('a', { signedOn })], []).keys()]).toEqual([key]);
  });

  it('is of whoever owns the opportunity, with every amount there is', () => {
    const results = resultsOf(
      [deal('a'), deal('b', { amount: money(5, 'USD') }), deal('c', { amount: null }), deal('d', { ownerId: 'lin' })],
      [],
    );
    expect(results.get('wang:2026Q4')).toEqual({ amounts: [money(10), money(5, 'USD')], deals: 3, newCustomers: 0 });
    expect(results.get('lin:2026Q4')).toEqual({ amounts: [money(10)], deals: 1, newCustomers: 0 });
  });

  it('what nobody owns is nobody’s', () => expect(resultsOf([deal('a', { ownerId: null })], []).size).toBe(0));
});

describe('a new customer', () => {
  const wonBy = (deals: readonly SignedDeal[], sales: readonly FirstSale[]) =>
    Object.fromEntries([...resultsOf(deals, sales)].map(([key, { newCustomers }]) => [key, newCustomers]));

  it('is won by the owner of the first contract, once', () => {
    const later = deal('b', { ownerId: 'lin', signedOn: '2026-11-01' });
    expect(wonBy([later, deal('a')], [first('acme', '2026-10-05')])).toEqual({ 'wang:2026Q4': 1, 'lin:2026Q4': 0 });
  });

  it('of two contracts on the first day by the same one, whoever looks', () => {
    const both = [deal('b', { ownerId: 'lin' }), deal('a')];
    for (const deals of [both, both.toReversed()])
      expect(wonBy(deals, [first('acme', '2026-10-05')])).toEqual({ 'wang:2026Q4': 1, 'lin:2026Q4': 0 });
  });

  it.each([
    ['that bought before this CRM was used', first('acme', '2026-10-05', true)],
    ['whose first contract is another', first('acme', '2025-01-01')],
    ['nobody asks about', first('other', '2026-10-05')],
  ])('is none %s', (_what, sale) => expect(wonBy([deal('a')], [sale])).toEqual({ 'wang:2026Q4': 0 }));
});

it('follows from the records alone: in any order the same', () => {
  const one = fc.record({
    id: fc.uuid(),
    customerId: fc.constantFrom('acme', 'beta', null),
    ownerId: fc.constantFrom('wang', 'lin', null),
    signedOn: fc.constantFrom('2026-09-30', '2026-10-01', '2026-12-31'),
    amount: fc.constantFrom(money(1), money(2, 'USD'), null),
  });
  const sales = [first('acme', '2026-09-30'), first('beta', '2026-10-01')];
  const told = (deals: readonly SignedDeal[]) =>
    [...resultsOf(deals, sales)]
      .map(([key, { amounts, ...result }]) => ({
        key,
        ...result,
        amounts: amounts.map((amount) => JSON.stringify(amount)).sort(),
      }))
      .sort((left, right) => (left.key < right.key ? -1 : 1));
  fc.assert(
    fc.property(
      fc
        .uniqueArray(one, { selector: ({ id }) => id })
        .chain((deals) => fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length }))),
      ([deals, shuffled]) => {
        expect(told(shuffled)).toEqual(told(deals));
      },
    ),
    { seed: 20261127, numRuns: 200 },
  );
});
