import { describe, expect, it } from 'vitest';
import { definedTags } from '../../../workflows/dictionary/defined-tags.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { customerOf, idOf, type Row, travel, useOffice } from '../support.ts';

const NOW = '2026-09-28T01:00:00.000Z';
const office = useOffice(NOW);
const A = idOf(1);
const missing = () => office.problems('company', A).filter((problem) => problem.startsWith('REQUIRED_MISSING'));

/** The entry of a tag as the installation leaves it. */
const entry = (tag: string, more: Row = {}): string => {
  const { option = '' } = more as { readonly option?: string };
  const id = entryId('company', tag, option);
  office.workspace.insert('tagDefinition', [
    {
      id,
      name: tag,
      objectName: 'company',
      tag,
      option: '',
      term: tag,
      definition: '供测试使用的词条定义内容',
      status: 'APPROVED',
      requiredFrom: 'POLICY',
      isMajorChange: 'POLICY',
      writtenAs: 'x',
      ...more,
    },
  ]);
  return id;
};
const dictionaryLog = () => office.all('tagLog').filter(({ kind }) => kind === 'DICTIONARY');

describe('an entry that an administrator changes', () => {
  it('changes what is required of the next record that is judged, and the log tells by whom and from when', async () => {
    const { manager, rep } = office.team;
    const id = entry('tagStrategy');
    await office.create(rep, 'company', customerOf(A));
    expect(missing()).toEqual([]);
    await office.update(manager, 'tagDefinition', id, { requiredFrom: 'ALWAYS' });
    await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(missing()).toEqual(['REQUIRED_MISSING tagStrategy']);
    expect(dictionaryLog()).toMatchObject([
      {
        kind: 'DICTIONARY',
        byId: manager.id,
        at: NOW,
        tag: 'company.tagStrategy',
        before: 'Required from: As the policy says',
        after: 'Required from: Always',
      },
    ]);
  });

  it('is taken up by the daily sweep for what nobody touches, with a day of its own to be completed by', async () => {
    const { manager, rep } = office.team;
    const id = entry('tagStrategy');
    await office.create(rep, 'company', customerOf(A));
    await office.update(manager, 'tagDefinition', id, { requiredFrom: 'ALWAYS' });
    expect(missing()).toEqual([]);
    travel('2026-09-29T18:00:00.000Z');
    await office.sweep();
    expect(missing()).toEqual(['REQUIRED_MISSING tagStrategy']);
    await office.sweep();
    expect(office.one('company', A).tagCompletionState).not.toBe('MISSED');
    const rows = office.all('tagLog').filter(({ kind }) => kind === 'COMPLETION_MISSED');
    expect(rows).toEqual([]);
  });

  it('tells of a cell that cannot be used, and the policy holds', async () => {
    const { manager } = office.team;
    const id = entry('tagIndustry', { option: 'C' });
    await office.update(manager, 'tagDefinition', id, { requiredFrom: 'SIGNED' });
    expect(String(office.one('tagDefinition', id).problems)).toContain('Required from: cannot be used for this entry');
    await office.update(manager, 'tagDefinition', id, { requiredFrom: 'POLICY' });
    expect(office.one('tagDefinition', id).problems ?? '').toBe('');
  });

  it('tells the same change once, however often its event comes', async () => {
    const { manager } = office.team;
    const id = entry('tagStrategy');
    const held = await office.holding(() => office.update(manager, 'tagDefinition', id, { requiredFrom: 'NEVER' }));
    for (const delivery of [...held, ...held])
      await office.workspace.runFunction('follow-tag-definition', delivery.payload);
    expect(dictionaryLog()).toHaveLength(1);
  });

  it('retired, with what replaces it, warns of its use in the words of the other entry', async () => {
    const { manager, rep } = office.team;
    const dealer = entry('tagCustomerType', { option: 'DEALER', term: '经销商' });
    const other = entry('tagCustomerType', { option: 'SME', term: '中小企业' });
    await office.update(manager, 'tagDefinition', dealer, { status: 'RETIRED', replacedById: other });
    await office.create(rep, 'company', customerOf(A, { tagCustomerType: 'DEALER' }));
    expect(office.problems('company', A)).toContain('OPTION_RETIRED tagCustomerType');
    expect(String(office.one('company', A).tagProblemSummary)).toContain(
      '“Dealer” is retired and not used any more; use “中小企业” instead',
    );
  });

  it('makes a change major: it is found, reported, and due in time', async () => {
    const { manager, rep } = office.team;
    const id = entry('tagIndustry');
    await office.create(rep, 'company', customerOf(A));
    await office.update(manager, 'tagDefinition', id, { isMajorChange: 'YES' });
    await office.update(rep, 'company', A, { tagIndustry: 'J' });
    expect(office.notices(A)).toMatchObject([{ kind: 'OTHER_MAJOR', isDetected: true }]);
  });

  it('makes a change minor that the policy calls major', async () => {
    const { manager, rep } = office.team;
    const id = entry('name');
    await office.create(rep, 'company', customerOf(A));
    await office.update(manager, 'tagDefinition', id, { isMajorChange: 'NO' });
    await office.update(rep, 'company', A, { name: '无锡精控智能装备有限公司' });
    expect(office.notices(A)).toEqual([]);
  });

  it('costs a judgement no further call', async () => {
    const { rep } = office.team;
    entry('tagStrategy', { requiredFrom: 'ALWAYS' });
    await office.create(rep, 'company', customerOf(A));
    const run = office.workspace.runs.findLast(({ trigger, name }) => trigger === 'event' && name.includes('company'));
    expect(run?.apiCalls).toBeLessThanOrEqual(4);
  });
});

