import { describe, expect, it } from 'vitest';
import { mergeStep } from '../../../workflows/merges/merge-step.ts';
import type { Loser, Lost } from '../../../workflows/run/merged.ts';
import { NOW, runAt, subjectOf } from '../hand-made.ts';

const loser = (id: string, more: Partial<Loser> = {}): Loser => ({
  id,
  at: '2026-09-22T02:00:00.000Z',
  lastLine: 'Tags changed: 乙',
  isWithin: false,
  ...more,
});
const survivor = (losers: readonly Loser[], fields: object = {}) => {
  const subject = subjectOf('company', { name: '甲', ...fields });
  return { ...subject, beside: { ...subject.beside, losers } };
};
const lost = (by: string | null, record: object = {}): Lost => ({ by, record: { id: 'l', name: '乙', ...record } });
const told = (one: Lost) => runAt(NOW, { lost: new Map([['l', one]]) });

describe('a record in which nothing went up', () => {
  it('adds nothing', () => {
    const { facts, memory } = mergeStep.follow(runAt(), survivor([]), {});
    expect([facts, memory]).toEqual([[], { merged: undefined }]);
  });
});

describe('another that went up in a record', () => {
  it('is a fact, though nobody told of it, which says so', () => {
    const { facts, memory, subject } = mergeStep.follow(runAt(), survivor([loser('l')]), {});
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', at: '2026-09-22T02:00:00.000Z', by: null }]);
    expect(facts?.[0]?.note).toContain('did not tell by whom; the last line of its log: Tags changed: 乙');
    expect(memory).toEqual({ merged: ['l'] });
    expect(subject?.merged).toMatchObject({ ids: new Set(['l']), fresh: [{ id: 'l' }], told: [] });
  });

  it('names who did it, when its event tells', () => {
    const { facts, memory } = mergeStep.follow(told(lost('rep')), survivor([loser('l')]), {});
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', by: 'rep', before: '乙', after: '甲' }]);
    expect(facts?.[0]?.note).toBe('“乙” was merged into it');
    expect(memory).toEqual({ merged: ['l|told'] });
  });

  it('names who did it in the same fact, when its event comes after', () => {
    const { facts, subject, memory } = mergeStep.follow(told(lost('rep')), survivor([loser('l')]), { merged: ['l'] });
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', by: 'rep' }]);
    expect(subject?.merged).toMatchObject({ fresh: [], told: [{ id: 'l', by: 'rep' }] });
    expect(memory).toEqual({ merged: ['l|told'] });
  });

  it.each([[['l|told']], [['l|told', 'k']]])('is told once: %j', (merged) => {
    const { facts, memory } = mergeStep.follow(told(lost('rep')), survivor([loser('l')]), { merged });
    expect(facts).toEqual([]);
    expect(memory?.merged).toEqual([...merged].sort());
  });

  it('by a program is told as that', () => {
    const { facts } = mergeStep.follow(told(lost(null)), survivor([loser('l')]), {});
    expect(facts?.[0]?.note).toContain('by a program');
  });

  it('within another is no fact of its own', () => {
    const { facts, memory } = mergeStep.follow(runAt(), survivor([loser('l', { isWithin: true }), loser('m')]), {});
    expect(facts?.map(({ key }) => key)).toEqual(['m']);
    expect(memory).toEqual({ merged: ['l', 'm'] });
  });

  it.each([
    ['what the survivor holds as well', { tagCustomerType: 'SME' }, ''],
    ['what it has nothing against', { tagBusinessScope: '' }, ''],
    ['another option', { tagCustomerType: 'DEALER' }, 'Customer type: Dealer'],
    ['another number', { tagOpeningCooperations: 3 }, 'Opening count: 3'],
    [
      'a sensitive one by its name alone',
      { tagOpeningAmount: { amountMicros: 9_000_000, currencyCode: 'CNY' } },
      'Opening sales',
    ],
  ])('leaves in the log what was not taken over: %s', (_what, record, words) => {
    const held = {
      tagCustomerType: 'SME',
      tagOpeningCooperations: 1,
      tagOpeningAmount: { amountMicros: 1, currencyCode: 'CNY' },
    };
    const { facts } = mergeStep.follow(told(lost('rep', record)), survivor([loser('l')], held), {});
    const [, left = ''] = facts?.[0]?.note?.split('\n') ?? [];
    expect(left).toBe(words === '' ? '' : `What it held and was not taken over: ${words}`);
  });
});
