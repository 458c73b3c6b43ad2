import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { insideClient } from '../../../../plugin/cli/backup/run-drill.ts';
import { workspaceClient } from '../../../../plugin/cli/backup/workspace-client.ts';
import { OUTPUT } from '../../../../plugin/cli/build.ts';
import { type BuiltApp, loadBuiltApp } from '../../../../plugin/embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../../../plugin/embedded/serve.ts';
import { createWorkspace, type Workspace } from '../../../../plugin/embedded/workspace.ts';
import { TwentyError } from '../../../../workflows/gateway/errors.ts';
import { Clock, change, idOf, staff, workspaceOf } from '../backup/support.ts';
import { fileOf, fixture, run, start } from '../run.ts';
import { folder, bring as importFile } from './support.ts';

let app: BuiltApp;
let clock: Clock;
let workspace: Workspace;
let server: WorkspaceServer;
let runs: string;

beforeAll(async () => {
  app = await loadBuiltApp(OUTPUT);
});
beforeEach(async () => {
  clock = new Clock();
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now });
  vi.stubEnv('TAG_POLICY_KEY', undefined);
  vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
  workspace = workspaceOf(app, clock);
  staff(workspace);
  server = await serveWorkspace(workspace, { port: 0 });
  runs = await folder();
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const remote = () => ['--url', server.url, '--key', workspace.apiKey, '--runs', runs];
const bring = (file: string, object: string, ...more: readonly string[]) =>
  run('import', file, '--object', object, ...remote(), ...more);
interface Report {
  readonly counts: Readonly<Record<string, number>>;
  readonly reasons: Readonly<Record<string, number>>;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly run: string | null;
  readonly layout: string | null;
}
const report = async (file: string, object: string, ...more: readonly string[]) => {
  const { out, code } = await bring(file, object, '--json', ...more);
  return { code, ...(JSON.parse(out) as Report) };
};
const records = (object: string) => workspace.records(object);
const only = (object: string, name: unknown) => records(object).find((record) => record.name === name);
const counts = (more: Readonly<Record<string, number>>) => ({
  create: 0,
  update: 0,
  same: 0,
  conflict: 0,
  left: 0,
  ...more,
});

