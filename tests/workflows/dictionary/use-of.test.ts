import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { picklistUse, placeKey, planUse, termKey, type Use } from '../../../workflows/dictionary/use-of.ts';

const TODAY = '2026-09-28';
const row = (more: object = {}) => ({
  id: 'x',
  objectName: 'company',
  tag: 'tagCustomerType',
  option: 'SME',
  createdAt: '2026-01-01T02:00:00Z',
  ...more,
});
const uses = (use: Use | null): ReadonlyMap<string, Use> =>
  new Map([
    [placeKey('company', 'tagCustomerType'), { count: 9, lastAt: null }],
    ...(use ? [[placeKey('company', 'tagCustomerType', 'SME'), use] as const] : []),
  ]);
const dateOf = (instant: string): string => instant.slice(0, 10);
const planned = (more: object, use: Use | null) => planUse([row(more)], uses(use), TODAY, dateOf)[0]?.fields;

describe('the use of a picklist', () => {
  const groups = [
    { value: ['TRAINING', 'LOGISTICS'], count: 3, lastAt: '2026-09-01T02:00:00Z' },
    { value: '{TRAINING}', count: 2, lastAt: '2026-09-20T02:00:00Z' },
    { value: 'REPAIR', count: 1, lastAt: null },
    { value: null, count: 50, lastAt: '2026-09-27T02:00:00Z' },
    { value: '{}', count: 4, lastAt: '2026-09-27T02:00:00Z' },
    { value: [], count: 4, lastAt: '2026-09-27T02:00:00Z' },
  ];

  it('counts a record of several options for each, and once for the tag; empty ones for none', () => {
    const { tag, options } = picklistUse(groups);
    expect(tag).toEqual({ count: 6, lastAt: '2026-09-20T02:00:00Z' });
    expect(Object.fromEntries(options)).toEqual({
      TRAINING: { count: 5, lastAt: '2026-09-20T02:00:00Z' },
      LOGISTICS: { count: 3, lastAt: '2026-09-01T02:00:00Z' },
      REPAIR: { count: 1, lastAt: null },
    });
  });

  it('counts Other with a term beside it for the term alone, and whatever else the list says as ever', () => {
    const { tag, options, terms } = picklistUse([
      { value: 'OTHER', count: 5, lastAt: '2026-09-01T02:00:00Z', term: null },
      { value: 'OTHER', count: 30, lastAt: '2026-09-20T02:00:00Z', term: 'a' },
      { value: '{TRAINING,OTHER}', count: 4, lastAt: '2026-09-22T02:00:00Z', term: 'a' },
      { value: ['OTHER'], count: 1, lastAt: null, term: 'b' },
      // Without OTHER, which is a warning of its own.
      { value: 'SME', count: 2, lastAt: null, term: 'b' },
      { value: null, count: 7, lastAt: '2026-09-27T02:00:00Z', term: 'b' },
    ]);
    expect(tag).toEqual({ count: 42, lastAt: '2026-09-22T02:00:00Z' });
    expect(Object.fromEntries(options)).toEqual({
      OTHER: { count: 5, lastAt: '2026-09-01T02:00:00Z' },
      TRAINING: { count: 4, lastAt: '2026-09-22T02:00:00Z' },
      SME: { count: 2, lastAt: null },
    });
    expect(Object.fromEntries(terms)).toEqual({
      a: { count: 34, lastAt: '2026-09-22T02:00:00Z' },
      b: { count: 10, lastAt: '2026-09-27T02:00:00Z' },
    });
  });

  it('is the same in any order of the groups', () => {
    const whole = picklistUse(groups);
    fc.assert(
      fc.property(fc.shuffledSubarray(groups, { minLength: groups.length }), (shuffled) => {
        const found = picklistUse(shuffled);
        expect(found.tag).toEqual(whole.tag);
        expect([...found.options].sort()).toEqual([...whole.options].sort());
      }),
    );
  });
});

describe('what an entry says of its use', () => {
  it.each<[string, object, Use | null, object | undefined]>([
    [
      'used for the first time',
      {},
      { count: 2, lastAt: '2026-09-20T02:00:00Z' },
      { useCount: 2, lastUsedOn: '2026-09-20' },
    ],
    [
      'as it stands: nothing is written',
      { useCount: 2, lastUsedOn: '2026-09-20', isUnused: false },
      { count: 2, lastAt: '2026-09-20T02:00:00Z' },
      undefined,
    ],
    [
      'used by nobody any more keeps its day',
      { useCount: 2, lastUsedOn: '2026-09-20', isUnused: false },
      null,
      { useCount: 0 },
    ],
    [
      'an earlier day than known is no news',
      { useCount: 2, lastUsedOn: '2026-09-20', isUnused: false },
      { count: 2, lastAt: '2026-09-01T02:00:00Z' },
      undefined,
    ],
    [
      '90 days ago is used',
      { useCount: 1, lastUsedOn: '2026-06-30', isUnused: false },
      { count: 1, lastAt: null },
      undefined,
    ],
    [
      '91 days ago is unused',
      { useCount: 1, lastUsedOn: '2026-06-29', isUnused: false },
      { count: 1, lastAt: null },
      { isUnused: true },
    ],
    [
      'never used and 90 days old',
      { useCount: 0, isUnused: false, createdAt: '2026-06-30T02:00:00Z' },
      null,
      undefined,
    ],
    [
      'never used and 91 days old',
      { useCount: 0, isUnused: false, createdAt: '2026-06-29T02:00:00Z' },
      null,
      { isUnused: true },
    ],
    [
      'used again',
      { useCount: 0, lastUsedOn: '2026-01-01', isUnused: true },
      { count: 1, lastAt: '2026-09-28T02:00:00Z' },
      { useCount: 1, lastUsedOn: '2026-09-28', isUnused: false },
    ],
  ])('%s', (_what, more, use, expected) => {
    expect(planned({ isUnused: false, ...more }, use)).toEqual(expected);
  });

  it('stays as it is where its tag could not be counted', () => {
    expect(planUse([row({ useCount: 7 })], new Map(), TODAY, dateOf)).toEqual([]);
  });

  const named = (more: object, ...counted: readonly (readonly [string, number])[]) =>
    planUse(
      [row({ id: 'T', option: '', isUnused: false, ...more })],
      new Map([
        [placeKey('company', 'tagCustomerType'), { count: 9, lastAt: null }],
        ...counted.map(([key, count]) => [key, { count, lastAt: null }] as const),
      ]),
      '2026-01-02',
      dateOf,
    )[0]?.fields;
  const LIVE = placeKey('company', 'tagCustomerType', 'LIVE');
  const NO_LIST = { objectName: '', tag: '' };

  it.each<[string, object, readonly (readonly [string, number])[], object | undefined]>([
    ['by its id, whatever its word', { term: '' }, [[termKey('T'), 3]], { useCount: 3 }],
    ['not with one of the same word', { term: '商会' }, [[termKey('U'), 3]], { useCount: 0 }],
    [
      'with what still holds the option it was',
      { option: 'LIVE' },
      [
        [LIVE, 2],
        [termKey('T'), 3],
      ],
      { useCount: 5 },
    ],
    ['of no list yet, with any', NO_LIST, [[termKey('T'), 3]], { useCount: 3 }],
    ['of no list yet, no more', { ...NO_LIST, useCount: 3 }, [], { useCount: 0 }],
    ['of no list and never named: it may be no term', NO_LIST, [], undefined],
  ])('a term is counted %s', (_what, more, counted, expected) => {
    expect(named(more, ...counted)).toEqual(expected);
  });
});
