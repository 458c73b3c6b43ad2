import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import { workspaceHandlers } from '../../plugin/embedded/handlers.ts';
import type { Row } from '../../plugin/embedded/table.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { createClient } from '../../workflows/gateway/client.ts';
import { recordId } from '../../workflows/run/record-id.ts';
import { readSettings } from '../../workflows/settings.ts';
import { runDueSweep, runFullSweep, type SweepEnvironment } from '../../workflows/sweep/run-sweep.ts';
import { builtApp } from '../built-app.ts';
import { fetchServer } from '../fetch-server.ts';
import { agreementOf, idOf } from './support.ts';

const server = fetchServer();
let app: BuiltApp;

beforeAll(async () => {
  app = await builtApp();
  server.listen();
});
afterAll(() => server.close());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-28T01:00:00.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const start = (twenty: '2.21' | '2.43' = '2.43'): Workspace => {
  const workspace = createWorkspace({ app, server: twenty });
  workspace.setVariable('NOTICE_LANGUAGE', 'en');
  // What records that were let in lack is asked for day by day: that is proved in hooks/completion.test.ts.
  workspace.setVariable('COMPLETIONS_A_DAY', '0');
  server.resetHandlers(...workspaceHandlers(workspace));
  return workspace;
};
const sweep = (workspace: Workspace) => workspace.runFunction('sweep', {}, 'cron');
const callsOf = (workspace: Workspace): number => workspace.runs.at(-1)?.apiCalls ?? 0;
const errorsOf = (workspace: Workspace) => workspace.runs.filter((run) => run.error !== null);

const codesOf = (record: Row | undefined) =>
  ((record?.tagProblems ?? []) as readonly { readonly code: string }[]).map(({ code }) => code);
const customers = (count: number, from = 0): Record<string, unknown>[] =>
  Array.from({ length: count }, (_unused, at) => ({
    name: `第${from + at}号精密机械有限公司`,
    tagCustomerType: 'SME',
    tagIndustry: 'C',
  }));

/** What a second sweep would write: everything but the stamps of writing. */
const standing = (workspace: Workspace, object: string): readonly Record<string, unknown>[] =>
  workspace
    .records(object)
    .map(({ updatedAt: _at, updatedBy: _by, searchVector: _vector, position: _position, ...row }: Row) => row)
    .sort((left, right) => String(left.id).localeCompare(String(right.id)));

