import { describe, expect, it } from 'vitest';
import { insideClient } from '../../../plugin/cli/backup/run-drill.ts';
import { type AdoptOptions, adoptOption } from '../../../plugin/cli/terms/adopt-option.ts';
import { adoptionsOf } from '../../../plugin/cli/terms/adoptions.ts';
import { openListNamed, openLists } from '../../../plugin/cli/terms/open-list.ts';
import { addedEntryId } from '../../../workflows/dictionary/proposed-terms.ts';
import { customerOf, idOf, type Row, useOffice } from '../../workflows/support.ts';
import { ADDRESS, folder, NOW, takeBack } from './import/support.ts';
import { run as runMain } from './run.ts';

const T = idOf(900);
const ADDED = { 'company.tagChannels': { LIVE: '直播带货' }, 'company.tagCustomerType': { GUILD: '行业公会' } };
const OWN = addedEntryId('company', 'tagChannels', 'LIVE');
const DEFINITION = '通过直播间介绍并成交的渠道';

describe('an open list', () => {
  it('is given by its name, with its object or as the command line calls that', () => {
    for (const { object, list } of openLists()) expect(openListNamed(`${object}.${list.name}`).list).toBe(list);
    expect(openListNamed('customer.tagChannels')).toEqual(openListNamed('tagChannels'));
    expect(() => openListNamed('company.tagPurchaseIntent')).toThrow('is no open list; these are: company.');
  });
});

describe('what a record says once an option is a term', () => {
  const several = openListNamed('company.tagChannels');
  const one = openListNamed('company.tagCustomerType');
  it.each<[string, typeof one, Row, Row | null]>([
    ['other in its place', one, { tagCustomerType: 'LIVE' }, { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }],
    ['other where it is gone', one, { tagCustomerType: null }, { tagCustomerType: 'OTHER', tagCustomerTypeTermId: T }],
    [
      'the others stay',
      several,
      { tagChannels: ['LIVE', 'DIRECT'] },
      { tagChannels: ['DIRECT', 'OTHER'], tagChannelsTermId: T },
    ],
    [
      'other stands once',
      several,
      { tagChannels: ['OTHER', 'LIVE'] },
      { tagChannels: ['OTHER'], tagChannelsTermId: T },
    ],
    ['what is written is not written again', several, { tagChannels: ['OTHER'], tagChannelsTermId: T }, null],
    ['another term stays', several, { tagChannels: ['LIVE'], tagChannelsTermId: idOf(7) }, null],
  ])('%s', (_what, open, record, expected) => {
    const { operations } = adoptionsOf(open, 'LIVE', T, [{ id: 'a', ...record }]);
    expect(operations[0]?.after ?? null).toEqual(expected);
  });
});