describe('import', () => {
  it('shows, and with --apply does it; a second time there is nothing to do', async () => {
    const file = fixture('customers.zh-CN.bom.csv');
    const preview = await bring(file, 'customer');
    expect(preview.code).toBe(1);
    expect(preview.out).toContain('  create 2   update 0   same 0   conflict 0   left 0');
    expect(preview.out).toContain('Nothing was written; --apply writes it');
    expect(records('company')).toEqual([]);
    const done = await bring(file, 'customer', '--apply');
    expect(done.err).toContain('2 records: about 1 s at the pace of API keys');
    expect(done.out).toContain('Run 2026-01-10T010000000Z-company; --undo 2026-01-10T010000000Z-company takes it back');
    const customer = only('company', '无锡精控自动化有限公司');
    const [contact] = records('person').filter(({ id }) => id === customer?.tagKeyContactId);
    expect(customer).toMatchObject({
      tagCustomerType: 'SME',
      tagIndustrySegment: 'C38',
      tagBudgetMin: { amountMicros: 300_000_000_000, currencyCode: 'CNY' },
      tagOpeningSince: '2024-03-01',
      createdBy: { source: 'API' },
    });
    expect(contact).toMatchObject({ name: { lastName: '唐国栋' }, jobTitle: '设备部部长', companyId: customer?.id });
    expect(records('tagCredit').find(({ companyId }) => companyId === customer?.id)).toMatchObject({
      rating: 'AA',
      hasOverdue: true,
      overdueCount: 2,
      longestOverdueDays: 15,
    });
    expect(await report(file, 'customer', '--apply')).toMatchObject({ counts: counts({ same: 2 }), failures: [] });
    expect(records('company')).toHaveLength(2);
  });

  it('reads files as people have them', async () => {
    const imported = [
      // Twenty's own export keeps its ids; the contact it names is not in this workspace.
      ['twenty-export-company.csv', 'customer', { create: 1 }, 'Twenty'],
      ['twenty-export-opportunity.csv', 'opportunity', { create: 1 }, 'Twenty'],
      ['registry-layout.csv', 'customer', { create: 3 }, null],
      ['star-headers.csv', 'customer', { update: 1 }, null],
      ['sep-line.csv', 'customer', { same: 1 }, null],
      ['industry.csv', 'customer', { create: 3, update: 1 }, null],
      ['dash-names.csv', 'customer', { create: 1, same: 1, conflict: 4 }, null],
      ['money-words.csv', 'customer', { create: 1, update: 4 }, null],
      ['mixed-encoding.csv', 'customer', { same: 1 }, null],
    ] as const;
    for (const [file, object, expected, layout] of imported) {
      const found = await report(fixture(file), object, '--apply');
      expect({ file, counts: found.counts, layout: found.layout }).toEqual({ file, counts: counts(expected), layout });
    }
    expect(only('company', '测试甲有限公司')).toMatchObject({
      id: '20202020-1111-4111-8111-111111111111',
      tagKeyContactId: expect.not.stringContaining('20202020-2222'),
      annualRevenue: { amountMicros: 1_000_000_000_000, currencyCode: 'JPY' },
    });
    expect(only('opportunity', '测试甲—扩容')).toMatchObject({
      companyId: '20202020-1111-4111-8111-111111111111',
      tagCompetitors: ['甲公司', '乙公司'],
      closeDate: '2026-12-01T00:00:00.000Z',
      ownerId: null,
    });
  });

  it.each([
    ['an array of JSON', 'customers.json'],
    ['lines of JSON', 'customers.ndjson'],
    ['CSV in GB18030', 'customers.zh-CN.gb18030.csv'],
    ['Traditional Chinese', 'customers.zh-TW.csv'],
    ['API names', 'customers.api.csv'],
    ['English', 'customers.en.csv'],
  ])('takes %s, the same customers', async (_what, name) => {
    await bring(fixture('customers.zh-CN.bom.csv'), 'customer', '--apply');
    const { counts: found } = await report(fixture(name), 'customer');
    expect(found).toMatchObject({ create: 0, conflict: 0, left: 0 });
  });

  it('an empty cell empties nothing, and what differs is shown before and after', async () => {
    workspace.insert('company', [
      {
        id: idOf(20),
        name: '甲有限公司',
        tagMatchKey: '甲有限公司',
        tagCustomerType: 'SME',
        tagRegion: 'JIANGSU',
        tagRegisteredAddress: { addressStreet1: '旧路1号', addressCity: '无锡' },
      },
    ]);
    const file = await fileOf('客户名称,客户类型,地域,注册地址\n甲（有限）公司,经销商,,新路2号');
    const { rows, counts: found } = await report(file, 'customer', '--apply');
    expect(found).toEqual(counts({ update: 1 }));
    expect(rows[0]?.changes).toBe('Customer type: SME → Dealer; Legal address: 旧路1号 无锡 → 新路2号');
    expect(only('company', '甲有限公司')).toMatchObject({
      tagCustomerType: 'DEALER',
      tagRegion: 'JIANGSU',
      tagRegisteredAddress: { addressStreet1: '新路2号', addressCity: '无锡' },
    });
  });

  it('leaves out what it cannot read, and says so', async () => {
    const file = await fileOf('客户名称,客户类型,所属行业,员工数量\n甲有限公司,好客户,制造业,很多');
    const { code, rows, counts: found } = await report(file, 'customer', '--apply');
    expect({ code, found }).toEqual({ code: 1, found: counts({ create: 1 }) });
    expect(rows[0]?.problems).toMatch(
      /Employees: is not a number: 很多.*Customer type: is not one of the options: 好客户/,
    );
    expect(only('company', '甲有限公司')).toMatchObject({
      tagCustomerType: null,
      tagEmployees: null,
      tagIndustry: 'C',
    });
    const strict = await report(
      await fileOf('客户名称,客户类型\n乙有限公司,好客户'),
      'customer',
      '--strict',
      '--apply',
    );
    expect(strict).toMatchObject({ counts: counts({ left: 1 }), reasons: { STRICT: 1 } });
    expect(only('company', '乙有限公司')).toBeUndefined();
  });

  it('phones carry their country, without which Twenty refuses them; what cannot be dialled stays out', async () => {
    const file = await fileOf(
      '客户名称,联系人姓名,联系电话\n甲有限公司,李某,139-6171-8800\n乙有限公司,周某,+852 6123 4567\n丙有限公司,吴某,12345',
    );
    const { rows } = await report(file, 'customer', '--apply');
    const phones = (name: string) =>
      records('person').find((one) => (one.name as { lastName: string }).lastName === name)?.phones;
    const china = { primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' };
    expect(phones('李某')).toMatchObject({ primaryPhoneNumber: '139-6171-8800', ...china });
    expect(phones('周某')).toMatchObject({ primaryPhoneNumber: '+85261234567' });
    expect(phones('吴某')).toMatchObject({ primaryPhoneNumber: '' });
    expect(rows.find(({ name }) => name === '丙有限公司')?.problems).toContain('Contact phone');
  });

  it('an owner is found by name, address or id; nobody is guessed', async () => {
    const file = await fileOf(
      `客户名称,客户负责人\n甲有限公司,王员0\n乙有限公司,member-1@example.cn\n丙有限公司,${idOf(2)}\n丁有限公司,张三`,
    );
    const { rows } = await report(file, 'customer', '--apply');
    expect(rows.find(({ name }) => name === '丙有限公司')?.changes).toContain('Account owner: 王员1');
    expect(['甲', '乙', '丙', '丁'].map((name) => only('company', `${name}有限公司`)?.accountOwnerId)).toEqual([
      idOf(1),
      idOf(2),
      idOf(2),
      null,
    ]);
    expect(rows.find(({ name }) => name === '丁有限公司')?.problems).toContain(
      'Account owner: nobody or nothing of that name here',
    );
  });

  it('opportunities go to their customers, products are told by name and model, members by their user', async () => {
    workspace.insert('company', [{ id: idOf(20), name: '甲有限公司' }]);
    const deals = await fileOf(
      '机会名称,客户,负责人,机会来源,金额\n产线,甲有限公司,王员0,展会,120万元\n仓库,没有的公司,,,',
    );
    expect(await report(deals, 'opportunity', '--apply')).toMatchObject({
      counts: counts({ create: 1, conflict: 1 }),
      reasons: { NO_CUSTOMER: 1 },
    });
    expect(only('opportunity', '产线')).toMatchObject({ companyId: idOf(20), ownerId: idOf(1) });
    expect((await report(deals, 'opportunity')).counts).toEqual(counts({ same: 1, conflict: 1 }));
    const products = await fileOf(
      '产品名称,产品型号,产品类别\n伺服驱动器,SD-200,工业自动化\n伺服驱动器,SD-300,工业自动化',
    );
    expect((await report(products, 'product', '--apply')).counts).toEqual(counts({ create: 2 }));
    expect((await report(products, 'product')).counts).toEqual(counts({ same: 2 }));
    const members = await fileOf('姓名,系统用户,职位,入职时间\n王员0,member-0@example.cn,销售代表,2024-01-01');
    expect((await report(members, 'member', '--apply')).counts).toEqual(counts({ create: 1 }));
    const renamed = await fileOf('姓名,系统用户\n王大员,member-0@example.cn');
    expect((await report(renamed, 'member')).counts).toEqual(counts({ update: 1 }));
  });

  describe('the products of an opportunity', () => {
    const products = () => {
      workspace.insert('company', [{ id: idOf(20), name: '甲有限公司' }]);
      workspace.insert('tagProduct', [
        { id: idOf(30), name: '伺服驱动器', model: 'SD-200' },
        { id: idOf(31), name: '伺服驱动器', model: 'SD-300' },
        { id: idOf(32), name: '网关', model: '' },
        { id: idOf(33), name: '减速机', model: 'RV-20' },
        { id: idOf(34), name: '旧品', model: 'X1', deletedAt: '2026-01-01T00:00:00.000Z' },
      ]);
    };
    const offered = (name: string) =>
      records('tagOpportunityItem')
        .filter(({ opportunityId }) => opportunityId === only('opportunity', name)?.id)
        .map(({ productId }) => productId);

    it('are known by name, model, both, or id, each once', async () => {
      products();
      const file = await fileOf(
        `机会名称,客户,机会产品\n一,甲有限公司,伺服驱动器 SD-200；网关\n二,甲有限公司,sd-300、减速机、RV-20\n三,甲有限公司,"[""${idOf(33)}""]"\n四,甲有限公司,`,
      );
      const found = await report(file, 'opportunity', '--apply');
      expect(found).toMatchObject({ code: 0, counts: counts({ create: 4 }), reasons: {} });
      expect(found.rows[0]?.changes).toContain('Products: 伺服驱动器 SD-200; Products: 网关');
      expect(['一', '二', '三', '四'].map(offered)).toEqual([
        [idOf(30), idOf(32)],
        [idOf(31), idOf(33)],
        [idOf(33)],
        [],
      ]);
      expect((await report(file, 'opportunity', '--apply')).counts).toEqual(counts({ same: 4 }));
      expect(records('tagOpportunityItem')).toHaveLength(5);
    });

    it('that are not here, or could be several, are told by name and never guessed', async () => {
      products();
      const file = await fileOf('机会名称,客户,机会产品\n一,甲有限公司,伺服驱动器；网关\n二,甲有限公司,旧品,');
      const preview = join(runs, 'preview.csv');
      const found = await report(file, 'opportunity', '--apply', '--preview', preview);
      expect(found).toMatchObject({
        code: 1,
        counts: counts({ create: 2 }),
        reasons: { SEVERAL_PRODUCTS: 1, NO_PRODUCT: 1 },
      });
      const text = await readFile(preview, 'utf8');
      expect(text).toContain('Products: 伺服驱动器: several are called so here, left out');
      expect(text).toContain('Products: 旧品: not here, left out');
      expect(['一', '二'].map(offered)).toEqual([[idOf(32)], []]);
      expect(await report(file, 'opportunity', '--apply')).toMatchObject({ code: 1, counts: counts({ left: 2 }) });
    });

    it('are added to those it has, and taken back as long as nobody has touched them', async () => {
      products();
      workspace.insert('opportunity', [{ id: idOf(50), name: '一', companyId: idOf(20) }]);
      workspace.insert('tagOpportunityItem', [
        { id: idOf(60), opportunityId: idOf(50), productId: idOf(30), quantity: 12 },
      ]);
      const file = await fileOf(
        '机会名称,客户,机会产品\n一,甲有限公司,SD-200；网关\n二,甲有限公司,网关\n三,甲有限公司,网关\n四,甲有限公司,网关',
      );
      const { counts: found, run: id } = await report(file, 'opportunity', '--apply');
      expect(found).toEqual(counts({ create: 3, update: 1 }));
      expect(offered('一')).toEqual([idOf(30), idOf(32)]);
      const itemOf = (name: string) =>
        records('tagOpportunityItem').find(({ opportunityId }) => opportunityId === only('opportunity', name)?.id);
      await change(workspace, 'tagOpportunityItem', String(itemOf('二')?.id), { quantity: 3 });
      workspace.insert('tagOpportunityItem', [
        { id: idOf(61), opportunityId: String(only('opportunity', '三')?.id), productId: idOf(33) },
      ]);
      const back = await run('import', '--undo', String(id), ...remote(), '--apply');
      expect(back.out).toContain('Undone');
      expect(back.out).toMatch(/left: row 2, tagOpportunityItem \S+: quantity touched since/);
      expect(back.out).toMatch(/left: row 3, opportunity \S+: tagItems touched since/);
      expect(records('opportunity').map(({ name }) => name)).toEqual(['一', '二', '三']);
      expect(['一', '二', '三'].map(offered)).toEqual([[idOf(30)], [idOf(32)], [idOf(32), idOf(33)]]);
    });
  });

  it('never shows sensitive values unless asked, and the key may read them', async () => {
    const file = fixture('customers.zh-CN.bom.csv');
    const preview = join(runs, 'preview.csv');
    const masked = await bring(file, 'customer', '--preview', preview, '--apply');
    const text = masked.out + masked.err + (await readFile(preview, 'utf8'));
    expect(text).not.toMatch(/13961718800|tang@example|1,200,000/);
    expect(text).toContain('Contact phone: •••');
    const seen = await bring(file, 'customer', '--reveal', '--preview', preview);
    expect(seen.code).toBe(1);
    const other = await fileOf('客户名称,年度采购额\n无锡精控自动化有限公司,99万');
    expect((await bring(other, 'customer')).out).toContain('Annual spend: ••• → •••');
    expect((await bring(other, 'customer', '--reveal')).out).toContain('Annual spend: 1,200,000 CNY → 990,000 CNY');
  });
});

describe('a key that may not read everything', () => {
  it('writes nothing it could not put back: what it may not read stays out, and is told', async () => {
    const inside = insideClient(workspace, workspace.apiKey);
    const client = {
      ...inside,
      request: async (query: string, variables?: Readonly<Record<string, unknown>>) => {
        if (query.includes('tagCredits(')) throw new TwentyError('FORBIDDEN', 'permission denied', false);
        return (await inside.request(query, variables)) as never;
      },
    };
    const file = await fileOf('客户名称,客户类型,信用评级\n甲有限公司,经销商,AA');
    const found = await importFile(workspace, file, 'company', { runs, client, reveals: true });
    expect(found.notes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('column "信用评级" was left out'),
    );
    expect(found).toMatchObject({ counts: { create: 1 }, failures: [] });
    expect(records('tagCredit')).toEqual([]);
    expect(only('company', '甲有限公司')).toMatchObject({ tagCustomerType: 'DEALER' });
  });
});

describe('what is not clear', () => {
  const FILE = [
    '客户名称,统一社会信用代码,客户类型,联系人姓名,电子邮箱',
    '同名有限公司,,经销商,,',
    '重复有限公司,,经销商,,',
    '重复有限公司,,中小企业,,',
    '一样有限公司,,经销商,,',
    '一样有限公司,,经销商,,',
    '换码有限公司,91320200MA1NLDMBXE,经销商,,',
    '新名有限公司,,经销商,李某,li@other.cn',
    '有人有限公司,,经销商,新人,',
    '删了有限公司,,经销商,,',
    ',,经销商,,',
    '新的有限公司,,经销商,周某,taken@held.cn',
  ].join('\n');
  const prepare = () => {
    workspace.insert('person', [
      { id: idOf(10), name: { firstName: '', lastName: '老人' } },
      { id: idOf(11), name: { firstName: '', lastName: '周某' }, emails: { primaryEmail: 'taken@held.cn' } },
    ]);
    workspace.insert('company', [
      { id: idOf(20), name: '同名有限公司' },
      { id: idOf(21), name: '同名（有限）公司', tagMatchKey: '同名有限公司' },
      { id: idOf(22), name: '换码有限公司', tagCreditCode: '91310000MA1K35KF8P' },
      { id: idOf(23), name: '旧名有限公司', domainName: { primaryLinkUrl: 'https://www.other.cn' } },
      { id: idOf(24), name: '有人有限公司', tagKeyContactId: idOf(10) },
      { id: idOf(25), name: '删了有限公司', deletedAt: '2026-01-01T00:00:00.000Z' },
      { id: idOf(26), name: '别家有限公司' },
    ]);
    return change(workspace, 'person', idOf(11), { companyId: idOf(26) });
  };

  it('is told with why, and never guessed', async () => {
    await prepare();
    const found = await report(await fileOf(FILE), 'customer', '--apply');
    expect(found.code).toBe(1);
    expect(found.counts).toEqual(counts({ create: 1, same: 1, conflict: 8, left: 1 }));
    expect(found.reasons).toEqual({
      SEVERAL: 1,
      REPEATED: 2,
      SAME_ROW: 1,
      OTHER_CODE: 1,
      MAIL_ALONE: 1,
      OTHER_CONTACT: 1,
      IN_TRASH: 1,
      NAMELESS: 1,
      CONTACT_ELSEWHERE: 1,
    });
    expect(found.rows.find(({ row }) => Number(row) === 2)?.why).toContain('(row 3)');
    expect(found.rows.find(({ row }) => Number(row) === 3)?.why).toContain('(row 2)');
    expect(records('company').map(({ name }) => name)).not.toContain('重复有限公司');
    expect(records('company').filter(({ tagCustomerType }) => tagCustomerType === 'DEALER')).toHaveLength(1);
  });

  it('two rows of one record by different keys: the later is for people to decide', async () => {
    workspace.insert('company', [{ id: idOf(30), name: '旧名有限公司', tagCreditCode: '91310000MA1K35KF8P' }]);
    const file = await fileOf(
      '客户名称,统一社会信用代码,客户类型\n旧名有限公司,,经销商\n新名有限公司,91310000MA1K35KF8P,中小企业',
    );
    const found = await report(file, 'customer', '--apply');
    expect(found).toMatchObject({ counts: counts({ update: 1, conflict: 1 }), reasons: { TWICE: 1 } });
    expect(records('company')).toMatchObject([{ name: '旧名有限公司', tagCustomerType: 'DEALER' }]);
  });

  it('is decided in the preview, and the file given again with it', async () => {
    await prepare();
    const file = await fileOf(FILE);
    const preview = join(runs, 'preview.csv');
    await bring(file, 'customer', '--preview', preview);
    const decided: Readonly<Record<string, string>> = {
      1: idOf(21),
      2: 'skip',
      3: 'new',
      6: idOf(22),
      7: 'new',
      8: idOf(24),
    };
    const lines = (await readFile(preview, 'utf8')).split('\r\n');
    const at = (lines[0] ?? '').split(',').indexOf('decision');
    expect(at).toBe(5);
    const said = lines.map((line) => {
      const [row = ''] = line.split(',');
      return decided[row] ? line.replace(/^((?:[^,]*,){5})/, `$1${decided[row]}`) : line;
    });
    await writeFile(preview, said.join('\r\n'));
    const found = await report(file, 'customer', '--decisions', preview, '--apply');
    expect(found.counts).toEqual(counts({ create: 3, update: 3, same: 1, conflict: 2, left: 2 }));
    expect(records('company').find(({ id }) => id === idOf(21))).toMatchObject({ tagCustomerType: 'DEALER' });
    expect(records('company').find(({ id }) => id === idOf(22))).toMatchObject({ tagCreditCode: '91320200MA1NLDMBXE' });
    const contact = records('company').find(({ id }) => id === idOf(24))?.tagKeyContactId;
    expect(records('person').find(({ id }) => id === contact)).toMatchObject({ name: { lastName: '新人' } });
    const wrong = await fileOf('row,decision\n1,maybe');
    expect(await bring(file, 'customer', '--decisions', wrong)).toMatchObject({
      code: 2,
      err: expect.stringContaining('"maybe" is no decision'),
    });
  });
});

describe('columns', () => {
  it('said once are known in the next file of the layout', async () => {
    const first = await fileOf('某单位,类型说明\n甲有限公司,经销商');
    const before = await bring(first, 'customer');
    expect(before).toMatchObject({ code: 2, err: expect.stringContaining('no column that is known') });
    await bring(first, 'customer', '--map', '某单位=name', '--map', '类型说明=tagCustomerType');
    const next = await fileOf('类型说明,某单位\n经销商,乙有限公司');
    const done = await bring(next, 'customer', '--apply');
    expect(done.err).toContain('Columns as said before of such a file: 某单位=name, 类型说明=tagCustomerType');
    expect(only('company', '乙有限公司')).toMatchObject({ tagCustomerType: 'DEALER' });
    await writeFile(join(runs, 'columns.json'), '{');
    expect(await bring(next, 'customer')).toMatchObject({ code: 2, err: expect.stringContaining('is damaged') });
  });

  it.each([
    [
      'Salesforce',
      'customer',
      'Account Name,Billing Street,Billing City,Billing State/Province,Billing Zip/Postal Code,Billing Country,Employees,Account Owner',
      '甲有限公司,一路1号,无锡,江苏,214000,中国,120,王员0',
      { tagRegion: 'JIANGSU', tagEmployees: 120, accountOwnerId: idOf(1) },
    ],
    [
      'HubSpot',
      'customer',
      'Record ID,Company name,City,State/Region,Postal Code,Country/Region,Number of Employees,Company owner',
      '9912345,甲有限公司,无锡,江苏省,214000,中国,120,王员0',
      { tagRegion: 'JIANGSU', tagEmployees: 120, accountOwnerId: idOf(1) },
    ],
    [
      'Zoho',
      'customer',
      'Record Id,Account Name,Account Owner,Billing Street,Billing City,Billing State,Billing Code,Billing Country',
      'zcrm_1,甲有限公司,王员0,一路1号,无锡,江苏,214000,中国',
      { tagRegion: 'JIANGSU', accountOwnerId: idOf(1) },
    ],
    [
      '纷享销客',
      'customer',
      '客户名称,客户编号,客户级别,负责人,省,市,详细地址',
      '甲有限公司,K1,重要客户,王员0,江苏省,无锡市,一路1号',
      { tagRegion: 'JIANGSU', accountOwnerId: idOf(1) },
    ],
  ])('of an export of %s are known', async (layout, object, header, line, expected) => {
    const found = await report(await fileOf(`${header}\n${line}`), object, '--apply');
    expect(found).toMatchObject({ layout, counts: counts({ create: 1 }) });
    expect(only('company', '甲有限公司')).toMatchObject({
      ...expected,
      tagRegisteredAddress: { addressCity: expect.stringContaining('无锡') },
    });
  });

  it.each([
    [
      'Salesforce',
      'Opportunity Name,Account Name,Opportunity Owner,Close Date,Amount',
      '产线,甲有限公司,王员0,2026-12-01,5000',
    ],
    [
      'HubSpot',
      'Record ID,Deal Name,Associated Company,Deal owner,Close Date,Amount',
      '1,产线,甲有限公司,王员0,2026-12-01,5000',
    ],
    [
      'Zoho',
      'Record Id,Deal Name,Account Name,Deal Owner,Closing Date,Amount',
      'z1,产线,甲有限公司,王员0,2026-12-01,5000',
    ],
    ['纷享销客', '商机名称,客户名称,负责人,预计成交日期,商机金额', '产线,甲有限公司,王员0,2026-12-01,5000'],
  ])('of opportunities from %s too', async (layout, header, line) => {
    workspace.insert('company', [{ id: idOf(20), name: '甲有限公司' }]);
    expect(await report(await fileOf(`${header}\n${line}`), 'opportunity', '--apply')).toMatchObject({
      layout,
      counts: counts({ create: 1 }),
    });
    expect(only('opportunity', '产线')).toMatchObject({
      companyId: idOf(20),
      ownerId: idOf(1),
      closeDate: '2026-12-01T00:00:00.000Z',
      amount: { amountMicros: 5_000_000_000 },
    });
  });
});

describe('undo', () => {
  it('shows, and with --apply puts back what nobody has touched, and lists what somebody has', async () => {
    workspace.insert('company', [{ id: idOf(20), name: '丙有限公司', tagCustomerType: 'SME' }]);
    const file = await fileOf(
      '客户名称,客户类型,联系人姓名\n甲有限公司,经销商,李某\n乙有限公司,经销商,\n丙有限公司,经销商,\n丁有限公司,经销商,',
    );
    const { run: id } = await report(file, 'customer', '--apply');
    await change(workspace, 'company', String(only('company', '乙有限公司')?.id), { tagRegion: 'JIANGSU' });
    workspace.insert('opportunity', [
      { id: idOf(50), name: '产线', companyId: String(only('company', '丁有限公司')?.id) },
    ]);
    const undo = (...more: readonly string[]) => run('import', '--undo', String(id), ...remote(), ...more);
    const preview = await undo();
    expect(preview.code).toBe(1);
    expect(preview.out).toContain('2 rows, 2 new records of them into the trash');
    expect(preview.out).toMatch(/left: row 2, company \S+: tagRegion touched since/);
    expect(preview.out).toMatch(/left: row 4, company \S+: opportunities touched since/);
    expect(only('company', '甲有限公司')).toBeDefined();
    expect(await undo('--apply', '--json')).toMatchObject({ code: 1 });
    expect(records('company').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['乙有限公司', '丙有限公司', '丁有限公司']),
    );
    expect(only('company', '甲有限公司')).toBeUndefined();
    expect(records('person')).toEqual([]);
    expect(only('company', '丙有限公司')).toMatchObject({ tagCustomerType: 'SME' });
    const again = await undo('--apply', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ undone: 0, already: 2, touchedRows: 2 });
  });

  it('needs the key or the passphrase the import was made with', async () => {
    const file = await fileOf('客户名称\n甲有限公司');
    const { run: byKey } = await report(file, 'customer', '--apply');
    const other = await run(
      'import',
      '--undo',
      String(byKey),
      '--url',
      server.url,
      '--key',
      workspace.applicationToken,
      '--runs',
      runs,
    );
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read with this key') });
    vi.stubEnv('TAG_POLICY_PASSPHRASE', 'correct horse battery staple');
    vi.setSystemTime(new Date('2026-01-10T02:00:00.000Z'));
    const { run: byPhrase } = await report(await fileOf('客户名称\n乙有限公司'), 'customer', '--apply');
    vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
    expect(await run('import', '--undo', String(byPhrase), ...remote())).toMatchObject({
      code: 2,
      err: expect.stringContaining('was encrypted with a passphrase; give it'),
    });
  });
});