describe('duplicates, whatever their spelling', () => {
  const FIRST = '00000000-0000-4000-8000-000000000001';
  const LAST = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
  const spelled = (id: string, name: string) => ({ id, name, tagCustomerType: 'SME', tagIndustry: 'C' });
  const codes = (workspace: Workspace, id: string) => {
    const found = workspace.records('company').find((row) => row.id === id)?.tagProblems;
    return ((found ?? []) as readonly { code: string }[]).map(({ code }) => code);
  };

  const CODE = '91350100M000100Y43';
  const near = FIRST.replace(/1$/, '2');
  const three = (): Record<string, unknown>[] => [
    spelled(FIRST, '无锡精控（集团）有限公司'),
    spelled(near, '無錫精控集團有限公司'),
    spelled(LAST, '无锡精控 (集团) 有限公司'),
  ];
  const all = (workspace: Workspace) => [FIRST, near, LAST].map((id) => codes(workspace, id));
  const ALL = Array(3).fill(['NAME_DUPLICATE']);

  it('are found by the first sweep, however many pages lie between, and the second writes nothing', async () => {
    const workspace = start();
    // Nothing is asked for on the next day.
    workspace.setVariable('COMPLETIONS_A_DAY', '0');
    workspace.insert('company', [...three(), ...customers(450)]);
    await sweep(workspace);
    expect(all(workspace)).toEqual(ALL);
    vi.setSystemTime('2026-09-29T01:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'FULL', written: 0, failures: 0 });
    expect(all(workspace)).toEqual(ALL);
    expect(errorsOf(workspace)).toEqual([]);
  });

  it('are found by the installation, which makes no task of them', async () => {
    const workspace = start();
    workspace.insert('company', [...three(), ...customers(450)]);
    await workspace.install();
    expect(all(workspace)).toEqual(ALL);
    expect(workspace.records('task')).toEqual([]);
    expect(workspace.records('tagLog')).toEqual([]);
  });

  it('are found by a sweep that ran out of time between them', async () => {
    const workspace = start();
    workspace.insert('company', [...three(), ...customers(450)]);
    for (let isFinished = false; !isFinished; ) {
      let looks = 0;
      ({ isFinished } = await runDueSweep(environmentOf(workspace, () => looks++ >= 2)));
    }
    expect(all(workspace)).toEqual(ALL);
  });

  it.each([
    ['FULL', '2026-09-29T01:00:00.000Z'],
    ['HOURLY', '2026-09-28T02:00:00.000Z'],
  ])('are found by the first %s sweep after a customer whose event was lost', async (mode, when) => {
    const workspace = start();
    const [first, second, third] = three();
    workspace.insert('company', [first as Row, ...customers(450)]);
    await sweep(workspace);
    expect(codes(workspace, FIRST)).toEqual([]);
    vi.setSystemTime('2026-09-28T01:50:00.000Z');
    workspace.insert('company', [second as Row, third as Row]);
    vi.setSystemTime(when);
    await expect(sweep(workspace)).resolves.toMatchObject({ mode });
    expect(all(workspace)).toEqual(ALL);
  });

  it('are found where the event of a new name, or of a code, was lost', async () => {
    const workspace = start();
    const [first, , third] = three();
    workspace.insert('company', [
      { ...(first as Row), tagCreditCode: CODE },
      { ...(third as Row), name: '苏州恒达机械有限公司' },
      ...customers(450),
    ]);
    await sweep(workspace);
    expect(codes(workspace, LAST)).toEqual([]);
    workspace.intercept(() => []);
    const query = 'mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}';
    const data = { name: '无锡精控 (集团) 有限公司', tagCreditCode: ` ${CODE.toLowerCase()}` };
    await workspace.client(workspace.apiKey).request(query, { i: LAST, d: data });
    vi.setSystemTime('2026-09-29T01:00:00.000Z');
    await sweep(workspace);
    for (const id of [FIRST, LAST])
      expect(codes(workspace, id)).toEqual(expect.arrayContaining(['NAME_DUPLICATE', 'CREDIT_CODE_DUPLICATE']));
  });

  it('of products are found as those of customers', async () => {
    const workspace = start();
    const product = (id: string, name: string) => ({ id, name, model: 'DG-200', category: 'HARDWARE' });
    const others = Array.from({ length: 250 }, (_unused, at) => ({
      name: `产品${at}`,
      model: 'X',
      category: 'HARDWARE',
    }));
    workspace.insert('tagProduct', [product(FIRST, '網關'), product(LAST, '网关'), ...others]);
    await sweep(workspace);
    const told = (id: string) =>
      JSON.stringify(workspace.records('tagProduct').find((row) => row.id === id)?.tagProblems);
    expect([told(FIRST), told(LAST)].every((problems) => problems.includes('NAME_DUPLICATE'))).toBe(true);
  });
});

describe('a full sweep', () => {
  it('judges records that no event told of, and a second one writes nothing', async () => {
    const workspace = start();
    workspace.insert('company', customers(450));
    const first = await sweep(workspace);
    expect(errorsOf(workspace)).toEqual([]);
    expect(first).toMatchObject({ mode: 'FULL', judged: 450, failures: 0, isFinished: true });
    expect(workspace.records('company').every((row) => row.tagReviewStatus === 'PENDING')).toBe(true);
    const before = standing(workspace, 'company');
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'FULL', judged: 450, written: 0 });
    expect(standing(workspace, 'company')).toEqual(before);
  });
});

