import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { industryProducts } from '../../../plugin/front-components/charts/industry-products.ts';
import { stageConversion } from '../../../plugin/front-components/charts/stage-conversion.ts';

const open = (stage: Stage | null, count: number) => ({ stage, outcome: 'OPEN', count });

describe('conversion by stage', () => {
  it('counts whoever stands further on as having come, and shares of those that came', () => {
    const rows = stageConversion(
      [open('PROSPECT', 4), { stage: 'INTERESTED', outcome: 'LOST', count: 2 }, open('SOLUTION', 2)],
      [],
    );
    expect(rows.map(({ stage }) => stage)).toEqual(STAGES);
    expect(rows.map(({ reached }) => reached)).toEqual([8, 4, 2, 2, 0, 0, 0, 0]);
    expect(rows.map(({ passedOn }) => passedOn)).toEqual([0.5, 0.5, 1, 0, null, null, null, null]);
    expect(rows.map(({ open: here, ended }) => [here, ended]).slice(0, 4)).toEqual([
      [4, 0],
      [0, 2],
      [0, 0],
      [2, 0],
    ]);
  });

  it('counts whoever moved back where they had come to, each once', () => {
    const counts = [open('INTERESTED', 1), open('SIGNED', 1)];
    const move = (from: Stage, now: Stage, opportunityId = 'a') => ({ opportunityId, from, now });
    const reached = (moves: Parameters<typeof stageConversion>[1]) =>
      stageConversion(counts, moves).map((row) => row.reached);
    expect(reached([])).toEqual([2, 2, 1, 1, 1, 1, 0, 0]);
    const twice = [move('NEGOTIATION', 'INTERESTED'), move('SOLUTION', 'INTERESTED')];
    expect(reached(twice)).toEqual([2, 2, 2, 2, 2, 1, 0, 0]);
    expect(reached([move('NEGOTIATION', 'SIGNED', 'b')])).toEqual([2, 2, 1, 1, 1, 1, 0, 0]);
  });

  it('takes a record without stage and outcome for an open one at the first', () => {
    const [first] = stageConversion([{ stage: null, outcome: null, count: 3 }], []);
    expect(first).toEqual({ stage: 'PROSPECT', reached: 3, passedOn: 0, open: 3, ended: 0 });
  });

  it('counts won ones neither as open nor as ended', () => {
    const last = stageConversion([{ stage: 'AFTER_SALES', outcome: 'WON', count: 2 }], []).at(-1);
    expect(last).toEqual({ stage: 'AFTER_SALES', reached: 2, passedOn: null, open: 0, ended: 0 });
  });
});

describe('products bought by industry', () => {
  const counts = [
    { industry: 'C', products: ['MES', 'PLC'], count: 2 },
    { industry: 'C', products: ['PLC'], count: 3 },
    { industry: 'I', products: ['MES', 'WMS'], count: 1 },
    { industry: null, products: ['WMS'], count: 1 },
    { industry: 'A', products: [], count: 9 },
  ];

  it('has the most bought first, and leaves out who bought nothing', () => {
    expect(industryProducts(counts, 8)).toEqual({
      products: ['PLC', 'MES', 'WMS'],
      hasOthers: false,
      rows: [
        { industry: 'C', customers: 5, bought: [5, 2, 0], others: 0 },
        { industry: 'I', customers: 1, bought: [0, 1, 1], others: 0 },
        { industry: null, customers: 1, bought: [0, 0, 1], others: 0 },
      ],
      most: 5,
    });
  });

  it('counts a customer once among the products without a column', () => {
    const { products, hasOthers, rows } = industryProducts(counts, 1);
    expect([products, hasOthers]).toEqual([['PLC'], true]);
    expect(rows.map(({ others }) => others)).toEqual([2, 1, 1]);
  });

  it('is empty where nobody bought anything', () => {
    expect(industryProducts([], 8)).toEqual({ products: [], hasOthers: false, rows: [], most: 0 });
  });
});
