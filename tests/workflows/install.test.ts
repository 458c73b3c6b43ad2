import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import { workspaceHandlers } from '../../plugin/embedded/handlers.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { dictionaryRows } from '../../workflows/dictionary/dictionary-rows.ts';
import { entryId } from '../../workflows/dictionary/entry-id.ts';
import { recordId } from '../../workflows/run/record-id.ts';
import { VERSION } from '../../workflows/version.ts';
import { builtApp } from '../built-app.ts';
import { fetchServer } from '../fetch-server.ts';
import { probeManifest } from '../plugin/embedded/probe-manifest.ts';

const NOW = new Date('2026-06-15T01:00:00.000Z');
const server = fetchServer();
let app: BuiltApp;
let workspace: Workspace;

beforeAll(async () => {
  app = await builtApp();
  server.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  workspace = createWorkspace({ app });
  // As a team that speaks Chinese has it.
  workspace.setVariable('NOTICE_LANGUAGE', 'zh-CN');
  server.resetHandlers(...workspaceHandlers(workspace));
});
afterEach(() => vi.useRealTimers());

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'aaaaaaaa-0000-4000-8000-000000000002';
const SME = entryId('company', 'tagCustomerType', 'SME');
const request = async (query: string, variables: Record<string, unknown> = {}): Promise<void> => {
  await workspace.client(workspace.apiKey).request(query, variables);
  await workspace.settle();
};
const updateDefinition = (id: string, data: Record<string, unknown>): Promise<void> =>
  request('mutation($i:UUID!,$d:TagDefinitionUpdateInput!){updateTagDefinition(id:$i,data:$d){id}}', {
    i: id,
    d: data,
  });
const createDefinition = (data: Record<string, unknown>): Promise<void> =>
  request('mutation($d:TagDefinitionCreateInput!){createTagDefinition(data:$d){id}}', { d: data });
