import { describe, expect, it } from 'vitest';
import {
  firstRuling,
  replacementOf,
  rulingFact,
  rulingProblems,
  rulingText,
} from '../../../workflows/dictionary/judge-ruling.ts';

const ROW = {
  id: 'd1',
  name: '客户 / 所属区域',
  objectName: 'company',
  tag: 'tagRegion',
  status: 'APPROVED',
  requiredFrom: 'NEGOTIATION',
  isMajorChange: 'YES',
  updatedAt: '2026-09-28T02:00:00.000Z',
  updatedBy: { source: 'MANUAL', workspaceMemberId: 'manager', name: '孙立新' },
};

describe('what an entry says of its tag', () => {
  it.each([
    ['all of it', ROW, 'NEGOTIATION/YES/APPROVED/'],
    ['nothing: as the policy has it', { id: 'd1' }, 'POLICY/POLICY//'],
    ['empty cells: as the policy has it', { id: 'd1', requiredFrom: null, isMajorChange: '' }, 'POLICY/POLICY//'],
  ])('%s', (_of, row, text) => {
    expect(rulingText(row, '')).toBe(text);
  });

  it('with what replaces it', () => {
    expect(rulingText({ id: 'd1', status: 'RETIRED' }, '渠道商')).toBe('POLICY/POLICY/RETIRED/渠道商');
  });

  it('before anybody changed it: the policy’s own are accepted, a person’s begin as drafts', () => {
    expect([firstRuling(true), firstRuling(false)]).toEqual(['POLICY/POLICY/APPROVED/', 'POLICY/POLICY/DRAFT/']);
  });
});

describe('what replaces an entry', () => {
  const others = [
    { id: 'a', term: '渠道商', name: '客户 / 客户类型 / 渠道商' },
    { id: 'b', term: '', name: '客户 / 客户类型 / 代理商' },
    { id: 'c', term: null, name: null },
  ];
  it.each([
    ['its word', 'a', '渠道商'],
    ['its name where it has no word', 'b', '客户 / 客户类型 / 代理商'],
    ['nothing where it has neither', 'c', ''],
    ['nothing where it is gone', 'x', ''],
    ['nothing where there is none', null, ''],
  ])('%s', (_what, replacedById, word) => {
    expect(replacementOf({ id: 'd1', replacedById }, others)).toBe(word);
  });
});

describe('cells that cannot be used', () => {
  it('are told each as a warning with its clause', () => {
    const told = { code: 'RULING_UNUSABLE', severity: 'WARNING', clause: '3.2.6', data: {} };
    expect(rulingProblems({ ...ROW, tag: 'noSuchTag' })).toEqual([
      { ...told, tag: 'requiredFrom' },
      { ...told, tag: 'isMajorChange' },
    ]);
  });

  it('none where all can be', () => {
    expect(rulingProblems(ROW)).toEqual([]);
  });
});

describe('the log of a change', () => {
  const before = 'POLICY/POLICY/APPROVED/';

  it('tells by whom, when, and only of what changed', () => {
    expect(rulingFact(ROW, before, 'NEGOTIATION/YES/APPROVED/', 'en')).toEqual({
      kind: 'DICTIONARY',
      record: '客户 / 所属区域',
      key: `d1:${before}>NEGOTIATION/YES/APPROVED/:2026-09-28T02:00:00.000Z`,
      at: '2026-09-28T02:00:00.000Z',
      by: 'manager',
      tag: 'company.tagRegion',
      before: expect.stringMatching(/^[^;:]+: [^;:]+; [^;:]+: [^;:]+$/),
      after: expect.stringMatching(/^[^;:]+: Negotiation; [^;:]+: Yes$/),
    });
    const one = rulingFact(ROW, before, 'POLICY/YES/APPROVED/', 'en');
    expect(one?.after).toMatch(/^[^;:]+: Yes$/);
    expect(one?.before).not.toContain(';');
  });

  it('says words of the language', () => {
    expect(rulingFact(ROW, before, 'POLICY/YES/APPROVED/', 'zh-CN')?.after).toMatch(/: 是$/);
  });

  it.each([
    ['nothing changed', before],
    ['another replacement alone, which the status tells of', 'POLICY/POLICY/APPROVED/渠道商'],
  ])('none where %s', (_what, after) => {
    expect(rulingFact(ROW, before, after, 'en')).toBeUndefined();
  });

  it('of an entry of which little is known', () => {
    expect(rulingFact({ id: 'd1' }, '', before, 'en')).toMatchObject({ record: '', at: '', by: null, tag: '' });
  });
});