describe('an entry that an administrator deletes (3.2.2, A29)', () => {
  const WHY = 'it is in use; retire it instead of deleting it';
  const count = () => office.workspace.runFunction('count-tag-uses', {}, 'cron');
  const remove = (id: string) => office.remove(office.team.manager, 'delete', 'tagDefinition', id);
  const put = () => office.all('tagLog').filter(({ kind }) => kind === 'REVERTED');

  it('while it is used comes back and says why, however often its event comes', async () => {
    const { manager } = office.team;
    const id = entry('tagCustomerType', { option: 'SME', useCount: 2 });
    const held = await office.holding(() => remove(id));
    for (const delivery of [...held, ...held])
      await office.workspace.runFunction('follow-tag-definition', delivery.payload);
    expect(office.one('tagDefinition', id)).toMatchObject({ deletedAt: null, problems: WHY, useCount: 2 });
    expect(put()).toMatchObject([
      { name: 'Put back: tagCustomerType', byId: manager.id, at: NOW, tag: 'company.tagCustomerType', note: WHY },
    ]);
    expect(dictionaryLog()).toEqual([]);
  });

  it('and that nothing uses may go; the log tells by whom and when', async () => {
    const { manager } = office.team;
    const id = entry('tagCustomerType', { option: 'SME', useCount: 0 });
    await remove(id);
    expect(office.one('tagDefinition', id).deletedAt).not.toBeNull();
    expect(dictionaryLog()).toMatchObject([
      { byId: manager.id, byName: expect.any(String), at: NOW, tag: 'company.tagCustomerType', note: 'Deleted' },
    ]);
    await count();
    expect(dictionaryLog()).toHaveLength(1);
    expect(put()).toEqual([]);
    await expect(count()).resolves.toMatchObject({ written: 0 });
  });

  it('unseen is found by the daily count, which knows the use of the day', async () => {
    const used = entry('tagCustomerType', { option: 'SME', useCount: 0 });
    const unused = entry('tagCustomerType', { option: 'DEALER', useCount: 7 });
    await office.create(office.team.rep, 'company', customerOf(A));
    await office.holding(async () => {
      await remove(used);
      await remove(unused);
    });
    await count();
    expect(office.one('tagDefinition', used)).toMatchObject({ deletedAt: null, problems: WHY, useCount: 1 });
    expect(office.one('tagDefinition', unused).deletedAt).not.toBeNull();
    expect(put()).toMatchObject([{ at: NOW, note: WHY }]);
    expect(dictionaryLog()).toMatchObject([{ at: NOW, note: 'Deleted' }]);
    await expect(count()).resolves.toMatchObject({ written: 0 });
  });
});

describe('counting', () => {
  it('says once a day how often tags and options are used, and writes nothing the second time', async () => {
    const { rep } = office.team;
    const [type, sme, dealer] = [
      entry('tagCustomerType'),
      entry('tagCustomerType', { option: 'SME' }),
      entry('tagCustomerType', { option: 'DEALER' }),
    ];
    await office.create(rep, 'company', customerOf(A));
    await office.create(rep, 'company', customerOf(idOf(2), { name: '苏州测试设备有限公司' }));
    const counted = (await office.workspace.runFunction('count-tag-uses', {}, 'cron')) as { readonly written: number };
    expect(office.one('tagDefinition', sme)).toMatchObject({ useCount: 2, lastUsedOn: '2026-09-28', isUnused: false });
    expect(office.one('tagDefinition', type)).toMatchObject({ useCount: 2 });
    expect(office.one('tagDefinition', dealer)).toMatchObject({ useCount: 0 });
    expect(counted.written).toBe(3);
    const again = (await office.workspace.runFunction('count-tag-uses', {}, 'cron')) as { readonly written: number };
    expect(again.written).toBe(0);
  });

  it('asks at most once a tag', async () => {
    await office.workspace.runFunction('count-tag-uses', {}, 'cron');
    const run = office.workspace.runs.findLast(({ name }) => name === 'count-tag-uses');
    // The entries, and the schema for options that were added in Twenty's settings.
    expect(run?.apiCalls).toBeLessThanOrEqual(definedTags().length + 2);
  });
});