describe('a deal in a later stage that no event told of', () => {
  it.each([
    ['from before the application', '2026-09-27T01:00:00.000Z', false],
    ['from after it came', '2026-09-28T02:00:00.000Z', true],
  ])('%s is flagged: %s, %s', async (_what, createdAt, isFlagged) => {
    const workspace = start();
    workspace.insert('company', customers(1));
    await sweep(workspace);
    workspace.insert('opportunity', [{ name: '二期', tagStage: 'SIGNED', createdAt }]);
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    await sweep(workspace);
    const [deal] = workspace.records('opportunity');
    const codes = ((deal?.tagProblems ?? []) as readonly { code: string }[]).map(({ code }) => code);
    expect(codes.some((code) => code.startsWith('STAGE_'))).toBe(isFlagged);
    expect(errorsOf(workspace)).toEqual([]);
  });
});

describe('the key of the memory', () => {
  it('is made by the first run that finds none, and kept', async () => {
    const workspace = start();
    workspace.insert('company', customers(1));
    await sweep(workspace);
    const [made, ...others] = workspace.records('tagSweep').filter((row) => row.key === 'memory-key');
    expect(made?.cursor).toMatch(/^[0-9a-f]{64}$/);
    expect(others).toEqual([]);
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    await sweep(workspace);
    expect(workspace.records('tagSweep').filter((row) => row.key === 'memory-key')).toEqual([made]);
  });
});

/** The sweep as the function runs it, with a limit of our own. */
const environmentOf = (workspace: Workspace, isOver: () => boolean = () => false): SweepEnvironment => ({
  client: createClient({ url: workspace.url, token: workspace.applicationToken, sleep: async () => {} }),
  settings: readSettings({ NOTICE_LANGUAGE: 'en', COMPLETIONS_A_DAY: '0' }).settings,
  now: new Date(),
  isOver,
});
const rowOf = (workspace: Workspace, key: string) => workspace.records('tagSweep').find((row) => row.key === key);

describe('a sweep that runs out of time', () => {
  it('goes on where it stopped until every record is judged, each once', async () => {
    const workspace = start();
    for (let at = 0; at < 5; at += 1) workspace.insert('company', customers(200, at * 200));
    workspace.insert('tagProduct', [{ name: '网关', model: 'DG-200', category: 'HARDWARE' }]);
    let judged = 0;
    let runs = 0;
    for (let isFinished = false; !isFinished; runs += 1) {
      let looks = 0;
      // Time for two pages a run.
      const result = await runDueSweep(environmentOf(workspace, () => looks++ >= 3));
      judged += result.judged;
      isFinished = result.isFinished;
      if (!isFinished) expect(rowOf(workspace, 'full')?.cursor).toMatch(/^(company|opportunity|tagProduct):/);
    }
    expect(runs).toBeGreaterThan(2);
    expect(judged).toBe(1001);
    expect(rowOf(workspace, 'full')).toMatchObject({ cursor: '', finishedAt: new Date().toISOString() });
    expect(workspace.records('company').every((row) => row.tagBaseline !== null)).toBe(true);
  });
});

