import { describe, expect, it } from 'vitest';
import { workspaceClient } from '../../../../plugin/cli/backup/workspace-client.ts';
import { idOf, travel, useOffice } from '../../../workflows/support.ts';
import { fileOf } from '../run.ts';
import { bring, folder, takeBack } from './support.ts';

// Monday 28 September 2026, 09:00 in Shanghai; 1 to 7 October are days off.
const office = useOffice('2026-09-28T01:00:00.000Z');

/** As the command asks: through the workspace's API, which msw answers. */
const client = () => workspaceClient(office.workspace.url, office.workspace.apiKey, { tell: () => {} });
const named = (name: string) => office.all('company').find((company) => company.name === name);

const FILE = [
  '客户名称,客户类型,所属行业,联系人姓名,联系电话,信用评级,负责人',
  ...['甲', '乙', '丙', '丁'].map((name) => `${name}有限公司,中小企业,,李某,13800138000,BB,王志强`),
].join('\n');

const importing = async (runs: string) => {
  const report = await bring(office.workspace, await fileOf(FILE), 'company', { runs, client: client() });
  await office.workspace.settle();
  return report;
};

describe('imported opportunities', () => {
  it('have their products named by the application, and are taken back with them', async () => {
    office.workspace.insert('company', [{ id: idOf(20), name: '甲有限公司', accountOwnerId: office.team.rep.id }]);
    office.workspace.insert('tagProduct', [{ id: idOf(30), name: '伺服驱动器', model: 'SD-200', features: '响应快' }]);
    const file = await fileOf(
      '机会名称,客户,负责人,机会来源,销售阶段,机会产品\n产线,甲有限公司,王志强,行业展会,方案制定,SD-200',
    );
    const runs = await folder();
    const { run } = await bring(office.workspace, file, 'opportunity', { runs, client: client() });
    await office.workspace.settle();
    const [deal] = office.all('opportunity');
    expect(office.all('tagOpportunityItem')).toMatchObject([{ name: '伺服驱动器 SD-200', opportunityId: deal?.id }]);
    expect(office.problems('opportunity', String(deal?.id))).not.toContain('REQUIRED_MISSING tagItems');
    expect(await takeBack(office.workspace, runs, String(run), { client: client() })).toMatchObject({ undone: 1 });
    await office.workspace.settle();
    expect([office.all('opportunity'), office.all('tagOpportunityItem')]).toEqual([[], []]);
  });
});

describe('imported customers', () => {
  it('are judged by the application, and asked for what they lack a few a day', async () => {
    office.workspace.setVariable('COMPLETIONS_A_DAY', '2');
    await office.workspace.install();
    const report = await importing(await folder());
    expect(report).toMatchObject({ counts: { create: 4 }, failures: [] });
    for (const name of ['甲', '乙', '丙', '丁']) {
      const customer = named(`${name}有限公司`);
      expect(customer).toMatchObject({
        tagReviewStatus: 'INCOMPLETE',
        tagCreditSignal: 'CAUTION',
        accountOwnerId: office.team.rep.id,
      });
      expect(office.problems('company', String(customer?.id))).toContain('REQUIRED_MISSING tagIndustry');
      expect(office.problems('company', String(customer?.id))).not.toContain('REQUIRED_MISSING contactName');
    }
    expect(office.all('task')).toEqual([]);
    travel('2026-09-28T02:00:00.000Z');
    await office.sweep();
    const days = office.all('company').map(({ tagCompleteBy }) => tagCompleteBy);
    expect(days.sort()).toEqual(['2026-09-30', '2026-09-30', '2026-10-08', '2026-10-08']);
  });

  it('are taken back though the application has written them since, and not where people have', async () => {
    office.workspace.insert('company', [{ id: idOf(20), name: '甲有限公司', tagCustomerType: 'DEALER' }]);
    const runs = await folder();
    const { run } = await importing(runs);
    travel('2026-09-28T17:00:00.000Z');
    await office.sweep();
    await office.update(office.team.rep, 'company', String(named('丙有限公司')?.id), { tagIndustry: 'C' });
    const report = await takeBack(office.workspace, runs, String(run), { client: client() });
    await office.workspace.settle();
    expect(report).toMatchObject({ undone: 3, touchedRows: 1, touched: [{ row: 3, fields: ['tagIndustry'] }] });
    expect(office.all('company').map(({ name }) => name)).toEqual(expect.arrayContaining(['甲有限公司', '丙有限公司']));
    expect(office.all('company')).toHaveLength(2);
    expect(office.one('company', idOf(20))).toMatchObject({
      tagCustomerType: 'DEALER',
      tagKeyContactId: null,
      accountOwnerId: null,
    });
    expect(office.all('person')).toHaveLength(1);
    const open = office.all('task').filter(({ status }) => status === 'TODO');
    // Members have tasks of their own, such as an agreement to sign.
    const targets = office
      .all('taskTarget')
      .filter(({ taskId, targetCompanyId }) => targetCompanyId && open.some(({ id }) => id === taskId));
    expect(new Set(targets.map(({ targetCompanyId }) => targetCompanyId))).not.toContain(undefined);
    for (const { targetCompanyId } of targets) {
      expect(office.all('company').map(({ id }) => id)).toContain(targetCompanyId);
    }
  });
});
