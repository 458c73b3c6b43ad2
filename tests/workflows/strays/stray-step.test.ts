import { describe, expect, it } from 'vitest';
import { tagOf, tagsOf } from '../../../objects/taxonomy/facts.ts';
import type { Value } from '../../../workflows/judgement/values.ts';
import { keptLists, keptStrays } from '../../../workflows/strays/keep-strays.ts';
import { erasedOf, joinedStrays, straysOf } from '../../../workflows/strays/merged-strays.ts';
import { strayStep } from '../../../workflows/strays/stray-step.ts';
import { straysMemory } from '../../../workflows/strays/strays-memory.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const one = tagOf('company', 'tagCustomerType');
const several = tagOf('company', 'tagChannels');
const UNTOLD = { isTold: false, isEmptied: false };
const TOLD = { isTold: true, isEmptied: false };
const EMPTIED = { isTold: true, isEmptied: true };

describe('what is kept aside of a list', () => {
  it.each<[string, typeof one, Value, readonly string[], typeof TOLD, readonly string[]]>([
    ['nothing of the policy’s own options', one, 'SME', [], TOLD, []],
    ['a stray', one, 'ASSOCIATION', [], TOLD, ['ASSOCIATION']],
    ['a stray nobody is known to have written', one, 'ASSOCIATION', [], UNTOLD, ['ASSOCIATION']],
    ['what is gone without a word', one, null, ['ASSOCIATION'], UNTOLD, ['ASSOCIATION']],
    ['nothing of what somebody took off', one, null, ['ASSOCIATION'], EMPTIED, []],
    ['nothing of what was written over, told or not', one, 'SME', ['ASSOCIATION'], UNTOLD, []],
    ['another stray in its place', one, 'GUILD', ['ASSOCIATION'], UNTOLD, ['GUILD']],
    ['strays among several', several, ['DIRECT', 'LIVE', 'FAIR'], ['LIVE'], TOLD, ['LIVE', 'FAIR']],
    ['what is gone from among several', several, ['DIRECT'], ['LIVE'], UNTOLD, ['LIVE']],
    ['what is gone as the only one', several, [], ['LIVE'], UNTOLD, ['LIVE']],
    ['nothing of what somebody took from among several', several, ['DIRECT'], ['LIVE'], TOLD, []],
    ['nothing of several that somebody emptied', several, null, ['LIVE'], EMPTIED, []],
    ['what is gone, whatever late event of its writing comes', several, [], ['LIVE'], TOLD, ['LIVE']],
  ])('%s', (_what, tag, value, known, written, expected) => {
    expect(keptStrays(tag, value, known, written)).toEqual(expected);
  });

  it('is nothing of what is sensitive, or stands on another record', () => {
    const names = keptLists('company').map(({ name }) => name);
    expect(names).toContain('tagChannels');
    expect(tagsOf('company').filter(({ sensitive, via }) => sensitive || via).length).toBeGreaterThan(0);
    for (const name of names) expect(tagOf('company', name)).not.toMatchObject({ sensitive: true });
  });
});

describe('what is kept aside once another record went up in this one', () => {
  it.each<[string, typeof one, Value, readonly string[], readonly string[], readonly string[]]>([
    ['nothing of nothing', one, null, [], [], []],
    ['the loser’s where nothing stands', one, null, [], ['GUILD'], ['GUILD']],
    ['the same once', one, null, ['GUILD'], ['GUILD'], ['GUILD']],
    ['not the loser’s beside a value', one, 'SME', [], ['GUILD'], []],
    ['not the loser’s beside a stray that stands', one, 'CLUB', ['CLUB'], ['GUILD'], ['CLUB']],
    ['not the loser’s beside one that is gone', one, null, ['CLUB'], ['GUILD'], ['CLUB']],
    ['of several those of both', several, ['DIRECT'], ['EXPO'], ['LIVE', 'EXPO'], ['EXPO', 'LIVE']],
    ['of several none the less', several, ['DIRECT'], ['EXPO'], [], ['EXPO']],
    ['of several where nothing stands', several, null, [], ['LIVE'], ['LIVE']],
  ])('%s', (_what, tag, value, own, losers, expected) => {
    expect(joinedStrays(tag, value, own, losers)).toEqual(expected);
  });

  it.each([
    ['what its memory keeps', {}, { tagChannels: ['LIVE'] }, { tagChannels: ['LIVE'] }],
    [
      'what it held, judged or not',
      { tagChannels: ['FAIR'] },
      { tagChannels: ['LIVE'] },
      { tagChannels: ['LIVE', 'FAIR'] },
    ],
    ['not what was written over', { tagCustomerType: 'SME' }, { tagCustomerType: ['GUILD'] }, {}],
    ['not what is sensitive or no list', {}, { tagOpeningAmount: ['9'], name: ['x'] }, {}],
  ])('is of the loser %s', (_what, record, strays, expected) => {
    expect(straysOf('company', { ...record, tagBaseline: { since: '', seen: {}, strays } })).toEqual(expected);
    expect(straysOf('company', { tagBaseline: null })).toEqual({});
  });

  it.each([
    ['a list of one that is empty', { tagCustomerType: null }, { tagCustomerType: 'GUILD' }],
    ['none that is filled', { tagCustomerType: 'SME' }, {}],
    ['none of several', { tagCustomerType: 'SME', tagChannels: [] }, {}],
  ])('is gone from %s', (_what, values, expected) => {
    const strays = { tagCustomerType: ['GUILD'], tagChannels: ['LIVE'] };
    expect(erasedOf('company', values, strays)).toEqual(expected);
  });
});

describe('the step', () => {
  const memoryOf = (record: Record<string, unknown>, more: Parameters<typeof runAt>[1] = {}, strays = {}) =>
    strayStep.follow(runAt(undefined, more), subjectOf('company', record), straysMemory({ strays })).memory;

  it('remembers nothing while there is nothing', () => {
    expect(memoryOf({ tagCustomerType: 'SME', tagChannels: ['DIRECT'] })).toBeUndefined();
    expect(straysMemory({})).toEqual({});
    expect(straysMemory({ strays: { tagChannels: [], tagCustomerType: 7 } })).toEqual({});
  });

  it('keeps each list by itself, and goes by what events tell of it', () => {
    const kept = { tagCustomerType: ['ASSOCIATION'], tagChannels: ['LIVE'] };
    expect(memoryOf({ tagCustomerType: 'ASSOCIATION', tagChannels: ['DIRECT', 'LIVE'] })).toEqual({ strays: kept });
    const gone = { tagCustomerType: null, tagChannels: ['DIRECT'] };
    expect(memoryOf(gone, {}, kept)).toEqual({ strays: kept });
    const entries = new Map([['company:x', [{ at: '2026-09-23T01:00:00.000Z', by: 'rep', tags: ['tagChannels'] }]]]);
    expect(memoryOf(gone, { entries }, kept)).toEqual({ strays: { tagCustomerType: ['ASSOCIATION'] } });
    const clearings = new Map([['company:x', { at: {}, before: { tagCustomerType: 'ASSOCIATION' } }]]);
    expect(memoryOf(gone, { clearings }, kept)).toEqual({ strays: { tagChannels: ['LIVE'] } });
  });
});