describe('an hourly sweep', () => {
  it('finds what was written and what fell due since, and nothing else', async () => {
    const workspace = start();
    const rep = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    workspace.insert('company', customers(300));
    await sweep(workspace);
    const [changed, renamed] = workspace.records('company');
    workspace.intercept(() => []);
    vi.setSystemTime('2026-09-28T03:20:00.000Z');
    const update = 'mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}';
    await workspace.client(rep.token).request(update, { i: changed?.id, d: { tagCustomerType: null } });
    await workspace
      .client(rep.token)
      .request('mutation($d:TagChangeNoticeCreateInput!){createTagChangeNotice(data:$d){id}}', {
        d: { companyId: renamed?.id, kind: 'NAME', occurredAt: '2026-09-25T03:00:00.000Z' },
      });
    vi.setSystemTime('2026-09-28T04:00:00.000Z');
    const result = await sweep(workspace);
    expect(result).toMatchObject({ mode: 'HOURLY', isFinished: true, failures: 0 });
    expect(workspace.records('company').find((row) => row.id === changed?.id)).toMatchObject({
      tagReviewStatus: 'INCOMPLETE',
      tagEnteredById: rep.id,
      tagEnteredAt: '2026-09-28T03:20:00.000Z',
    });
    // Friday's change was due on Monday at 24:00.
    const notice = () => workspace.records('tagChangeNotice')[0];
    expect(notice()).toMatchObject({ status: 'OPEN', dueAt: '2026-09-28T16:00:00.000Z', reportedById: rep.id });
    // The daily sweep of the next day begins at that instant; the hourly one would find it as well.
    vi.setSystemTime('2026-09-28T16:00:00.000Z');
    await sweep(workspace);
    expect(notice()).toMatchObject({ status: 'OVERDUE' });
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'HOURLY', written: 0 });
  });

  it('finds a close date that has passed, which no event tells of (4.1.5)', async () => {
    const workspace = start();
    const [company] = workspace.insert('company', customers(1));
    workspace.insert('opportunity', [
      // 28 September, until 24:00 in Shanghai.
      { name: '二期', companyId: company?.id, tagSource: 'TRADE_FAIR', closeDate: '2026-09-28T15:59:59.000Z' },
    ]);
    const codes = () => codesOf(workspace.records('opportunity')[0]);
    await sweep(workspace);
    expect(codes()).not.toContain('CLOSE_DATE_PASSED');
    vi.setSystemTime('2026-09-28T16:00:00.000Z');
    await sweep(workspace);
    expect(codes()).toContain('CLOSE_DATE_PASSED');
    vi.setSystemTime('2026-09-29T16:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'FULL', isFinished: true });
    expect(codes()).toContain('CLOSE_DATE_PASSED');
  });

  it('sees a customer whose deal was deleted', async () => {
    const workspace = start();
    const [company] = workspace.insert('company', customers(1));
    const [deal] = workspace.insert('opportunity', [
      {
        name: '二期',
        companyId: company?.id,
        tagSource: 'TRADE_FAIR',
        tagStage: 'SIGNED',
        tagOutcome: 'WON',
        closeDate: '2026-09-01T02:00:00.000Z',
      },
    ]);
    await sweep(workspace);
    const count = () => workspace.records('company')[0]?.tagCooperationCount;
    expect(count()).toBe(1);
    workspace.intercept(() => []);
    vi.setSystemTime('2026-09-28T03:20:00.000Z');
    await workspace
      .client(workspace.apiKey)
      .request('mutation($i:UUID!){deleteOpportunity(id:$i){id}}', { i: deal?.id });
    vi.setSystemTime('2026-09-28T04:00:00.000Z');
    await sweep(workspace);
    expect(count()).toBe(0);
  });
});

describe('a large workspace', () => {
  it.each([
    ['2.43', 'FAN_OUT'],
    ['2.21', 'FULL'],
  ] as const)('server %s: %s', async (twenty, mode) => {
    const workspace = start(twenty);
    workspace.insert('company', customers(3));
    workspace.insert('tagProduct', [{ name: '网关', model: 'DG-200', category: 'HARDWARE' }]);
    const { client, ...rest } = environmentOf(workspace);
    // What a workspace of 100,000 records would answer when asked how many it has.
    const counting = {
      ...client,
      request: (async (query: string, variables?: Record<string, unknown>) =>
        query.startsWith('query Count')
          ? { companies: { totalCount: 100_000 } }
          : client.request(query, variables)) as typeof client.request,
    };
    await expect(runDueSweep({ client: counting, ...rest })).resolves.toMatchObject({ mode });
    await workspace.settle();
    expect(errorsOf(workspace)).toEqual([]);
    expect(workspace.runs.filter((run) => run.name === 'sweep-part')).toHaveLength(mode === 'FAN_OUT' ? 4 : 0);
    expect(workspace.records('company').every((row) => row.tagReviewStatus === 'PENDING')).toBe(true);
    expect(rowOf(workspace, 'full')).toMatchObject({ cursor: '', judged: 4, finishedAt: new Date().toISOString() });
  });
});

