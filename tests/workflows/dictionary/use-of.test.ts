import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { optionsIn, picklistUse, placeKey, planUse, termKey, type Use } from '../../../workflows/dictionary/use-of.ts';

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

describe('the options of a group', () => {
  it.each<[unknown, readonly string[]]>([
    ['TRAINING', ['TRAINING']],
    [
      ['TRAINING', 'LOGISTICS'],
      ['TRAINING', 'LOGISTICS'],
    ],
    ['{TRAINING,LOGISTICS}', ['TRAINING', 'LOGISTICS']],
    ['{TRAINING}', ['TRAINING']],
    ['{}', []],
    [[], []],
    ['', []],
    [null, []],
    [undefined, []],
    [7, []],
    [true, []],
  ])('of %j are %j', (value, options) => expect(optionsIn(value)).toEqual(options));
});

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

  it.each([
    ['2026-09-01T02:00:00Z', '2026-09-20T02:00:00Z', '2026-09-20T02:00:00Z'],
    // The later instant, not the later text.
    ['2026-09-20T23:00:00+08:00', '2026-09-20T16:00:00Z', '2026-09-20T16:00:00Z'],
    ['2026-09-20T02:00:00Z', null, '2026-09-20T02:00:00Z'],
    [null, '1969-12-31T02:00:00Z', '1969-12-31T02:00:00Z'],
    ['1969-12-31T02:00:00Z', null, '1969-12-31T02:00:00Z'],
    [null, null, null],
  ])('of %s and %s, was used last at %s, whichever comes first', (one, other, last) => {
    const both = [one, other].map((lastAt) => ({ value: 'SME', count: 1, lastAt }));
    for (const groups of [both, both.toReversed()])
      expect(picklistUse(groups).options.get('SME')).toEqual({ count: 2, lastAt: last });
  });

  it('of no records is none', () => {
    expect(picklistUse([])).toEqual({ tag: { count: 0, lastAt: null }, options: new Map(), terms: new Map() });
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
      'a day that was stored with a time is that day',
      { useCount: 1, lastUsedOn: '2026-06-29T00:00:00.000Z', isUnused: false },
      { count: 1, lastAt: '2026-06-29T02:00:00Z' },
      { lastUsedOn: '2026-06-29', isUnused: true },
    ],
    [
      'used yesterday after long',
      { useCount: 1, lastUsedOn: '2026-01-01', isUnused: true },
      { count: 1, lastAt: '2026-09-27T02:00:00Z' },
      { lastUsedOn: '2026-09-27', isUnused: false },
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
});

describe('whose use an entry tells', () => {
  const TAG = 'tagServiceNeeds';
  const place = (option = '') => placeKey('company', TAG, option);
  const used = (count: number): Use => ({ count, lastAt: null });
  const counted = new Map<string, Use>([
    [place(), used(20)],
    [place('TRAINING'), used(7)],
    [place('OTHER'), used(5)],
    [placeKey('company', 'tagSpecialNeeds'), used(11)],
    [termKey('term'), used(3)],
  ]);
  const entry = (more: object) => ({ ...row({ tag: TAG, option: '', useCount: null, isUnused: true }), ...more });
  const countTold = (more: object) => planUse([entry(more)], counted, TODAY, dateOf)[0]?.fields.useCount;

  it.each<[string, object, number]>([
    ['the tag', { id: entryId('company', TAG) }, 20],
    ['a tag that is no open list, whatever the id', { id: 'x', tag: 'tagSpecialNeeds' }, 11],
    ['an option', { id: entryId('company', TAG, 'TRAINING'), option: 'TRAINING' }, 7],
    ['an option nobody uses', { id: entryId('company', TAG, 'LOGISTICS'), option: 'LOGISTICS' }, 0],
    [
      'an option that bears a term’s word',
      { id: entryId('company', TAG, 'TRAINING'), option: 'TRAINING', term: '上门安装' },
      7,
    ],
    ['a term', { id: 'term', term: '上门安装' }, 3],
    ['a term of the same word', { id: 'another', term: '上门安装' }, 0],
    ['a term nobody uses, which is not the tag', { id: 'another', term: '驻场' }, 0],
    ['a term without a word, which has a name', { id: 'term', term: null }, 3],
    ['a term that became an option, once records hold that', { id: 'another', term: '培训', option: 'TRAINING' }, 7],
    ['a term of no list yet', { id: 'term', objectName: '', tag: '' }, 3],
    ['a term of no list yet that was used', { id: 'another', objectName: null, tag: null, useCount: 2 }, 0],
    ['a term that became one, while records hold the term', { id: 'term', term: '上门安装', option: 'TRAINING' }, 3],
    ['a list’s option that Twenty gives back as null', { id: entryId('company', TAG), option: null }, 20],
  ])('%s', (_what, more, count) => expect(countTold(more)).toBe(count));

  it.each([{ objectName: null }, { tag: null }, { tag: 'tagGone' }, { objectName: 'tagGone' }, { objectName: ' ' }])(
    'of %j nothing is told',
    (more) => expect(planUse([entry({ id: 'x', ...more })], counted, TODAY, dateOf)).toEqual([]),
  );

  it('is told entry by entry', () => {
    const rows = [
      entry({ id: entryId('company', TAG), useCount: 20, isUnused: true }),
      entry({ id: entryId('company', TAG, 'TRAINING'), option: 'TRAINING' }),
      entry({ id: 'term', term: '上门安装' }),
    ];
    expect(planUse(rows, counted, TODAY, dateOf).map(({ id, fields }) => [id, fields])).toEqual([
      [entryId('company', TAG, 'TRAINING'), { useCount: 7 }],
      ['term', { useCount: 3 }],
    ]);
  });

  it('told, is told no more: a second plan is empty', () => {
    const days = fc.option(fc.constantFrom('2026-01-01', '2026-06-29', '2026-06-30', '2026-09-28'));
    fc.assert(
      fc.property(
        fc.record({ useCount: fc.option(fc.nat(3)), lastUsedOn: days, isUnused: fc.boolean() }),
        fc.nat(3),
        days,
        (stored, count, lastAt) => {
          const found = new Map([[place(), { count, lastAt: lastAt && `${lastAt}T02:00:00Z` }]]);
          const before = entry({ id: entryId('company', TAG), ...stored });
          const [patch] = planUse([before], found, TODAY, dateOf);
          expect(planUse([{ ...before, ...patch?.fields }], found, TODAY, dateOf)).toEqual([]);
        },
      ),
      { seed: 20_261_127, numRuns: 300 },
    );
  });
});
