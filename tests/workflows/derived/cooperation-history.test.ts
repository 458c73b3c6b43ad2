import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { cooperationHistory, type Deal, isSigned } from '../../../workflows/derived/cooperation-history.ts';

const NOTHING = { cooperations: null, amount: null, since: null, products: [] };
const yuan = (amount: number, currencyCode: string | null = 'CNY') => ({
  amountMicros: amount * 1_000_000,
  currencyCode,
});
const deal = (more: Partial<Deal> = {}): Deal => ({
  stage: 'SIGNED',
  outcome: 'OPEN',
  signedOn: '2026-03-10',
  amount: yuan(100),
  products: ['网关 DG-200'],
  ...more,
});

describe('which deals count', () => {
  it.each(STAGES)('%s, open', (stage) => {
    expect(isSigned({ stage, outcome: 'OPEN' })).toBe(['SIGNED', 'DELIVERY', 'AFTER_SALES'].includes(stage));
  });

  it.each([
    ['WON', true],
    [null, true],
    ['LOST', false],
    ['ABANDONED', false],
  ] as const)('signed and %s: %s', (outcome, expected) => {
    expect(isSigned({ stage: 'SIGNED', outcome })).toBe(expected);
  });

  it('a stage nobody knows does not', () => expect(isSigned({ stage: '', outcome: 'WON' })).toBe(false));
});

describe('cooperation history', () => {
  it('is empty without deals or opening balance', () => {
    expect(cooperationHistory([], NOTHING)).toEqual({
      firstDate: null,
      count: 0,
      amount: null,
      leftOut: [],
      products: [],
    });
    expect(cooperationHistory([deal({ outcome: 'LOST' }), deal({ stage: 'NEGOTIATION' })], NOTHING).count).toBe(0);
  });

  it('adds signed deals to the opening balance', () => {
    const history = cooperationHistory(
      [
        deal({ signedOn: '2026-05-02', products: ['网关 DG-200', '平台'] }),
        deal({ amount: yuan(50), products: ['平台'] }),
      ],
      { cooperations: 3, amount: yuan(1000), since: '2019-08-01', products: ['机床 M1', '平台'] },
    );
    expect(history).toEqual({
      firstDate: '2019-08-01',
      count: 5,
      amount: yuan(1150),
      leftOut: [],
      products: ['平台', '机床 M1', '网关 DG-200'],
    });
  });

  it('begins with the earliest of all dates, whichever it is', () => {
    const deals = [deal({ signedOn: '2026-05-02' }), deal({ signedOn: null }), deal({ signedOn: '2020-01-31' })];
    expect(cooperationHistory(deals, { ...NOTHING, since: '2021-01-01' }).firstDate).toBe('2020-01-31');
    expect(cooperationHistory([deal({ signedOn: null })], NOTHING)).toMatchObject({ firstDate: null, count: 1 });
  });

  it.each([
    ['yuan beside another', [yuan(7, 'USD'), yuan(5), null], yuan(5), [yuan(7, 'USD')]],
    ['yuan without a code', [yuan(7, 'USD'), yuan(5, null)], yuan(5), [yuan(7, 'USD')]],
    ['one other', [yuan(7, 'USD')], yuan(7, 'USD'), []],
    ['several others', [yuan(7, 'USD'), yuan(3, 'EUR'), yuan(1, 'USD')], yuan(8, 'USD'), [yuan(3, 'EUR')]],
    ['as many of each', [yuan(7, 'USD'), yuan(3, 'EUR')], yuan(3, 'EUR'), [yuan(7, 'USD')]],
    [
      'several beside yuan',
      [yuan(7, 'USD'), yuan(3, 'EUR'), yuan(1), yuan(2, 'USD')],
      yuan(1),
      [yuan(3, 'EUR'), yuan(9, 'USD')],
    ],
    ['nothing of another', [yuan(5), yuan(0, 'USD')], yuan(5), []],
  ])('adds up yuan alone, or else what most are in, and says what is left out: %s', (_what, amounts, sum, leftOut) => {
    const deals = amounts.map((amount) => deal({ amount }));
    for (const order of [deals, [...deals].reverse()]) {
      expect(cooperationHistory(order, NOTHING)).toMatchObject({ amount: sum, leftOut });
    }
  });

  it('leaves out an opening balance in another currency', () => {
    const opening = { ...NOTHING, amount: yuan(4, 'USD') };
    expect(cooperationHistory([deal()], opening)).toMatchObject({ amount: yuan(100), leftOut: [yuan(4, 'USD')] });
  });

  it('takes an amount without a currency for yuan', () => {
    const deals = [deal({ amount: yuan(2, '') }), deal({ amount: yuan(3, null) })];
    expect(cooperationHistory(deals, NOTHING).amount).toEqual(yuan(5));
  });
});