describe('installing', () => {
  it('lets old records in without tasks, log or overdue checks; the day after, they are records like any other', async () => {
    const workspace = start();
    const [company] = workspace.insert('company', customers(1));
    workspace.insert('opportunity', [
      { name: '二期', companyId: company?.id, tagSource: 'TRADE_FAIR', tagStage: 'SOLUTION', tagNoCompetitor: true },
    ]);
    vi.setSystemTime('2026-11-10T01:00:00.000Z');
    await expect(runFullSweep(environmentOf(workspace), true)).resolves.toMatchObject({ judged: 2, isFinished: true });
    expect(workspace.records('opportunity')[0]).toMatchObject({
      tagReviewStatus: 'INCOMPLETE',
      tagCheckState: 'CURRENT',
      // Installed in the week of 9 November: first due at the end of the next.
      tagNextCheckOn: '2026-11-20',
    });
    expect(workspace.records('task')).toEqual([]);
    expect(workspace.records('tagLog')).toEqual([]);
    await expect(runFullSweep(environmentOf(workspace))).resolves.toMatchObject({ written: 0 });
    vi.setSystemTime('2026-11-20T16:00:00.000Z');
    await runFullSweep(environmentOf(workspace));
    expect(workspace.records('opportunity')[0]).toMatchObject({ tagCheckState: 'OVERDUE' });
    expect(workspace.records('tagLog').map((row) => row.kind)).toEqual(['CHECK_MISSED']);
  });
});

describe('installing in a workspace too large for one run', () => {
  it('lets in by the next sweep what the installation did not come to', async () => {
    const workspace = start();
    for (let at = 0; at < 3; at += 1) workspace.insert('company', customers(200, at * 200));
    workspace.insert('opportunity', [{ name: '二期', tagSource: 'TRADE_FAIR', tagStage: 'SOLUTION' }]);
    let looks = 0;
    const first = await runFullSweep(
      environmentOf(workspace, () => looks++ >= 2),
      true,
    );
    expect(first.isFinished).toBe(false);
    vi.setSystemTime('2026-09-28T02:00:00.000Z');
    await expect(runDueSweep(environmentOf(workspace))).resolves.toMatchObject({ mode: 'FULL', isFinished: true });
    expect(workspace.records('company').every((row) => row.tagBaseline !== null)).toBe(true);
    expect(workspace.records('task')).toEqual([]);
    expect(workspace.records('tagLog')).toEqual([]);
  });
});

