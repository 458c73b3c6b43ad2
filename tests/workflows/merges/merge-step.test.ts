import { describe, expect, it } from 'vitest';
import { remembered } from '../../../workflows/memory/core.ts';
import { mergeLogStep } from '../../../workflows/merges/merge-log-step.ts';
import { mergeStep } from '../../../workflows/merges/merge-step.ts';
import type { MergesMemory } from '../../../workflows/merges/merges-memory.ts';
import type { Loser, Lost } from '../../../workflows/run/merged.ts';
import type { Run } from '../../../workflows/run/run.ts';
import { strayStep } from '../../../workflows/strays/stray-step.ts';
import { straysMemory } from '../../../workflows/strays/strays-memory.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
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
/** What is seen of a merge, what is kept aside with it, and what the log tells of it. */
const follow = (run: Run, subject: Subject, memory: MergesMemory) => {
  const seen = mergeStep.follow(run, subject, memory);
  const merged = { ...subject, ...seen.subject };
  const kept = strayStep.follow(run, merged, remembered(straysMemory, subject.record) ?? {});
  const { facts } = mergeLogStep.follow(run, { ...merged, ...kept.subject }, {});
  return { ...seen, facts, strays: kept.memory?.strays };
};

describe('a record in which nothing went up', () => {
  it('adds nothing', () => {
    const { facts, memory } = follow(runAt(), survivor([]), {});
    expect([facts, memory]).toEqual([[], { merged: undefined }]);
  });
});

describe('another that went up in a record', () => {
  it('is a fact, though nobody told of it, which says so', () => {
    const { facts, memory, subject } = follow(runAt(), survivor([loser('l')]), {});
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', at: '2026-09-22T02:00:00.000Z', by: null }]);
    expect(facts?.[0]?.note).toContain('did not tell by whom; the last line of its log: Tags changed: 乙');
    expect(memory).toEqual({ merged: ['l'] });
    expect(subject?.merged).toMatchObject({ ids: new Set(['l']), fresh: [{ id: 'l' }], told: [] });
  });

  it('names who did it, when its event tells', () => {
    const { facts, memory } = follow(told(lost('rep')), survivor([loser('l')]), {});
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', by: 'rep', before: '乙', after: '甲' }]);
    expect(facts?.[0]?.note).toBe('“乙” was merged into it');
    expect(memory).toEqual({ merged: ['l|told'] });
  });

  it('names who did it in the same fact, when its event comes after', () => {
    const { facts, subject, memory } = follow(told(lost('rep')), survivor([loser('l')]), { merged: ['l'] });
    expect(facts).toMatchObject([{ kind: 'MERGED', key: 'l', by: 'rep' }]);
    expect(subject?.merged).toMatchObject({ fresh: [], told: [{ id: 'l', by: 'rep' }] });
    expect(memory).toEqual({ merged: ['l|told'] });
  });

  it.each([[['l|told']], [['l|told', 'k']]])('is told once: %j', (merged) => {
    const { facts, memory } = follow(told(lost('rep')), survivor([loser('l')]), { merged });
    expect(facts).toEqual([]);
    expect(memory?.merged).toEqual([...merged].sort());
  });

  it('by a program is told as that', () => {
    const { facts } = follow(told(lost(null)), survivor([loser('l')]), {});
    expect(facts?.[0]?.note).toContain('by a program');
  });

  it('within another is no fact of its own', () => {
    const { facts, memory } = follow(runAt(), survivor([loser('l', { isWithin: true }), loser('m')]), {});
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
    const { facts } = follow(told(lost('rep', record)), survivor([loser('l')], held), {});
    const [, left = ''] = facts?.[0]?.note?.split('\n') ?? [];
    expect(left).toBe(words === '' ? '' : `What it held and was not taken over: ${words}`);
  });
});