const one = (object: string, id: string) => {
  const row = workspace.records(object, true).find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no ${object} ${id}`);
  return row;
};
const runsOf = (name: string) => workspace.runs.filter((run) => run.name === name);

describe('the first installation', () => {
  it('fills the dictionary in 200 a call and notes the version', async () => {
    await workspace.install();
    const rows = dictionaryRows('zh-CN');
    expect(workspace.records('tagDefinition').map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(one('tagDefinition', SME)).toMatchObject({ term: '中小企业', status: 'APPROVED' });
    expect(workspace.records('tagSweep').find(({ key }) => key === 'install')).toMatchObject({
      version: VERSION,
      name: '安装',
      finishedAt: NOW.toISOString(),
    });
    expect(runsOf('post-install')).toMatchObject([{ error: null, result: { defined: rows.length } }]);
    // The rows wake the hook of the dictionary, which sees that they are the application's own and asks nothing.
    expect(runsOf('follow-tag-definition').length).toBeGreaterThan(0);
    for (const run of runsOf('follow-tag-definition')) expect(run).toMatchObject({ apiCalls: 0, error: null });
  });

  it('judges what was there before, without a log or a task', async () => {
    workspace.insert('company', [{ id: A, name: '无锡精控自动化有限公司', tagIndustry: 'C', tagCustomerType: 'SME' }]);
    workspace.insert('tagMember', [{ id: B, name: '王志强' }]);
    await workspace.install();
    expect(one('company', A)).toMatchObject({ tagCompleteness: 100, tagProblemSummary: '' });
    expect(one('tagMember', B).tagProblemSummary).toContain('职位');
    expect(workspace.records('tagLog')).toEqual([]);
    expect(workspace.records('task')).toEqual([]);
  });

  it('a second time writes no definition and changes no record', async () => {
    workspace.insert('company', [{ id: A, name: '无锡精控自动化有限公司' }]);
    await workspace.install();
    const company = one('company', A);
    const definitions = workspace.records('tagDefinition');
    vi.setSystemTime('2026-06-15T02:00:00.000Z');
    await workspace.install();
    expect(workspace.records('tagDefinition')).toEqual(definitions);
    expect(one('company', A)).toEqual(company);
    expect(runsOf('post-install').at(-1)).toMatchObject({ result: { defined: 0, records: { judged: 1, written: 0 } } });
  });

  it('is in the language of notices, and follows it at the next', async () => {
    workspace.setVariable('NOTICE_LANGUAGE', 'zh-TW');
    await workspace.install();
    expect(one('tagDefinition', SME)).toMatchObject({ term: '中小企業', name: '客戶 / 客戶類型 / 中小企業' });
    workspace.setVariable('NOTICE_LANGUAGE', 'en');
    await workspace.install(VERSION);
    expect(one('tagDefinition', SME)).toMatchObject({ term: 'SME', name: 'Customer / Customer type / SME' });
  });

  it('keeps what a person edited, retired or deleted', async () => {
    await workspace.install();
    const dealer = entryId('company', 'tagCustomerType', 'DEALER');
    const startup = entryId('company', 'tagCustomerType', 'STARTUP');
    await updateDefinition(SME, { definition: '员工少于三百人的企业客户' });
    await updateDefinition(dealer, { status: 'RETIRED' });
    await request('mutation($i:UUID!){deleteTagDefinition(id:$i){id}}', { i: startup });
    workspace.setVariable('NOTICE_LANGUAGE', 'en');
    await workspace.install(VERSION);
    expect(one('tagDefinition', SME)).toMatchObject({ term: '中小企业', definition: '员工少于三百人的企业客户' });
    expect(one('tagDefinition', dealer)).toMatchObject({ term: '经销商', status: 'RETIRED' });
    expect(one('tagDefinition', startup).deletedAt).not.toBeNull();
    expect(one('tagDefinition', entryId('company', 'tagCustomerType'))).toMatchObject({ term: 'Customer type' });
  });
});

/** What an installation of some version wrote down. */
const noteInstalled = (version: string, finishedAt: string | null = '2026-05-01T00:00:00.000Z') =>
  workspace.insert('tagSweep', [
    { id: recordId('tagSweep:install'), key: 'install', name: '安装', version, startedAt: finishedAt, finishedAt },
  ]);
const theNote = () => workspace.records('tagSweep').filter(({ key }) => key === 'install');
const byHand = (hook: 'pre-install' | 'post-install', payload: Record<string, unknown> = {}) =>
  workspace.runFunction(hook, payload, 'install');

describe('a first installation that is cut off', () => {
  const COMPANY = { id: A, name: '无锡精控自动化有限公司' };
  const failFrom = (pattern: RegExp): void =>
    server.use(
      http.post(`${workspace.url}/graphql`, async ({ request: sent }) => {
        const { query } = (await sent.clone().json()) as { query: string };
        const error = { message: 'no', extensions: { code: 'FORBIDDEN' } };
        return pattern.test(query) ? HttpResponse.json({ errors: [error] }) : undefined;
      }),
    );

  it('is still the first when it is called again, and what it judged stays', async () => {
    workspace.insert('company', [COMPANY]);
    workspace.insert('tagProduct', [{ id: B, name: '控制器', model: 'C-1' }]);
    // Customers are judged before products.
    failFrom(/tagProducts\(filter:\$f0/);
    await expect(byHand('post-install')).rejects.toThrow('no');
    expect(theNote()).toMatchObject([{ version: VERSION, startedAt: NOW.toISOString(), finishedAt: null }]);
    expect(await workspace.checkHealth()).toMatchObject({
      description: expect.stringContaining('安装步骤尚未执行完毕'),
    });
    server.resetHandlers(...workspaceHandlers(workspace));
    vi.setSystemTime('2026-06-16T01:00:00.000Z');
    await byHand('post-install');
    expect(theNote()).toMatchObject([{ version: VERSION, finishedAt: '2026-06-16T01:00:00.000Z' }]);
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(one('tagProduct', B)).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(workspace.records('tagLog')).toEqual([]);
    expect(workspace.records('task')).toEqual([]);
  });
});

describe('an upgrade', () => {
  it('judges anew as on any other day', async () => {
    noteInstalled('0.0.9');
    workspace.insert('company', [{ id: A, name: '无锡精控自动化有限公司' }]);
    await workspace.install('0.0.9');
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    expect(workspace.records('tagLog').length).toBeGreaterThan(0);
    expect(theNote()).toMatchObject([{ version: VERSION, finishedAt: NOW.toISOString() }]);
  });

  it('is one though nobody says so, as when its step is run by hand', async () => {
    await workspace.install();
    workspace.insert('company', [{ id: A, name: '无锡精控自动化有限公司' }]);
    await byHand('post-install');
    expect(workspace.records('tagLog').length).toBeGreaterThan(0);
  });

  it('of the same version is none', async () => {
    await workspace.install(VERSION);
    expect(runsOf('post-install')).toMatchObject([{ error: null, result: { records: { isFinished: true } } }]);
  });

  it.each([
    ['by hand', undefined],
    ['though Twenty speaks of an older one', '0.0.9'],
  ])('back to an older version is refused by the note alone, %s, by either step', async (_how, previousVersion) => {
    const [note] = noteInstalled('99.0.0');
    const payload = { newVersion: VERSION, ...(previousVersion ? { previousVersion } : {}) };
    await expect(byHand('pre-install', payload)).rejects.toThrow('已安装版本 99.0.0');
    await expect(byHand('post-install', payload)).rejects.toThrow('已安装版本 99.0.0');
    expect(theNote()).toEqual([note]);
    expect(workspace.records('tagDefinition')).toEqual([]);
  });

  it('is refused too where the later version was cut off at its first', async () => {
    noteInstalled('99.0.0', null);
    await expect(byHand('post-install')).rejects.toThrow('已安装版本 99.0.0');
  });

  it.each([
    ['zh-CN', `已安装版本 99.0.0，${VERSION} 较旧`],
    ['zh-TW', `已安裝版本 99.0.0，${VERSION} 較舊`],
    ['en', `Version 99.0.0 is installed, and ${VERSION} is older`],
  ])('back to an older version is refused, in %s, before anything is written', async (language, words) => {
    workspace.setVariable('NOTICE_LANGUAGE', language);
    await expect(workspace.install('99.0.0')).rejects.toThrow(words);
    expect(workspace.records('tagDefinition')).toEqual([]);
    expect(runsOf('post-install')).toEqual([]);
  });
});

describe('the step before an installation', () => {
  it.each([
    [
      'there is no such object yet',
      {
        errors: [
          { message: 'Unknown type "TagSweepFilterInput".' },
          { message: 'Cannot query field "tagSweeps" on type "Query".' },
        ],
      },
    ],
    ['the application may read nothing yet', { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] }],
    ['the server falters', { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }],
  ])('lets a first one go ahead where %s, and asks once', async (_what, answer) => {
    let asked = 0;
    server.use(
      http.post(`${workspace.url}/graphql`, () => {
        asked += 1;
        return HttpResponse.json(answer);
      }),
    );
    await byHand('pre-install', { newVersion: VERSION });
    expect(asked).toBe(1);
  });

  it('in a workspace without the objects of the application', async () => {
    const logicFunctions = app.manifest.logicFunctions.filter(({ name }) => name === 'pre-install');
    workspace = createWorkspace({ app: { ...app, manifest: { ...probeManifest, logicFunctions } } });
    server.resetHandlers(...workspaceHandlers(workspace));
    await byHand('pre-install', { newVersion: VERSION });
    expect(runsOf('pre-install')).toMatchObject([{ error: null, apiCalls: 1 }]);
  });
});

describe('a server that falters', () => {
  it('the install step is tried again and ends what it began', async () => {
    let asked = 0;
    server.use(
      http.post(`${workspace.url}/graphql`, () => {
        asked += 1;
        const error = { message: 'no', extensions: { code: 'FORBIDDEN' } };
        // The first is the step before, which goes ahead all the same.
        return asked <= 3 ? HttpResponse.json({ errors: [error] }) : undefined;
      }),
    );
    await workspace.install();
    expect(runsOf('post-install').map(({ error }) => error)).toEqual(['TwentyError: no', 'TwentyError: no', null]);
    expect(workspace.records('tagDefinition')).toHaveLength(dictionaryRows('zh-CN').length);
  });

  it('after three tries it is given up', async () => {
    const error = { message: 'no', extensions: { code: 'FORBIDDEN' } };
    server.use(http.post(`${workspace.url}/graphql`, () => HttpResponse.json({ errors: [error] })));
    await expect(workspace.install()).rejects.toThrow('no');
    expect(runsOf('post-install')).toHaveLength(3);
  });
});

describe('before the application goes', () => {
  const open = () => workspace.records('task').filter(({ status }) => status !== 'DONE');

  it("its open tasks are closed, and nobody else's", async () => {
    await workspace.install();
    const member = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    await request('mutation($d:CompanyCreateInput!){createCompany(data:$d){id}}', {
      d: { id: A, name: '无锡精控自动化有限公司', accountOwnerId: member.id },
    });
    await request('mutation($d:TagChangeNoticeCreateInput!){createTagChangeNotice(data:$d){id}}', {
      d: { id: B, kind: 'NAME', companyId: A },
    });
    workspace.insert('task', [
      { title: '打电话', status: 'TODO', createdBy: { source: 'MANUAL', name: '王志强' } },
      { title: '别的应用', status: 'TODO', createdBy: { source: 'APPLICATION', name: 'Another app' } },
    ]);
    expect(open().length).toBeGreaterThan(2);
    await workspace.uninstall();
    expect(open().map(({ title }) => title)).toEqual(['打电话', '别的应用']);
    expect(runsOf('uninstall')).toMatchObject([{ error: null, apiCalls: 3 }]);
  });

  it('nothing is done where nothing was judged', async () => {
    await workspace.uninstall();
    expect(runsOf('uninstall')).toMatchObject([{ error: null, apiCalls: 1, result: { closedTasks: 0 } }]);
  });
});

describe('a tag that a person adds', () => {
  const entry = {
    id: A,
    name: '合资企业',
    objectName: 'company',
    tag: 'tagCustomerType',
    option: 'JOINT_VENTURE',
    term: '合资企业',
    definition: '由中外双方共同出资设立的企业',
  };
  beforeEach(() => workspace.install());

  it('is a draft; in order, it may be accepted', async () => {
    await createDefinition(entry);
    expect(one('tagDefinition', A)).toMatchObject({ status: 'DRAFT', problems: '' });
    await updateDefinition(A, { status: 'APPROVED' });
    expect(one('tagDefinition', A)).toMatchObject({ status: 'APPROVED', problems: '' });
    // What is told of it, the task that is over, and what was judged.
    expect(runsOf('follow-tag-definition').at(-1)).toMatchObject({ apiCalls: 3, result: { judged: 1, written: 3 } });
    await updateDefinition(A, { usage: '用于合资企业' });
    expect(runsOf('follow-tag-definition').at(-1)).toMatchObject({ apiCalls: 1, result: { judged: 1, written: 0 } });
  });

  it('accepted without a definition goes back to a draft that says why, until it has one', async () => {
    await createDefinition({ ...entry, definition: '', status: 'APPROVED' });
    expect(one('tagDefinition', A)).toMatchObject({
      status: 'DRAFT',
      problems: '定义：缺少至少 8 个字的定义（3.1.10）',
    });
    await updateDefinition(A, { definition: entry.definition });
    expect(one('tagDefinition', A)).toMatchObject({ status: 'DRAFT', problems: '' });
  });

  it('of a name that is taken is told so until the other goes', async () => {
    await createDefinition(entry);
    await createDefinition({ ...entry, id: B, option: 'JV', status: 'APPROVED' });
    expect(one('tagDefinition', B)).toMatchObject({ status: 'DRAFT', problems: '名称：另有记录使用相同名称（3.1.9）' });
    await request('mutation($i:UUID!){deleteTagDefinition(id:$i){id}}', { i: A });
    expect(one('tagDefinition', B)).toMatchObject({ status: 'DRAFT', problems: '' });
  });

  it('a row of the policy that loses its definition is no longer accepted', async () => {
    await updateDefinition(SME, { definition: '' });
    expect(one('tagDefinition', SME)).toMatchObject({ status: 'DRAFT' });
  });

  it('people cannot write the problems', async () => {
    await createDefinition(entry);
    const member = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    const answer = await workspace.answer(
      member.token,
      `mutation{updateTagDefinition(id:"${A}",data:{problems:""}){id}}`,
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the health check', () => {
  const well = async (): Promise<void> => {
    const reviewer = workspace.addMember({ firstName: '国栋', lastName: '唐', email: 'tang@example.cn' });
    workspace.insert('tagMember', [
      { id: A, name: '唐国栋', workspaceMemberId: reviewer.id, duties: ['REVIEWER', 'TAG_MANAGER', 'SUPERVISOR'] },
    ]);
    await workspace.install();
  };

  it('all well: OK, in two calls', async () => {
    await well();
    expect(await workspace.checkHealth()).toEqual({ status: 'OK' });
    expect(runsOf('health-check')).toMatchObject([{ apiCalls: 2, trigger: 'health', error: null }]);
  });

  it('tells the worst first, then everything with what to do, in the language of notices', async () => {
    await well();
    workspace.addMember({ firstName: '晓梅', lastName: '林', email: 'lin@example.cn' });
    workspace.setVariable('DAY_ENDS_AT', '25:00');
    await request('mutation($i:UUID!){updateTagMember(id:$i,data:{duties:[TAG_MANAGER,SUPERVISOR]}){id}}', { i: A });
    workspace.insert('tagChangeNotice', [{ id: B, name: '变更', status: 'OVERDUE' }]);
    workspace.insert('company', [{ name: '甲', tagCheckState: 'OVERDUE' }]);
    const result = (await workspace.checkHealth()) as { status: string; title: string; description: string };
    expect(result).toMatchObject({
      status: 'ERROR',
      title: '没有成员担任“审核人员”',
      action: { label: '打开“销售团队”', location: '/objects/tagMembers' },
    });
    expect(result.description.split('\n').map((line) => line.split(' → ')[0])).toEqual([
      '没有成员担任“审核人员”',
      '1 位用户没有销售团队档案：林晓梅',
      '1 条变更通知已逾期',
      '1 项标签检查已逾期：客户 1',
      '设置 DAY_ENDS_AT 的值“25:00”无法使用，暂以“24:00”代替',
    ]);
    for (const line of result.description.split('\n')) expect(line).toMatch(/ → \S/);
  });

  it('a warning alone is one', async () => {
    await well();
    vi.setSystemTime('2026-06-15T03:00:00.001Z');
    workspace.setVariable('NOTICE_LANGUAGE', 'en');
    expect(await workspace.checkHealth()).toMatchObject({
      status: 'WARNING',
      title: 'The sweep “hourly” last finished 2 hours ago',
    });
  });

  it('a team of more than a page is counted whole', async () => {
    await well();
    for (let at = 0; at < 200; at += 1) {
      workspace.addMember({ firstName: `${at}`, lastName: 'U', email: `u${at}@example.cn` });
    }
    workspace.setVariable('NOTICE_LANGUAGE', 'en');
    expect(await workspace.checkHealth()).toMatchObject({
      status: 'WARNING',
      title: expect.stringContaining('Users without a profile in the sales team: 200'),
    });
  });
});
