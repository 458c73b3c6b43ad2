import { describe, expect, it } from 'vitest';
import { LANGUAGES, taxonomy } from '../../../objects/taxonomy/index.ts';
import { optionMeanings } from '../../../objects/taxonomy/option-meanings.ts';
import { type DictionaryRow, dictionaryRows } from '../../../workflows/dictionary/dictionary-rows.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { definitionProblems, judgeDefinition } from '../../../workflows/dictionary/judge-definition.ts';
import { planDictionary } from '../../../workflows/dictionary/plan-dictionary.ts';

const rows = dictionaryRows('zh-CN');
const rowOf = (object: string, tag: string, option = '', language: (typeof LANGUAGES)[number] = 'zh-CN') => {
  const row = dictionaryRows(language).find(({ id }) => id === entryId(object, tag, option));
  if (!row) throw new Error(`no row ${object}.${tag} ${option}`);
  return row.fields;
};

describe('rows', () => {
  it('one for each tag of the policy and each option, each id once and the same in every language', () => {
    const tags = taxonomy.filter((tag) => tag.role === 'TAG' && tag.via?.object !== 'tagCredit');
    const ids = new Set(rows.map(({ id }) => id));
    for (const { object, name, options = [] } of tags) {
      expect(ids, name).toContain(entryId(object, name));
      for (const { value } of options) expect(ids, `${name} ${value}`).toContain(entryId(object, name, value));
    }
    expect(ids.size).toBe(rows.length);
    for (const language of LANGUAGES) expect(dictionaryRows(language).map(({ id }) => id)).toEqual([...ids]);
    expect(rows.every(({ fields }) => fields.status === 'APPROVED')).toBe(true);
  });

  it('ids never change: they are what a later fill finds its rows by', () => {
    expect(entryId('company', 'tagCustomerType')).toBe('27489e6f-9b61-5179-a87f-254b7145d5a5');
    expect(entryId('company', 'tagCustomerType', 'SME')).toBe('e6c82eaf-033a-587d-965c-43abc86b4c32');
  });

  it('hold neither what only the application needs nor the standing of a record', () => {
    const names = new Set(rows.map(({ fields }) => `${fields.objectName}.${fields.tag}`));
    for (const hidden of ['company.tagBaseline', 'company.tagReviewStatus', 'tagCredit.judgedRating', 'tagLog.kind']) {
      expect(names).not.toContain(hidden);
    }
    expect(names).toContain('tagCredit.rating');
    expect(names).not.toContain('company.rating');
  });

  it('a definition has a line a language, the notice language first; the usage names the other terms', () => {
    expect(rowOf('company', 'tagCustomerType', '', 'zh-TW')).toEqual({
      objectName: 'company',
      tag: 'tagCustomerType',
      option: '',
      name: '客戶 / 客戶類型',
      term: '客戶類型',
      definition:
        '根據客戶規模、行業屬性、業務模式等因素劃分的類別\nCategory by size, industry and business model\n根据客户规模、行业属性、业务模式等因素划分的类别',
      usage: '必填\n由銷售人員錄入\n非敏感資訊\n制度條款：2.1.2\n其他名稱：Customer type、客户类型',
      status: 'APPROVED',
    });
  });

  it("an option is defined by the policy's sentence, or by its tag", () => {
    expect(rowOf('opportunity', 'tagStage', 'PROSPECT', 'en').definition.split('\n')).toEqual([
      'First contact; no intention to buy stated yet',
      '初步接触，尚未明确表示购买意向的客户',
      '初步接觸，尚未明確表示購買意向的客戶',
    ]);
    expect(rowOf('company', 'tagCustomerType', 'SME', 'en').definition.split('\n')[0]).toBe(
      'Customer type is “SME”: Category by size, industry and business model',
    );
  });

  it('every meaning belongs to an option that is there', () => {
    for (const [key, meanings] of Object.entries(optionMeanings)) {
      const [object = '', tag = ''] = key.split('.');
      for (const value of Object.keys(meanings)) expect(rowOf(object, tag, value).definition).toMatch(/\S/);
    }
  });

  it.each([
    ['company', 'contactPhone', ['Required from the stage “Interested customer” on; Contact e-mail will do instead']],
    ['company', 'contactPhone', ['Required from the stage “Negotiation” on', 'Sensitive: for the authorised only']],
    ['opportunity', 'tagAdvantage', ['Required from the stage “Negotiation” on, where a competitor is named']],
    ['tagMember', 'salesTarget', ['Required, once the quarter of joining is over']],
    ['company', 'tagRegion', ['Optional', 'Entered by the sales team', 'Not sensitive', 'Policy clauses: 5.1.1']],
    ['company', 'tagCooperationCount', ['Written by the application']],
    ['company', 'name', ['A change is a major change and must be on record in time']],
  ])('%s.%s is used so: %j', (object, tag, expected) => {
    expect(rowOf(object, tag, '', 'en').usage.split('\n')).toEqual(expect.arrayContaining([...expected]));
  });

  it('what the application writes is asked of nobody', () => {
    expect(rowOf('company', 'tagCooperationCount', '', 'en').usage).not.toMatch(/Required|Optional|Entered/);
  });

  it('no row of ours has an error, and none is kept from being accepted', () => {
    const stored = rows.map(({ id, fields }) => ({ id, ...fields }));
    for (const row of stored) expect(definitionProblems(row, stored), row.name).toEqual([]);
  });
});

