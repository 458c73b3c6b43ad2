import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsOf } from '../../../objects/taxonomy/index.ts';
import { objectEntries } from '../../../objects/taxonomy/objects.ts';
import { takenTags } from '../../../plugin/front-components/duplicates/choice.ts';
import { isLikeCustomer } from '../../../workflows/duplicates/like-customers.ts';
import { MERGED_CHILDREN } from '../../../workflows/duplicates/merged-children.ts';
import { MERGEABLE, planMerge } from '../../../workflows/duplicates/plan-merge.ts';

const named = (tags: readonly { readonly name: string }[]) => tags.map(({ name }) => name);
const plan = (survivor: object, loser: object, chosen: readonly string[] = []) => {
  const { fields, filled, joined, conflicts } = planMerge(
    'company',
    { name: '甲', ...survivor },
    { name: '甲', ...loser },
    new Set(chosen),
  );
  return { fields, filled: named(filled), joined: named(joined), conflicts: named(conflicts) };
};
const NOTHING = { fields: {}, filled: [], joined: [], conflicts: [] };

describe('what a merge writes', () => {
  it.each<[string, object, object, readonly string[], object]>([
    ['nothing of what is the same', { tagRegion: 'JIANGSU' }, { tagRegion: 'JIANGSU' }, [], NOTHING],
    [
      'nothing where the loser has nothing',
      { tagRegion: 'JIANGSU' },
      { tagRegion: null, tagStrategy: ' ' },
      [],
      NOTHING,
    ],
    [
      'what the survivor has not',
      { tagRegion: '' },
      { tagRegion: 'JIANGSU' },
      [],
      { ...NOTHING, fields: { tagRegion: 'JIANGSU' }, filled: ['tagRegion'] },
    ],
    [
      'a record it points at, by its key',
      {},
      { tagKeyContactId: 'p' },
      [],
      { ...NOTHING, fields: { tagKeyContactId: 'p' }, filled: ['tagKeyContact'] },
    ],
    [
      'nothing where both hold something else',
      { tagRegion: 'HEBEI' },
      { tagRegion: 'JIANGSU' },
      [],
      { ...NOTHING, conflicts: ['tagRegion'] },
    ],
    [
      'the loser’s value where it was chosen',
      { tagRegion: 'HEBEI' },
      { tagRegion: 'JIANGSU' },
      ['tagRegion', 'tagStrategy'],
      { ...NOTHING, fields: { tagRegion: 'JIANGSU' }, conflicts: ['tagRegion'] },
    ],
    [
      'lists put together',
      { tagChannels: ['PHONE'] },
      { tagChannels: ['EMAIL', 'PHONE'] },
      [],
      { ...NOTHING, fields: { tagChannels: ['PHONE', 'EMAIL'] }, joined: ['tagChannels'] },
    ],
    ['no list that holds the other', { tagChannels: ['PHONE', 'EMAIL'] }, { tagChannels: ['PHONE'] }, [], NOTHING],
    [
      'the owner of a survivor without one',
      { accountOwnerId: null },
      { accountOwnerId: 'm' },
      [],
      { ...NOTHING, fields: { accountOwnerId: 'm' } },
    ],
    ['no owner in another’s place', { accountOwnerId: 'k' }, { accountOwnerId: 'm' }, [], NOTHING],
  ])('%s', (_case, survivor, loser, chosen, expected) => {
    expect(plan(survivor, loser, chosen)).toEqual(expected);
  });

  it('once: written, nothing is left to write', () => {
    const value = fc.constantFrom(null, '', '自动化', '软件');
    const list = fc.subarray(['PHONE', 'EMAIL', 'VISIT']);
    const record = fc.record({ tagBusinessScope: value, tagStrategy: value, tagChannels: list, tagRegion: value });
    fc.assert(
      fc.property(record, record, fc.subarray(['tagBusinessScope', 'tagRegion']), (survivor, loser, chosen) => {
        const { fields } = plan(survivor, loser, chosen);
        const written = plan({ ...survivor, ...fields }, loser, chosen);
        expect([written.fields, written.filled, written.joined]).toEqual([{}, [], []]);
      }),
      { seed: 1 },
    );
  });
});

describe('what belongs to a record', () => {
  it.each(MERGEABLE)('%s moves whole: every object of the application that names it', (object) => {
    const moved = MERGED_CHILDREN[object].map(({ object: child }) => child);
    const naming = objectEntries.flatMap(({ name }) =>
      tagsOf(name).some(({ kind, relation }) => kind === 'MANY_TO_ONE' && relation?.target === object) ? [name] : [],
    );
    expect(naming.filter((name) => !moved.includes(name))).toEqual([]);
    // By the log it is known that something went up in the survivor, whatever comes after.
    expect(moved[0]).toBe('tagLog');
  });
});

describe('two customers are probably the same', () => {
  it.each<[string, object, object, boolean]>([
    ['of one name in two spellings', { name: '无锡精控（江苏）' }, { name: '無錫精控(江苏)' }, true],
    ['of one code', { name: '甲', tagCreditCode: '9132 0200' }, { name: '乙', tagCreditCode: '91320200' }, true],
    ['of neither', { name: '甲', tagCreditCode: '' }, { name: '乙', tagCreditCode: null }, false],
    ['of no name', { name: '' }, { name: '' }, false],
  ])('%s', (_case, left, right, expected) => {
    expect(isLikeCustomer({ id: 'a', ...left }, { id: 'b', ...right })).toBe(expected);
    expect(isLikeCustomer({ id: 'a', ...left }, { id: 'a', ...right })).toBe(false);
  });
});

describe('whose values are taken', () => {
  const tag = (name: string, isConflict = true) => ({ name, label: name, own: 'x', other: 'y', isConflict });
  const tags = [tag('a'), tag('b'), tag('c', false)];
  it.each([
    ['none, where nothing was chosen', { keep: 'own', sides: {} }, []],
    ['none, whichever is kept', { keep: 'other', sides: {} }, []],
    ['those of the one that is not kept', { keep: 'own', sides: { a: 'other', b: 'own' } }, ['a']],
    ['of conflicts alone', { keep: 'other', sides: { b: 'own', c: 'own' } }, ['b']],
  ] as const)('%s', (_case, choice, expected) => {
    expect(takenTags(tags, choice)).toEqual(expected);
  });
});
