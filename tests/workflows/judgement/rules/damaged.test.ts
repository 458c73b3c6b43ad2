import { describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, type GovernedObject, taxonomy } from '../../../../objects/taxonomy/index.ts';
import { damaged } from '../../../../workflows/judgement/rules/damaged.ts';
import type { JudgementContext, Values } from '../../../../workflows/judgement/values.ts';

const CONTEXT: JudgementContext = { stage: 'PROSPECT', today: '2026-09-28', now: '2026-09-28T04:00:00.000Z' };
const told = (object: GovernedObject, values: Values) => {
  const found: unknown[] = [];
  damaged.judge(values, CONTEXT, (...problem) => found.push(problem), object);
  return found;
};
const problem = (tag: string, data: object) => ['TEXT_DAMAGED', 'ERROR', tag, data, '3.2.7'];

const TEXT = '锟斤拷公司';

describe('damaged texts', () => {
  // First of all: which tags of an object are texts is found out once.
  it.each(GOVERNED_OBJECTS)(
    'of %s are never shown where they are sensitive, and told of no choice or status',
    (object) => {
      const forms: readonly unknown[] = [TEXT, [TEXT], { addressCity: TEXT }, { lastName: TEXT }];
      const tags = taxonomy.filter((tag) => tag.object === object);
      const hidden = tags.filter(({ sensitive }) => sensitive);
      const others = tags.filter(({ kind, role }) => /SELECT|DATE|RAW_JSON|ONE$/.test(kind) || role === 'GOVERNANCE');
      for (const form of forms) {
        const values = Object.fromEntries([...hidden, ...others].map(({ name }) => [name, form])) as Values;
        const found = told(object, values) as [string, string, string][];
        expect(JSON.stringify(found)).not.toContain('锟斤拷');
        expect(others.filter(({ name }) => found.some(([, , tag]) => tag === name))).toEqual([]);
      }
      expect(told(object, { name: TEXT })).toEqual([problem('name', { found: '锟斤拷' })]);
    },
  );

  it.each<[string, GovernedObject, Values, string, object]>([
    ['a name', 'company', { name: TEXT }, 'name', { found: '锟斤拷' }],
    ['a long text', 'company', { tagBusinessScope: '软件\ufffd发' }, 'tagBusinessScope', { found: '\ufffd' }],
    ['an item of a list', 'opportunity', { tagCompetitors: ['甲公司', TEXT] }, 'tagCompetitors', { found: '锟斤拷' }],
    ['the first of a list', 'opportunity', { tagCompetitors: [TEXT, '甲公司'] }, 'tagCompetitors', { found: '锟斤拷' }],
    [
      'a line of an address',
      'company',
      { tagRegisteredAddress: { addressStreet1: '长江路 8 号', addressCity: '烫烫烫' } },
      'tagRegisteredAddress',
      { found: '烫烫烫' },
    ],
    [
      'part of a name',
      'company',
      { contactName: { firstName: '', lastName: 'MÃ¼ller' } },
      'contactName',
      { found: 'Ã¼' },
    ],
    ['a product', 'tagProduct', { model: 'X\ufffd1' }, 'model', { found: '\ufffd' }],
    ['a member', 'tagMember', { name: '屯屯屯' }, 'name', { found: '屯屯屯' }],
    ['a special need, which is sensitive', 'company', { tagSpecialNeeds: TEXT }, 'tagSpecialNeeds', {}],
    ['a weakness, which is sensitive', 'opportunity', { tagDisadvantage: TEXT }, 'tagDisadvantage', {}],
  ])('%s', (_what, object, values, tag, data) => expect(told(object, values)).toEqual([problem(tag, data)]));

  it('are told tag by tag, each once', () => {
    const values = {
      name: TEXT,
      tagBusinessScope: '烫烫烫',
      tagRegisteredAddress: { addressStreet1: TEXT, addressCity: TEXT },
    };
    expect(told('company', values).map((found) => (found as string[])[2])).toEqual([
      'name',
      'tagRegisteredAddress',
      'tagBusinessScope',
    ]);
  });

  it.each<[string, GovernedObject, Values]>([
    ['nothing', 'company', {}],
    ['empty texts', 'company', { name: '', tagBusinessScope: null, tagSpecialNeeds: undefined }],
    ['texts that are whole', 'company', { name: '无锡精控有限公司', tagSpecialNeeds: '无' }],
    ['lists, addresses and names that are', 'company', { contactName: { firstName: '芳', lastName: '王' } }],
    ['items that are no text', 'opportunity', { tagCompetitors: [null, 7, '甲公司'] as unknown as string[] }],
    ['an address without a street', 'company', { tagRegisteredAddress: { addressStreet1: null, addressCity: '无锡' } }],
    ['a number in place of a text', 'company', { name: 7 as unknown as string }],
    // Written by the application, of texts that are judged where they stand.
    ['what the application says of it', 'company', { tagProblemSummary: TEXT, tagActionResult: TEXT }],
    ['what a picklist holds', 'company', { tagIndustry: TEXT }],
    ['what is kept as JSON', 'company', { tagProblems: [TEXT] as unknown as string[] }],
  ])('there are none in %s', (_what, object, values) => expect(told(object, values)).toEqual([]));
});