describe('filling', () => {
  const wanted: readonly DictionaryRow[] = rows.slice(0, 3);
  const filled = planDictionary(wanted, []);
  const stored = filled.map(({ id, fields }) => ({ id, ...fields, deletedAt: null }));
  const later = wanted.map((row, at) =>
    at === 1 ? { ...row, fields: { ...row.fields, definition: '另一定义的说明文字' } } : row,
  );

  it('makes what is missing', () => {
    expect(filled.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(planDictionary(wanted, stored.slice(1)).map(({ id }) => id)).toEqual([wanted[0]?.id]);
  });

  it('writes nothing when nothing changed', () => {
    expect(planDictionary(wanted, stored)).toEqual([]);
  });

  it('brings up to date what still is as it was written', () => {
    expect(planDictionary(later, stored)).toMatchObject([
      { id: wanted[1]?.id, fields: { definition: '另一定义的说明文字' } },
    ]);
    const updated = planDictionary(later, stored).map(({ id, fields }) => ({ id, ...fields }));
    expect(planDictionary(later, [...stored.filter((_row, at) => at !== 1), ...updated])).toEqual([]);
  });

  it.each([
    ['status', 'RETIRED'],
    ['definition', '我们自己的定义文字'],
    ['term', '别名'],
    ['usage', ''],
    ['name', '我们的叫法'],
    ['tag', null],
  ])('leaves a row alone whose %s a person set to %j', (field, value) => {
    const touched = stored.map((row, at) => (at === 1 ? { ...row, [field]: value } : row));
    expect(planDictionary(later, touched)).toEqual([]);
  });

  it('leaves a deleted row deleted, and one that somebody else made under its id', () => {
    const deleted = stored.map((row, at) => (at === 1 ? { ...row, deletedAt: '2026-09-28T01:00:00.000Z' } : row));
    expect(planDictionary(later, deleted)).toEqual([]);
    const foreign = stored.map((row, at) => (at === 1 ? { ...row, writtenAs: '' } : row));
    expect(planDictionary(later, foreign)).toEqual([]);
  });

  it('a count or a problem on the row is no change of it', () => {
    const counted = stored.map((row) => ({ ...row, useCount: 3, problems: 'x' }));
    expect(planDictionary(later, counted)).toHaveLength(1);
  });
});

describe('a person’s entry', () => {
  const entry = (fields: Record<string, unknown>) => ({
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    name: '词条',
    objectName: 'company',
    tag: 'tagCustomerType',
    option: 'JOINT_VENTURE',
    term: '合资企业',
    definition: '由中外双方共同出资设立的企业',
    status: 'APPROVED',
    problems: '',
    judgedRuling: 'POLICY/POLICY/APPROVED/',
    ...fields,
  });
  const own = rows.map(({ id, fields }) => ({ id, ...fields }));

  it.each<[string, Record<string, unknown>, readonly string[]]>([
    ['in order', {}, []],
    ['a name of 15 characters', { term: '一二三四五六七八九十一二三四五' }, []],
    ['a name of 16', { term: '一二三四五六七八九十一二三四五六' }, ['ERROR NAME_TOO_LONG term 3.1.8']],
    ['a vague name', { term: '一般' }, ['ERROR NAME_VAGUE term 3.1.8']],
    [
      'the name every open list ends with',
      { term: '其他' },
      ['ERROR NAME_VAGUE term 3.1.8', 'ERROR NAME_DUPLICATE term 3.1.9'],
    ],
    ['no name at all', { term: '', name: ' ' }, ['ERROR REQUIRED_MISSING term 3.1.8']],
    ['the title stands in for the term', { term: '', name: '合资企业' }, []],
    ['another option’s name', { term: '经销商' }, ['ERROR NAME_DUPLICATE term 3.1.9']],
    ['another option’s name in another language', { term: 'Dealer' }, ['ERROR NAME_DUPLICATE term 3.1.9']],
    ['the name of an option of another tag', { term: '培训' }, []],
    ['no definition', { definition: '' }, ['ERROR DEFINITION_MISSING definition 3.1.10']],
    ['a definition of 7 characters', { definition: '中外合资的企业' }, ['ERROR DEFINITION_MISSING definition 3.1.10']],
    ['a definition of 8', { definition: '中外合资办的企业' }, []],
    [
      'a definition that repeats the name',
      { definition: '合资企业，合资企业' },
      ['ERROR DEFINITION_REPEATS_NAME definition 3.1.10'],
    ],
  ])('%s', (_what, fields, expected) => {
    const found = definitionProblems(entry(fields), own).map(
      ({ severity, code, tag, clause }) => `${severity} ${code} ${tag} ${clause}`,
    );
    expect(found).toEqual(expected);
  });

  it('accepted with errors goes back to a draft that says why; a draft stays one; a retired entry stays retired', () => {
    const faulty = { definition: '' };
    expect(judgeDefinition(entry(faulty), own, 'zh-CN').patch?.fields).toEqual({
      status: 'DRAFT',
      problems: '定义：缺少至少 8 个字的定义（3.1.10）',
      judgedRuling: 'POLICY/POLICY/DRAFT/',
    });
    const draft = entry({ ...faulty, status: 'DRAFT', judgedRuling: 'POLICY/POLICY/DRAFT/' });
    expect(judgeDefinition(draft, own, 'en').patch?.fields).toEqual({
      problems: 'Definition: has no definition of at least 8 characters (3.1.10)',
    });
    expect(judgeDefinition(entry({ ...faulty, status: 'RETIRED' }), own, 'en').patch?.fields).not.toHaveProperty(
      'status',
    );
  });

  it('a warning is told and keeps nothing from being accepted', () => {
    expect(judgeDefinition(entry({ term: '经销商们' }), own, 'en').patch?.fields).toEqual({
      problems: expect.stringContaining('(3.1.'),
    });
  });

  it('what is put right loses its problems; what is right is not written', () => {
    expect(judgeDefinition(entry({ problems: 'x' }), own, 'en').patch?.fields).toEqual({ problems: '' });
    expect(judgeDefinition(entry({}), own, 'en').patch).toBeUndefined();
  });

  it("the policy's own name is exempt, a person's name for it and its definition are not", () => {
    const id = entryId('tagProduct', 'category', 'OTHER');
    const other = { ...own.find((row) => row.id === id), id };
    expect(definitionProblems(other, own)).toEqual([]);
    expect(definitionProblems({ ...other, term: '一些' }, own)[0]).toMatchObject({ code: 'NAME_VAGUE' });
    expect(definitionProblems({ ...other, definition: '' }, own)[0]).toMatchObject({ code: 'DEFINITION_MISSING' });
    expect(definitionProblems({ ...other, id: entry({}).id }, own)[0]).toMatchObject({ code: 'NAME_VAGUE' });
  });
});