describe('call counts', () => {
  /** Tasks of the application, each of which hangs on a customer. */
  const assign = (workspace: Workspace, count: number, targetCompanyId: unknown): readonly string[] => {
    const ids = Array.from({ length: count }, (_unused, at) => recordId(`task:${at}`));
    const createdBy = { source: 'APPLICATION', name: 'Tag Policy' };
    for (let at = 0; at < count; at += 200) {
      const some = ids.slice(at, at + 200);
      workspace.insert(
        'task',
        some.map((id) => ({ id, title: id, status: 'TODO', createdBy })),
      );
      workspace.insert(
        'taskTarget',
        some.map((taskId) => ({ taskId, targetCompanyId })),
      );
    }
    return ids.sort();
  };

  it.each([
    ['whose lists each fit a page', 0],
    ['with three pages of open tasks', 450],
  ])('a workspace %s costs 6 calls while nothing changes, and 3 within the day', async (_which, tasks) => {
    const workspace = start();
    const rep = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    const [customer] = workspace.insert('company', customers(100));
    const [product] = workspace.insert('tagProduct', [{ name: '网关', model: 'DG-200', category: 'HARDWARE' }]);
    const [deal] = workspace.insert('opportunity', [{ name: '二期', companyId: customer?.id, tagStage: 'SIGNED' }]);
    workspace.insert('tagOpportunityItem', [{ opportunityId: deal?.id, productId: product?.id }]);
    const profile = { id: idOf(1), name: '王志强', workspaceMemberId: rep.id, agreementState: 'VALID' };
    workspace.insert('tagMember', [profile]);
    workspace.insert('tagAgreement', [agreementOf(idOf(2), profile)]);
    assign(workspace, tasks, customer?.id);
    await sweep(workspace);
    expect(workspace.records('task').length).toBeGreaterThan(tasks);
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'FULL', judged: 103, written: 0 });
    expect(callsOf(workspace)).toBe(6);
    vi.setSystemTime('2026-09-28T18:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'HOURLY', judged: 0, written: 0 });
    expect(callsOf(workspace)).toBe(3);
  });

  it('a task that hangs on nothing is taken away, on whichever page it stands', async () => {
    const workspace = start();
    const [customer] = workspace.insert('company', customers(1));
    const ids = assign(workspace, 450, customer?.id);
    await sweep(workspace);
    const orphans = [ids[0], ids[199], ids[200], ids[449]];
    for (const { id } of workspace.records('taskTarget').filter(({ taskId }) => orphans.includes(String(taskId))))
      await workspace.client(workspace.apiKey).request('mutation($i:UUID!){destroyTaskTarget(id:$i){id}}', { i: id });
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    await expect(sweep(workspace)).resolves.toMatchObject({ mode: 'FULL', failures: 0 });
    const left = new Set(workspace.records('task').map(({ id }) => id));
    expect(ids.filter((id) => !left.has(id))).toEqual(orphans);
  });

  it('10,000 records of which 5 % changed cost at most 70 calls', async () => {
    const workspace = start();
    for (let at = 0; at < 50; at += 1) workspace.insert('company', customers(200, at * 200));
    await sweep(workspace);
    const ids = workspace.records('company').map((row) => row.id);
    // Half a thousand customers are written behind the hooks' back, spread over all pages.
    workspace.intercept(() => []);
    for (let at = 0; at < ids.length; at += 20) {
      await workspace
        .client(workspace.apiKey)
        .request('mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}', {
          i: ids[at],
          d: { tagCustomerType: null },
        });
    }
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    const result = await sweep(workspace);
    expect(result).toMatchObject({ mode: 'FULL', judged: 10_000, isFinished: true });
    expect(workspace.records('company').filter((row) => row.tagReviewStatus === 'INCOMPLETE')).toHaveLength(500);
    expect(callsOf(workspace)).toBeLessThanOrEqual(70);
  }, 120_000);
});

describe('call counts with deals', () => {
  it('10,000 customers and deals of which 5 % changed cost at most 70 calls; unchanged, nothing is written', async () => {
    const workspace = start();
    const { id: ownerId } = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    for (let at = 0; at < 25; at += 1) {
      const made = workspace.insert('company', customers(200, at * 200));
      workspace.insert(
        'opportunity',
        made.map(({ id, name }) => ({
          name: `${name}项目`,
          companyId: id,
          ownerId,
          tagSource: 'TRADE_FAIR',
          tagStage: 'PROSPECT',
          tagOutcome: 'OPEN',
        })),
      );
    }
    // Let in without tasks: a sweep looks at each open task as well.
    await runFullSweep(environmentOf(workspace), true);
    const deals = workspace.records('opportunity');
    expect(deals.every(({ tagFeasibility, tagNextFollowUpOn }) => tagFeasibility && tagNextFollowUpOn)).toBe(true);
    vi.setSystemTime('2026-09-28T17:00:00.000Z');
    expect(await sweep(workspace)).toMatchObject({ mode: 'FULL', judged: 10_000, written: 0 });
    expect(callsOf(workspace)).toBeLessThanOrEqual(70);
    // A rating that nobody was told of, for every tenth customer: its deal tells of it, without any event.
    workspace.insert(
      'tagCredit',
      workspace
        .records('company')
        .filter((_company, at) => at % 10 === 0)
        .map(({ id }) => ({ companyId: id, rating: 'CCC', hasOverdue: false })),
    );
    vi.setSystemTime('2026-09-29T17:00:00.000Z');
    expect(await sweep(workspace)).toMatchObject({ mode: 'FULL', judged: 10_000, isFinished: true });
    const stopped = workspace.records('opportunity').filter(({ tagRisks }) => String(tagRisks).includes('CREDIT_STOP'));
    expect(stopped).toHaveLength(500);
    expect(callsOf(workspace)).toBeLessThanOrEqual(70);
  }, 240_000);
});

