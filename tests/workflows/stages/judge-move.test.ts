import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { judgeMove } from '../../../workflows/stages/judge-move.ts';
import { STOCK_STAGES, stockStage } from '../../../workflows/stages/stock-stage.ts';

const move = (from: Stage, to: Stage, note = '', isUnmet = false) => judgeMove({ from, to, note, isUnmet });
const pairs = STAGES.flatMap((from) => STAGES.map((to) => [from, to] as const));
const isForward = (from: Stage, to: Stage) => STAGES.indexOf(to) > STAGES.indexOf(from);

describe('a move forward', () => {
  it.each(pairs.filter(([from, to]) => isForward(from, to)))('%s → %s', (from, to) => {
    const isSkip = (to === 'DELIVERY' && from !== 'SIGNED') || (to === 'AFTER_SALES' && from !== 'DELIVERY');
    expect(move(from, to)).toBe(isSkip ? 'SKIPPED' : null);
    expect(move(from, to, '', true)).toBe(isSkip ? 'SKIPPED' : 'UNMET');
    // A note is no substitute for what is missing.
    expect(move(from, to, 'the customer is in a hurry', true)).toBe(isSkip ? 'SKIPPED' : 'UNMET');
  });
});

describe('a move back', () => {
  it.each(pairs.filter(([from, to]) => isForward(to, from)))('%s → %s needs a reason and nothing else', (from, to) => {
    expect(move(from, to)).toBe('BACK_WITHOUT_NOTE');
    expect(move(from, to, ' \n　')).toBe('BACK_WITHOUT_NOTE');
    expect(move(from, to, 'budget withdrawn', true)).toBeNull();
  });
});

it.each(STAGES)('%s may stay where it is', (stage) => {
  expect(move(stage, stage)).toBeNull();
});

describe("Twenty's own stage", () => {
  const all = new Set(['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER']);
  it('follows where its options are', () => {
    expect(STAGES.map((stage) => stockStage(stage, all))).toEqual([
      'NEW',
      'SCREENING',
      'MEETING',
      'PROPOSAL',
      'PROPOSAL',
      'CUSTOMER',
      'CUSTOMER',
      'CUSTOMER',
    ]);
    expect(new Set(STOCK_STAGES)).toEqual(all);
  });

  it('is left alone where the option it needs is gone', () => {
    const some = new Set(['NEW', 'CUSTOMER', 'WON']);
    expect(stockStage('PROSPECT', some)).toBe('NEW');
    expect(stockStage('SOLUTION', some)).toBeNull();
    expect(stockStage('PROSPECT', new Set())).toBeNull();
  });
});
