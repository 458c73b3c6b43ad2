import { describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, type GovernedObject, tagsOf } from '../../../objects/taxonomy/index.ts';
import type { Value, Values } from '../../../workflows/judgement/values.ts';
import { changesBetween, enteredTags, markOf, seenOf as seenWith, wordsIn } from '../../../workflows/memory/seen.ts';

/** As remembered with a key. */
const seenOf = (object: GovernedObject, values: Values) => seenWith(object, values, 'key');

const NAME = '无锡精控自动化有限公司';
const money = (amountMicros: number | null, currencyCode: string | null = 'CNY') => ({ amountMicros, currencyCode });

describe('what is remembered of a record', () => {
  it('a digest of each filled tag, with words where a report shows what it was before', () => {
    const seen = seenOf('company', { name: NAME, tagIndustry: 'C', tagCustomerType: null, tagCreditCode: '' });
    expect(Object.keys(seen)).toEqual(['name', 'tagIndustry']);
    expect(wordsIn(seen.name)).toBe(NAME);
    expect(wordsIn(seen.tagIndustry)).toBeNull();
  });

  it.each([
    ['company', { tagSpecialNeeds: '只要周末到货' }, '周末'],
    ['company', { tagBudgetMin: money(123_456_000_000) }, '123456'],
    ['company', { contactPhone: { primaryPhoneNumber: '13961718800' } }, '139617'],
    ['company', { contactEmail: { primaryEmail: 'tang@example.cn' } }, 'tang'],
    ['company', { rating: 'CCC' }, 'CCC'],
    ['opportunity', { tagDisadvantage: '交付周期长' }, '交付'],
  ] as const)('of a sensitive tag of %s only a digest: %j', (object, values, secret) => {
    const seen = seenOf(object, values as unknown as Record<string, Value>);
    expect(Object.keys(seen)).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(Object.values(seen).map(wordsIn)).toEqual([null]);
  });

  it('of a member’s targets nothing, which are set elsewhere', () => {
    expect(seenOf('tagMember', { salesTarget: money(9_876_000_000) })).toEqual({});
  });

  it('cuts long words short and folds their white space', () => {
    const seen = seenOf('company', { tagBusinessScope: `软件  开发\n${'销售'.repeat(100)}` });
    expect(wordsIn(seen.tagBusinessScope)).toMatch(/^软件 开发 销售/);
    expect(wordsIn(seen.tagBusinessScope)).toHaveLength(120);
  });

  it('names and addresses as people write them', () => {
    const words = (values: Record<string, Value>) => Object.values(seenOf('company', values)).map(wordsIn);
    expect(words({ contactName: { firstName: '国栋', lastName: '唐' } })).toEqual(['唐国栋']);
    expect(words({ contactName: { firstName: 'Anna', lastName: 'Berg' } })).toEqual(['Berg Anna']);
    expect(
      words({ tagRegisteredAddress: { addressCity: '无锡市', addressState: '江苏省', addressStreet1: '' } }),
    ).toEqual(['江苏省 无锡市']);
    expect(Object.values(seenOf('opportunity', { tagCompetitors: ['甲', '乙'] })).map(wordsIn)).toEqual(['甲, 乙']);
  });

  it('"none" and an explicit yes are answers; an off flag and a placeholder list are not remembered', () => {
    expect(seenOf('company', { tagSpecialNeeds: '无' })).toHaveProperty('tagSpecialNeeds');
    expect(seenOf('opportunity', { tagNoCompetitor: true })).toHaveProperty('tagNoCompetitor');
    expect(seenOf('opportunity', { tagNoCompetitor: false, tagCompetitors: [' '] })).toEqual({});
  });

  it.each(GOVERNED_OBJECTS)('of %s only what people enter: nothing derived, stated or governed', (object) => {
    for (const tag of enteredTags(object)) {
      expect(tag).toMatchObject({ object });
      expect(tag.writer).not.toBe('APPLICATION');
      expect(tag.statement).toBeFalsy();
      expect(['TAG', 'SUPPORT']).toContain(tag.role);
    }
    const names = enteredTags(object).map((tag) => tag.name);
    for (const tag of tagsOf(object)) {
      if (['GOVERNANCE', 'DERIVED', 'LINK'].includes(tag.role)) expect(names).not.toContain(tag.name);
    }
  });
});

describe('what changed between two sights', () => {
  const between = (before: Record<string, Value>, after: Record<string, Value>) =>
    changesBetween('company', seenOf('company', before), seenOf('company', after)).map(
      ({ tag, kind, before: old, after: now }) => [tag.name, kind, old, now],
    );

  it('filled, changed and cleared, in reading order', () => {
    expect(
      between(
        { name: '甲公司', tagBusinessScope: '软件', tagIndustry: 'C' },
        { name: '乙公司', tagIndustry: 'C', tagCreditCode: '91320200000000000X' },
      ),
    ).toEqual([
      ['name', 'CHANGED', '甲公司', '乙公司'],
      ['tagBusinessScope', 'CLEARED', '软件', null],
      ['tagCreditCode', 'FILLED', null, '91320200000000000X'],
    ]);
  });

  it.each([
    ['white space around a text', { name: '甲公司' }, { name: ' 甲公司\n' }],
    ['an empty text for none', { name: '甲公司', tagCreditCode: '' }, { name: '甲公司', tagCreditCode: null }],
    [
      'the order of keys',
      { tagBudgetMin: { amountMicros: 1, currencyCode: 'CNY' } },
      { tagBudgetMin: { currencyCode: 'CNY', amountMicros: 1 } },
    ],
    [
      'an empty part of an address',
      { tagRegisteredAddress: { addressCity: '无锡' } },
      { tagRegisteredAddress: { addressCity: '无锡', addressStreet2: '' } },
    ],
    ['an empty amount for none', {}, { tagBudgetMin: money(null, '') }],
  ] as const)('%s is no change', (_what, before, after) => {
    expect(between(before as Record<string, Value>, after as Record<string, Value>)).toEqual([]);
  });

  it.each([
    ['an amount', { tagBudgetMin: money(1) }, { tagBudgetMin: money(2) }, 'tagBudgetMin'],
    ['its currency', { tagBudgetMin: money(1) }, { tagBudgetMin: money(1, 'USD') }, 'tagBudgetMin'],
    ['zero for one', { tagEmployees: 0 }, { tagEmployees: 1 }, 'tagEmployees'],
    ['an option more', { tagChannels: ['DIRECT'] }, { tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'] }, 'tagChannels'],
  ] as const)('%s is one', (_what, before, after, tag) => {
    expect(between(before as Record<string, Value>, after as Record<string, Value>)).toEqual([
      [tag, 'CHANGED', null, null],
    ]);
  });

  it('the mark is that of the new value', () => {
    const after = seenOf('company', { name: '乙公司' });
    const [change] = changesBetween('company', {}, after);
    expect(change?.mark).toBe(markOf(after.name));
  });
});