describe('whatever became of the events', () => {
  const A = 'aaaaaaaa-0000-4000-8000-000000000001';
  const P = 'aaaaaaaa-0000-4000-8000-000000000003';
  const O = 'aaaaaaaa-0000-4000-8000-000000000004';
  const G = 'aaaaaaaa-0000-4000-8000-000000000005';
  const I = 'aaaaaaaa-0000-4000-8000-000000000006';
  const C = 'aaaaaaaa-0000-4000-8000-000000000007';
  const REP = 'bbbbbbbb-0000-4000-8000-000000000001';
  const MANAGER = 'bbbbbbbb-0000-4000-8000-000000000002';
  const type = (object: string): string => object.charAt(0).toUpperCase() + object.slice(1);

  /** What people write, each tag at most once: what was there in between and is gone again leaves no trace. */
  const WRITES: readonly (readonly [object: string, id: string, data: Record<string, unknown>])[] = [
    ['company', A, { name: '无锡精控智能装备有限公司' }],
    ['company', A, { tagIndustrySegment: 'C38', tagCompanySize: 'SMALL' }],
    ['company', A, { tagProductNeeds: '采集网关20台', tagSpecialNeeds: '需防爆外壳' }],
    ['company', A, { tagVerification: 'DOUBTFUL' }],
    ['company', A, { tagBusinessScope: '工业自动化设备制造' }],
    ['person', P, { jobTitle: '设备部部长' }],
    ['opportunity', O, { tagStage: 'NEGOTIATION' }],
    ['opportunity', O, { tagCompetitors: ['甲公司', '乙公司'] }],
    ['opportunity', O, { amount: { amountMicros: 5e11, currencyCode: 'CNY' } }],
    ['tagProduct', G, { features: '16路串口' }],
    ['tagProduct', G, { model: 'DG-300' }],
    ['tagCredit', C, { rating: 'CCC' }],
    ['opportunity', O, { tagNextFollowUpOn: '2026-10-20' }],
    ['company', A, { tagPurchaseIntent: 'LOW' }],
  ];

  const seed = async (workspace: Workspace): Promise<readonly string[]> => {
    const rep = workspace.addMember({ id: REP, firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    const other = workspace.addMember({ id: MANAGER, firstName: '建国', lastName: '陈', email: 'chen@example.cn' });
    workspace.insert('person', [{ id: P, name: { firstName: '国栋', lastName: '唐' }, jobTitle: '经理' }]);
    workspace.insert('company', [
      {
        id: A,
        name: '无锡精控自动化有限公司',
        tagCustomerType: 'SME',
        tagIndustry: 'C',
        accountOwnerId: REP,
        tagKeyContactId: P,
        tagBusinessScope: '自动化设备',
        tagProductNeeds: '采集网关',
      },
    ]);
    workspace.insert('tagProduct', [
      {
        id: G,
        name: '网关',
        model: 'DG-200',
        category: 'HARDWARE',
        features: '8路串口',
        keeperId: REP,
        advantageKinds: ['INNOVATIVE'],
      },
    ]);
    workspace.insert('opportunity', [
      {
        id: O,
        name: '二期',
        companyId: A,
        ownerId: REP,
        tagSource: 'TRADE_FAIR',
        tagStage: 'SOLUTION',
        tagCompetitors: ['甲公司'],
      },
    ]);
    workspace.insert('tagOpportunityItem', [{ id: I, opportunityId: O, productId: G }]);
    workspace.insert('tagCredit', [{ id: C, companyId: A, rating: 'A', hasOverdue: false }]);
    await sweep(workspace);
    return [rep.token, other.token];
  };

  const omit = (row: Record<string, unknown>, ...names: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
  const sorted = (rows: readonly Record<string, unknown>[]) =>
    [...rows].sort((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));

  /**
   * Where everything stands. A change whose event was lost, on a record somebody wrote again before it was looked at,
   * bears that later hour and hand, since Twenty keeps one stamp a record; what is due by when, and what is open, is the
   * same. So the hour within the day is left out, and who did what in between.
   */
  const stateOf = (workspace: Workspace) => {
    const subjects = ['company', 'opportunity', 'tagProduct', 'tagCredit'].map((object) => [
      object,
      standing(workspace, object).map((row) =>
        omit(row, 'tagBaseline', 'tagStageSince', 'tagEnteredAt', 'tagEnteredById', 'tagEnteredByName'),
      ),
    ]);
    const stamps = [
      'id',
      'key',
      'name',
      'createdAt',
      'createdBy',
      'occurredAt',
      'completedAt',
      'countedFrom',
      'detectedAt',
      'reportedById',
      'reportedByName',
    ];
    return {
      ...Object.fromEntries(subjects),
      notices: sorted(standing(workspace, 'tagChangeNotice').map((row) => omit(row, ...stamps))),
      tasks: sorted(
        standing(workspace, 'task').map((row) =>
          omit(row, 'id', 'createdAt', 'createdBy', 'title', 'bodyV2', 'tagGroups'),
        ),
      ),
    };
  };

  const live = async (
    writes: readonly { readonly at: number; readonly by: number }[],
    fate: (index: number) => number,
  ): Promise<Workspace> => {
    vi.setSystemTime('2026-09-28T01:00:00.000Z');
    const workspace = start();
    workspace.setVariable('COMPLETIONS_A_DAY', '20');
    const tokens = await seed(workspace);
    const late: Parameters<Workspace['deliver']>[0][] = [];
    let deliveries = 0;
    workspace.intercept((delivery) => {
      const copies = fate(deliveries);
      deliveries += 1;
      if (copies < 0) {
        late.push(delivery);
        return [];
      }
      return Array.from({ length: copies }, () => delivery);
    });
    for (const [minute, { at, by }] of writes.entries()) {
      vi.setSystemTime(Date.parse('2026-09-28T02:00:00.000Z') + minute * 60_000);
      const [object, id, data] = WRITES[at] ?? ['company', A, {}];
      const query = `mutation($i:UUID!,$d:${type(object)}UpdateInput!){update${type(object)}(id:$i,data:$d){id}}`;
      await workspace.client(tokens[by] ?? '').request(query, { i: id, d: data });
      await workspace.settle();
    }
    workspace.intercept((delivery) => [delivery]);
    for (const delivery of late.reverse()) workspace.deliver(delivery);
    await workspace.settle();
    // Still the same working day: what is due by when does not hang on the hour.
    vi.setSystemTime('2026-09-28T12:00:00.000Z');
    await workspace.runFunction('sweep', {}, 'cron');
    return workspace;
  };

  const sequence = fc
    .shuffledSubarray([...WRITES.keys()], { minLength: 1 })
    .chain((order) =>
      fc.tuple(...order.map((at) => fc.record({ at: fc.constant(at), by: fc.integer({ min: 0, max: 1 }) }))),
    );

  it('one sweep brings the state of perfect delivery, and a second writes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, fc.infiniteStream(fc.constantFrom(0, 1, 2, -1)), async (writes, fates) => {
        const list: number[] = [];
        const fate = (index: number): number => {
          while (list.length <= index) list.push(fates.next().value ?? 1);
          return list[index] ?? 1;
        };
        const perfect = stateOf(await live(writes, () => 1));
        const workspace = await live(writes, fate);
        expect(stateOf(workspace)).toEqual(perfect);
        vi.setSystemTime('2026-09-28T17:00:00.000Z');
        await sweep(workspace);
        const before = stateOf(workspace);
        const second = await sweep(workspace);
        expect(second).toMatchObject({ written: 0, failures: 0 });
        expect(stateOf(workspace)).toEqual(before);
      }),
      { numRuns: 25, seed: 7, endOnFailure: false },
    );
  }, 300_000);
});