describe('wrong use', () => {
  it.each([
    ['neither file nor run', [], 'give a file, or --undo RUN'],
    ['no object', ['nowhere.csv'], 'say by --object what the records are'],
    ['no such file', ['nowhere.csv', '--object', 'customer'], 'there is no file nowhere.csv'],
    ['no such run', ['--undo', 'nothing'], 'there is no run nothing'],
    ['a picture', [fixture('html.xls'), '--object', 'customer'], 'is an HTML table'],
    [
      'no such tag',
      [fixture('sep-line.csv'), '--object', 'customer', '--map', '客户名称=nothing'],
      'there is no tag "nothing"',
    ],
  ])('%s', async (_what, args, words) => {
    const { code, err } = await run('import', ...args, ...remote());
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('a file whose columns are not clear is shown, and not written', async () => {
    const file = await fileOf('客户名称,name,客户类型\n甲有限公司,乙有限公司,经销商');
    expect((await bring(file, 'customer')).code).toBe(1);
    expect(await bring(file, 'customer', '--apply')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is the same tag as'),
    });
    expect(records('company')).toEqual([]);
  });

  it('a key that may not write is told before anything is read of it', async () => {
    const wrong = await run(
      'import',
      fixture('sep-line.csv'),
      '--object',
      'customer',
      '--url',
      server.url,
      '--key',
      'wrong-key',
      '--runs',
      runs,
    );
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('does not accept the key') });
  });
});