describe('what is kept aside of the one that went up', () => {
  const memoryOf = (strays: object) => ({ since: '', seen: {}, strays });
  const type = (...strays: string[]) => ({ tagCustomerType: strays });
  const channels = (...strays: string[]) => ({ tagChannels: strays });

  it.each<[string, object, object, object, object, object | undefined, string]>([
    ['goes over where nothing stands', {}, {}, {}, type('GUILD'), type('GUILD'), ''],
    ['is the same', {}, type('GUILD'), {}, type('GUILD'), type('GUILD'), ''],
    ['gives way to a value', { tagCustomerType: 'SME' }, {}, {}, type('GUILD'), undefined, 'Customer type: GUILD'],
    ['gives way to what is kept aside', {}, type('CLUB'), {}, type('GUILD'), type('CLUB'), 'Customer type: GUILD'],
    ['was written over there', {}, {}, { tagCustomerType: 'SME' }, type('GUILD'), undefined, 'Customer type: SME'],
    ['stood there still', {}, {}, { tagCustomerType: 'GUILD' }, {}, type('GUILD'), 'Customer type: GUILD'],
    [
      'stands beside others',
      { tagChannels: ['FAIR'] },
      channels('EXPO'),
      {},
      channels('LIVE'),
      channels('EXPO', 'FAIR', 'LIVE'),
      '',
    ],
    ['is of a list nobody keeps', {}, {}, {}, { tagRemoved: ['GUILD'] }, undefined, ''],
  ])('%s', (_what, ours, ownStrays, theirs, theirStrays, expected, left) => {
    const one = lost('rep', { ...theirs, tagBaseline: memoryOf(theirStrays) });
    const subject = survivor([loser('l')], { ...ours, tagBaseline: memoryOf(ownStrays) });
    const first = follow(told(one), subject, {});
    expect(first.strays).toEqual(expected);
    expect(first.facts?.[0]?.note?.split('\n')[1] ?? '').toBe(
      left === '' ? '' : `What it held and was not taken over: ${left}`,
    );
    // Told again, it adds nothing, though somebody has taken it off since.
    const again = { ...subject, record: { ...subject.record, tagBaseline: memoryOf({}) }, values: {} };
    expect(follow(told(one), again, first.memory as MergesMemory)).toMatchObject({ facts: [], strays: undefined });
  });

  it('of several is that of the first where there is room for one', () => {
    const [one, other] = ['GUILD', 'CLUB'].map((value) => lost('rep', { tagBaseline: memoryOf(type(value)) }));
    const run = runAt(NOW, {
      lost: new Map([
        ['k', one],
        ['l', other],
      ] as [string, Lost][]),
    });
    const { strays, facts } = follow(run, survivor([loser('k'), loser('l')]), {});
    expect(strays).toEqual(type('GUILD'));
    expect(facts?.map(({ note }) => note?.split('\n')[1])).toEqual([
      undefined,
      'What it held and was not taken over: Customer type: CLUB',
    ]);
  });

  it('is told of the survivor where the loser’s value was taken', () => {
    const before = { id: 'x', tagBaseline: memoryOf(type('CLUB')) };
    const one = {
      ...lost('rep', { tagCustomerType: 'SME' }),
      replaced: { record: before, tags: new Set(['tagCustomerType']) },
    };
    const { strays, facts } = follow(told(one), survivor([loser('l')], { ...before, tagCustomerType: 'SME' }), {});
    expect(strays).toBeUndefined();
    expect(facts?.[0]?.note).toContain('was replaced: Customer type: CLUB');
  });

  it.each([
    ['at its instant, by nobody', '2026-09-22T02:00:00.000Z', channels('EXPO', 'LIVE')],
    ['later, by somebody', '2026-09-22T02:00:01.000Z', channels('LIVE')],
  ])('a list is written %s', (_what, at, expected) => {
    const entries = new Map([['company:x', [{ at, by: 'rep', tags: ['tagChannels'] }]]]);
    const run = { ...told(lost('rep', { tagBaseline: memoryOf(channels('LIVE')) })), entries };
    const ours = { tagChannels: ['DIRECT'], tagBaseline: memoryOf(channels('EXPO')) };
    expect(follow(run, survivor([loser('l')], ours), {}).strays).toEqual(expected);
  });
});