describe('adopt', () => {
  const office = useOffice(NOW.toISOString(), { addedOptions: ADDED });
  const adopt = (runs: string, more: Partial<AdoptOptions> = {}) =>
    adoptOption({
      client: insideClient(office.workspace, office.workspace.apiKey),
      workspace: ADDRESS,
      list: 'company.tagChannels',
      option: 'LIVE',
      term: null,
      definition: null,
      language: 'zh-CN',
      runs,
      secrets: { passphrase: null, key: office.workspace.apiKey },
      isApplied: true,
      now: () => NOW,
      tell: () => {},
      ...more,
    });
  const fill = (records: number, more: Row = {}): void => {
    office.workspace.insert(
      'company',
      Array.from({ length: records }, (_unused, at) =>
        customerOf(idOf(at + 1), { name: `客户${at + 1}`, tagChannels: ['DIRECT', 'LIVE'], ...more }),
      ),
    );
  };
  const channels = () => office.all('company').map((row) => [String(row.tagChannels), row.tagChannelsTermId]);

  it('shows first, makes the entry and rewrites in batches, and is taken back', async () => {
    fill(201);
    const runs = await folder();
    const before = channels();
    expect(await adopt(runs, { isApplied: false })).toMatchObject({
      isThere: true,
      run: null,
      term: { id: OWN, word: '直播带货', status: 'DRAFT', isNew: true },
      records: { length: 201 },
    });
    expect(channels()).toEqual(before);
    const { run, failures } = await adopt(runs, { definition: DEFINITION });
    expect(failures).toEqual([]);
    await office.workspace.settle();
    expect(new Set(channels().map(String))).toEqual(new Set([`DIRECT,OTHER,${OWN}`]));
    expect(office.one('tagDefinition', OWN)).toMatchObject({
      name: '客户 / 收集渠道 / 直播带货',
      option: 'LIVE',
      term: '直播带货',
      status: 'APPROVED',
      definition: DEFINITION,
    });
    expect(office.problems('company', idOf(1)).filter((one) => /TERM|OPTION/.test(one))).toEqual([]);
    expect(await adopt(runs)).toMatchObject({ records: [], run: null });
    expect(await takeBack(office.workspace, runs, String(run))).toMatchObject({
      undone: 202,
      removed: 1,
      touchedRows: 0,
    });
    expect(channels()).toEqual(before);
    expect(office.all('tagDefinition')).toEqual([]);
  });

  it('becomes the draft the daily count has made, or the term that is named', async () => {
    fill(1);
    const runs = await folder();
    await office.workspace.runFunction('count-tag-uses', {}, 'cron');
    expect(await adopt(runs, { isApplied: false })).toMatchObject({ term: { id: OWN, isNew: false, status: 'DRAFT' } });
    office.workspace.insert('tagDefinition', [
      { id: T, name: '直播', term: '直播', objectName: 'company', tag: 'tagChannels', status: 'APPROVED' },
    ]);
    for (const term of ['直播', T]) {
      expect(await adopt(runs, { term, isApplied: false })).toMatchObject({ term: { id: T, word: '直播' } });
    }
    await adopt(runs, { term: '直播' });
    expect(channels()).toEqual([['DIRECT,OTHER', T]]);
  });

  it('leaves records that name another term, and tells of them', async () => {
    office.workspace.insert('tagDefinition', [
      { id: T, name: '展会', term: '展会', objectName: 'company', tag: 'tagChannels', status: 'APPROVED' },
    ]);
    fill(1, { tagChannels: ['LIVE', 'OTHER'], tagChannelsTermId: T });
    const report = await adopt(await folder());
    expect(report).toMatchObject({ records: [], left: [{ id: idOf(1), name: '客户1' }] });
    expect(channels()).toEqual([['LIVE,OTHER', T]]);
  });

  it('brings back out of the memory what an apply has erased', async () => {
    const { rep } = office.team;
    await office.create(
      rep,
      'company',
      customerOf(idOf(1), { tagChannels: ['DIRECT', 'LIVE'], tagCustomerType: 'GUILD' }),
    );
    const before = office.one('company', idOf(1));
    // The next version has come: the option is gone, and nobody was told.
    office.open();
    const erased = {
      ...before,
      tagChannels: ['DIRECT'],
      tagCustomerType: null,
      tagEnteredById: null,
      accountOwnerId: null,
    };
    office.workspace.insert('company', [erased, customerOf(idOf(2), { name: '客户2' })]);
    const runs = await folder();
    await expect(adopt(runs)).rejects.toThrow('say by --term what it was called');
    const { run, records } = await adopt(runs, { term: '直播带货' });
    await office.workspace.settle();
    expect(records).toMatchObject([{ id: idOf(1) }]);
    await adopt(runs, { list: 'company.tagCustomerType', option: 'GUILD', term: '行业公会' });
    await office.workspace.settle();
    expect(office.one('company', idOf(1))).toMatchObject({
      tagChannels: ['DIRECT', 'OTHER'],
      tagChannelsTermId: OWN,
      tagCustomerType: 'OTHER',
      tagCustomerTypeTermId: addedEntryId('company', 'tagCustomerType', 'GUILD'),
    });
    expect(office.one('company', idOf(1)).tagBaseline).not.toHaveProperty('strays');
    await takeBack(office.workspace, runs, String(run));
    expect(office.one('company', idOf(1))).toMatchObject({ tagChannels: ['DIRECT'], tagChannelsTermId: null });
  });

  it('brings back what was kept aside of a customer that was merged into another since', async () => {
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(idOf(1)));
    const live = { name: '客户2', tagChannels: ['DIRECT', 'LIVE'], tagCustomerType: null };
    await office.create(rep, 'company', customerOf(idOf(2), live));
    const stored = office.all('company');
    office.open();
    const nobody = { tagEnteredById: null, accountOwnerId: null };
    office.workspace.insert(
      'company',
      stored.map((row) => ({ ...row, ...nobody, tagChannels: [] })),
    );
    const { body } = await office.workspace.callRoute({
      method: 'POST',
      path: '/tag-policy/merge',
      token: office.team.manager.token,
      body: { object: 'company', keepId: idOf(1), loseId: idOf(2) },
    });
    expect(body).toMatchObject({ isDone: true });
    await office.workspace.settle();
    const { records } = await adopt(await folder(), { term: '直播带货' });
    await office.workspace.settle();
    expect(records).toMatchObject([{ id: idOf(1) }]);
    expect(office.one('company', idOf(1))).toMatchObject({ tagChannels: ['OTHER'], tagChannelsTermId: OWN });
    expect(office.one('company', idOf(1)).tagBaseline).not.toHaveProperty('strays');
  });

  it.each<[string, Partial<AdoptOptions>, string]>([
    ['a list that is not open', { list: 'company.tagRegion' }, 'is no open list'],
    ['an option of the policy', { option: 'DIRECT' }, 'DIRECT is an option of company.tagChannels itself'],
    ['an option nobody added', { option: 'FAIR', term: '展会' }, 'Twenty has no option FAIR of company.tagChannels'],
    ['what is no API name', { option: 'live' }, 'is no option’s API name'],
    ['an entry that is none', { term: idOf(77) }, 'the tag dictionary has no term'],
  ])('refuses %s, and writes nothing', async (_what, more, message) => {
    fill(1);
    await expect(adopt(await folder(), more)).rejects.toThrow(message);
    expect(channels()).toEqual([['DIRECT,LIVE', null]]);
  });

  it('refuses a term that is retired', async () => {
    fill(1);
    office.workspace.insert('tagDefinition', [
      { id: T, name: '直播带货', term: '直播带货', objectName: 'company', tag: 'tagChannels', status: 'RETIRED' },
    ]);
    await expect(adopt(await folder())).rejects.toThrow('the term "直播带货" is retired');
  });

  it('on the command line: exit 2 with one line for wrong use', async () => {
    const { code, err } = await runMain('adopt', 'company.tagRegion', 'LIVE', '--url', ADDRESS, '--key', 'k');
    expect(code).toBe(2);
    expect(err).toMatch(/^error: "company.tagRegion" is no open list; these are: [^\n]+$/);
    expect((await runMain('adopt', '--help')).out).toContain('--definition');
  });
});