describe('as a process', () => {
  it('killed while it writes, it goes on when called again, and takes the lock of the one that is gone', async () => {
    const rows = Array.from(
      { length: 900 },
      (_unused, at) => `第${at}号机械有限公司,中小企业,王${at},w${at}@firm${at}.cn`,
    );
    const file = await fileOf(['客户名称,客户类型,联系人姓名,电子邮箱', ...rows].join('\n'));
    const answer = workspace.answer.bind(workspace);
    let batches = 0;
    const process = start(['import', file, '--object', 'customer', '--apply', ...remote()]);
    workspace.answer = async (token, query, variables) => {
      const answered = await answer(token, query, variables);
      if (query.includes('createCompanies')) batches += 1;
      // The second batch is written when the process is gone, and never hears of it.
      if (batches === 2) process.kill('SIGKILL');
      return answered;
    };
    expect(await process.ended).toMatchObject({ signal: 'SIGKILL' });
    workspace.answer = answer;
    expect(records('company').length).toBeGreaterThanOrEqual(400);
    const done = await report(file, 'customer', '--apply');
    expect(done).toMatchObject({ isResumed: true, counts: counts({ create: 900 }), failures: [] });
    expect(new Set(records('company').map(({ name }) => name)).size).toBe(900);
    expect(records('company')).toHaveLength(900);
    expect(records('person').every(({ companyId }) => companyId !== null)).toBe(true);
    expect(records('person')).toHaveLength(900);
  });
});

describe('limits', () => {
  it('of Twenty are waited for, and said', async () => {
    const limited = createWorkspace({ app, clock: clock.read, limits: { API: { calls: 4, windowMs: 60_000 } } });
    limited.intercept(() => []);
    const told: string[] = [];
    const pace = {
      tell: (line: string) => told.push(line),
      // Time passes by being waited for alone.
      sleep: async (milliseconds: number) => clock.pass(milliseconds / 60_000),
      elapsed: () => clock.now.getTime(),
    };
    const other = await serveWorkspace(limited, { port: 0 });
    const rows = Array.from({ length: 700 }, (_unused, at) => `第${at}号机械有限公司,中小企业`);
    const file = await fileOf(['客户名称,客户类型', ...rows].join('\n'));
    const client = workspaceClient(other.url, limited.apiKey, pace);
    const found = await importFile(limited, file, 'company', { runs, client });
    await other.close();
    expect(found).toMatchObject({ counts: { create: 700 }, failures: [] });
    expect(limited.records('company')).toHaveLength(700);
    expect(told.join('\n')).toContain('takes nothing for now; asking again in');
  });
});
