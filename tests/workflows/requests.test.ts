import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { tagOf, tagsOf } from '../../objects/taxonomy/index.ts';
import { NOTICE_KINDS } from '../../objects/taxonomy/notice-kinds.ts';
import { GOVERNED_OBJECTS, LANGUAGES } from '../../objects/taxonomy/types.ts';
import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import { workspaceHandlers } from '../../plugin/embedded/handlers.ts';
import type { ManifestRole } from '../../plugin/embedded/manifest.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { faultCatalogs } from '../../workflows/messages/fault.ts';
import { mendingCatalogs } from '../../workflows/messages/mending.ts';
import type { Card } from '../../workflows/panel/card.ts';
import type { Panel } from '../../workflows/panel/panel.ts';
import type { ActAnswer, JudgedRecord, ReportedRecord } from '../../workflows/requests/answers.ts';
import { PROBLEM_CODES } from '../../workflows/rules/problem.ts';
import { builtApp } from '../built-app.ts';
import { fetchServer } from '../fetch-server.ts';

/** A Monday morning in Shanghai, two days before National Day. */
const NOW = new Date('2026-09-28T01:00:00.000Z');
const server = fetchServer();
let app: BuiltApp;
let workspace: Workspace;
interface Member {
  readonly id: string;
  readonly token: string;
}
let rep: Member;
let reviewer: Member;
let manager: Member;

beforeAll(async () => {
  const built = await builtApp();
  app = { ...built, manifest: { ...built.manifest, roles: [...built.manifest.roles, readerRole(built)] } };
  server.listen();
});
afterAll(() => server.close());

/** A role of people who see customers and nothing else of the policy, and edit none of it. */
const readerRole = ({ manifest }: BuiltApp): ManifestRole => {
  const company = manifest.fields.find((field) => field.name === 'tagCustomerType')?.objectUniversalIdentifier ?? '';
  return {
    universalIdentifier: 'reader',
    label: 'Reader',
    objectPermissions: [
      { objectUniversalIdentifier: company, canReadObjectRecords: true, canUpdateObjectRecords: false },
    ],
  };
};

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'aaaaaaaa-0000-4000-8000-000000000002';
const O = 'aaaaaaaa-0000-4000-8000-000000000004';
const P = 'aaaaaaaa-0000-4000-8000-000000000005';
const NOWHERE = 'aaaaaaaa-0000-4000-8000-00000000ffff';

const type = (object: string): string => object.charAt(0).toUpperCase() + object.slice(1);
const createOne = async (token: string, object: string, data: Record<string, unknown>): Promise<void> => {
  const query = `mutation($d:${type(object)}CreateInput!){create${type(object)}(data:$d){id}}`;
  await workspace.client(token).request(query, { d: data });
  await workspace.settle();
};
const one = (object: string, id: string) => workspace.records(object).find((row) => row.id === id) ?? {};
const CLEAN = { id: A, name: '无锡精控自动化有限公司', tagCustomerType: 'SME', tagIndustry: 'C' };

const call = async <Body>(path: string, token: string | null, body: unknown) => {
  const response = await fetch(`${workspace.url}/s/tag-policy/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const run = workspace.runs.findLast((each) => each.trigger === 'route');
  await workspace.settle();
  return { status: response.status, body: (await response.json()) as Body, apiCalls: run?.apiCalls ?? 0 };
};
interface Refused {
  readonly error: { readonly code: string; readonly message: string };
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  workspace = createWorkspace({ app });
  workspace.setVariable('NOTICE_LANGUAGE', 'en');
  server.resetHandlers(...workspaceHandlers(workspace));
  const add = (firstName: string, locale: string) =>
    workspace.addMember({ firstName, lastName: 'Test', email: `${firstName}@example.cn`, locale });
  rep = add('Rep', 'zh-CN');
  reviewer = add('Reviewer', 'en');
  manager = add('Manager', 'zh-TW');
  workspace.insert('tagMember', [
    { id: P, name: 'Manager', position: 'SALES_MANAGER', workspaceMemberId: manager.id, duties: ['TAG_MANAGER'] },
    { name: 'Reviewer', position: 'SALES_REP', workspaceMemberId: reviewer.id, duties: ['REVIEWER'] },
    { name: 'Rep', position: 'SALES_REP', workspaceMemberId: rep.id, managerId: P },
  ]);
  await createOne(rep.token, 'company', CLEAN);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('catalogs', () => {
  const places = (text = ''): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  it.each(LANGUAGES)('every fault and every mending has words in %s', (language) => {
    expect(Object.keys(mendingCatalogs[language]).sort()).toEqual([...PROBLEM_CODES].sort());
    expect(Object.keys(faultCatalogs[language]).sort()).toEqual(Object.keys(faultCatalogs.en).sort());
    for (const [code, text] of Object.entries(faultCatalogs[language])) {
      expect(places(text), code).toEqual(places(faultCatalogs.en[code as keyof typeof faultCatalogs.en]));
    }
    for (const text of Object.values(mendingCatalogs[language])) expect(text.trim()).not.toBe('');
  });

  it.each(GOVERNED_OBJECTS)('every change a tag of %s is reported as can be reported', (object) => {
    const named = tagsOf(object).flatMap((tag) => tag.majorChange ?? tag.reportedAs ?? []);
    expect(NOTICE_KINDS[object]).toEqual(expect.arrayContaining([...new Set(named)]));
  });
});

describe('workflow actions', () => {
  it('judge a record and give its standing in words', async () => {
    workspace.intercept(() => []);
    await createOne(rep.token, 'company', { id: B, name: '苏州测试设备有限公司', tagIndustry: 'C' });
    expect(await workspace.runFunction('judge-record', { object: 'company', recordId: B })).toEqual({
      status: 'INCOMPLETE',
      completeness: 66,
      problems: [
        {
          code: 'REQUIRED_MISSING',
          severity: 'ERROR',
          tag: 'tagCustomerType',
          clause: '2.1.2',
          message: 'Customer type: is missing (2.1.2)',
        },
      ],
      summary: 'Customer type: is missing (2.1.2)',
    });
    expect(one('company', B)).toMatchObject({ tagReviewStatus: 'INCOMPLETE', tagCompleteness: 66 });
  });

  it("compute a deadline over National Day, with the company's own days", async () => {
    const input = { from: '2026-09-30T17:00:00+08:00', days: 1 };
    expect(await workspace.runFunction('compute-deadline', input)).toEqual({
      dueAt: '2026-10-09T00:00:00+08:00',
      dueDate: '2026-10-08',
      calendar: 'OFFICIAL',
      countedDays: ['2026-10-08'],
    });
    workspace.insert('tagCalendarDay', [{ date: '2026-10-08', isWorkday: false, reason: 'Founding day' }]);
    expect(await workspace.runFunction('compute-deadline', input)).toMatchObject({ dueDate: '2026-10-09' });
  });

  it('open a change notice with its deadline and task', async () => {
    const output = (await workspace.runFunction('open-change-notice', {
      object: 'company',
      recordId: A,
      kind: 'NAME',
      occurredAt: '2026-09-28T00:30:00Z',
      description: '更名',
    })) as { noticeId: string };
    expect(output).toEqual({ noticeId: expect.any(String), dueOn: '2026-09-29', status: 'OPEN' });
    expect(one('tagChangeNotice', output.noticeId)).toMatchObject({ kind: 'NAME', companyId: A, isDetected: false });
    expect(workspace.records('task').map((task) => task.title)).toContain(
      'Update the tags (Name changed): 无锡精控自动化有限公司',
    );
  });

  it.each([
    ['judge-record', { object: 'person', recordId: A }, '“object” must be one of: company, opportunity'],
    ['judge-record', { object: 'company', recordId: 'A' }, '“recordId” must be the id of a record'],
    ['judge-record', { object: 'company', recordId: NOWHERE }, 'there is no such record'],
    ['judge-record', [], 'needs a JSON object'],
    ['compute-deadline', { from: '2026-09-30', days: 1 }, '“from” must be a date and time with offset'],
    ['compute-deadline', { from: '2026-09-30T17:00:00+08:00', days: 1.5 }, '“days” must be a whole number'],
    ['compute-deadline', { from: '1900-01-01T00:00:00Z', days: 1 }, 'outside the years'],
    ['open-change-notice', { object: 'company', recordId: A, kind: 'MEMBER' }, '“kind” must be a kind of change'],
    [
      'open-change-notice',
      { object: 'company', recordId: A, kind: 'NAME', occurredAt: '2026-09-29T00:00:00Z' },
      '“occurredAt” lies in the future',
    ],
    ['open-change-notice', { object: 'company', recordId: NOWHERE, kind: 'NAME' }, 'there is no such record'],
  ])('%s refuses what it cannot use: %j', async (name, input, message) => {
    await expect(workspace.runFunction(name, input)).rejects.toThrow(message);
    expect(workspace.records('tagChangeNotice')).toEqual([]);
  });
});

describe('routes', () => {
  const APPROVE = { object: 'company', ids: [A], action: 'APPROVE' };

  it('answer nobody without a token, and nobody who is no person', async () => {
    expect(await call('act', null, APPROVE)).toMatchObject({ status: 401 });
    expect(await call('nowhere', rep.token, {})).toMatchObject({ status: 404 });
    const { status, body } = await call<Refused>('act', workspace.apiKey, APPROVE);
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ code: 'NOT_SIGNED_IN', message: expect.stringContaining('API key') });
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
  });

  it('let another pair of eyes with the duty approve, and nobody else, each told in their language', async () => {
    const refusals = {
      [rep.token]: '只有担任审核人员的成员才能执行',
      [manager.token]: '只有擔任審核人員的成員才能執行',
    };
    for (const [token, reason] of Object.entries(refusals)) {
      const { body } = await call<ActAnswer>('act', token, APPROVE);
      expect(body).toEqual({ done: 0, refused: 1, results: [{ id: A, name: CLEAN.name, isDone: false, reason }] });
    }
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
    const { body } = await call<ActAnswer>('act', reviewer.token, APPROVE);
    expect(body).toMatchObject({ done: 1, refused: 0 });
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'APPROVED', tagLastCheckedAt: NOW.toISOString() });
    expect(workspace.records('tagLog')).toContainEqual(
      expect.objectContaining({ kind: 'APPROVED', byId: reviewer.id }),
    );
  });

  it('refuse a reviewer who entered the tags or owns the record', async () => {
    await createOne(reviewer.token, 'company', { ...CLEAN, id: B, name: '苏州测试设备有限公司' });
    workspace.insert('company', [{ ...CLEAN, id: O, name: '常州机床有限公司', accountOwnerId: reviewer.id }]);
    const { body } = await call<ActAnswer>('act', reviewer.token, { ...APPROVE, ids: [B, O] });
    expect(body.results.map((result) => result.reason)).toEqual([
      'whoever entered the tags cannot approve them',
      'the owner of the record cannot approve it',
    ]);
  });

  it('refuse a reviewer who handed the record on that day, as the panel says', async () => {
    await createOne(rep.token, 'company', {
      ...CLEAN,
      id: B,
      name: '苏州测试设备有限公司',
      accountOwnerId: reviewer.id,
    });
    const handOn = 'mutation($i:UUID!,$d:CompanyUpdateInput!){updateCompany(id:$i,data:$d){id}}';
    await workspace.client(reviewer.token).request(handOn, { i: B, d: { accountOwnerId: rep.id } });
    await workspace.settle();
    const reason = 'the owner of the record cannot approve it on the day of handing it on';
    const shown = await call<Panel>('panel', reviewer.token, { object: 'company', id: B });
    expect(shown.body.review.approve).toEqual({ may: false, reason });
    const { body } = await call<ActAnswer>('act', reviewer.token, { ...APPROVE, ids: [B] });
    expect(body.results).toMatchObject([{ isDone: false, reason }]);
  });

  it('return with a note and the tags to correct, never without the note', async () => {
    const RETURN = { ...APPROVE, action: 'RETURN', returnedTags: ['tagIndustry'] };
    expect((await call<ActAnswer>('act', reviewer.token, RETURN)).body.results[0]?.reason).toBe(
      'a return needs a note that says what to correct',
    );
    expect(
      (await call<ActAnswer>('act', reviewer.token, { ...RETURN, note: '行业有误' })).body.results[0]?.reason,
    ).toMatch(/^a return says which point fails/);
    const said = { ...RETURN, note: '行业有误', failedPoints: ['BUSINESS'] };
    const { body } = await call<ActAnswer>('act', reviewer.token, said);
    expect(body.done).toBe(1);
    expect(one('company', A)).toMatchObject({ tagReviewStatus: 'RETURNED', tagReturnedTags: ['tagIndustry'] });
    expect(workspace.records('task')).toContainEqual(expect.objectContaining({ assigneeId: rep.id, status: 'TODO' }));
  });

  it('show and change nothing that the role of whoever asks does not let them', async () => {
    const reader = workspace.addMember({
      firstName: 'Reader',
      lastName: 'Test',
      email: 'reader@example.cn',
      locale: 'en',
      role: 'reader',
    });
    const asked = { object: 'company', ids: [A] };
    expect((await call<ActAnswer>('act', reader.token, { ...asked, action: 'CONFIRM' })).body.results).toEqual([
      { id: A, name: '', isDone: false, reason: 'your role may not edit the tags of this record' },
    ]);
    expect((await call<Panel>('panel', reader.token, { object: 'company', id: A })).body.review.confirm).toEqual({
      may: false,
      reason: 'your role may not edit the tags of this record',
    });
    const member = { object: 'tagMember', id: P };
    expect(await call<Refused>('panel', reader.token, member)).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
    for (const [path, extra] of [
      ['act', { action: 'APPROVE' }],
      ['recheck', {}],
    ] as const) {
      const { body } = await call<ActAnswer>(path, reader.token, { object: 'tagMember', ids: [P], ...extra });
      expect(body.results, path).toEqual([
        expect.objectContaining({ name: '', isDone: false, reason: expect.stringContaining('may not see it') }),
      ]);
    }
    expect(workspace.records('tagChangeNotice')).toEqual([]);
  });

  const inRole = (role: string): Member =>
    workspace.addMember({
      firstName: role,
      lastName: 'Test',
      email: `${role}@example.cn`,
      locale: 'en',
      role: universalIdentifier('role', role),
    });
  const insertOneOfEach = (): void => {
    workspace.insert('opportunity', [{ id: O, name: '二期', companyId: A, ownerId: rep.id, tagStage: 'PROSPECT' }]);
    workspace.insert('tagProduct', [{ id: B, name: '边缘网关', model: 'EG-1', category: 'HARDWARE' }]);
  };
  const EACH = { company: A, opportunity: O, tagProduct: B, tagMember: P } as const;
  const NO_REPORT = 'your role may not report changes';
  const NO_EDIT = 'your role may not edit the tags of this record';

  it.each(['data-reviewer', 'supervisor', 'executive'])('let no %s report a change', async (role) => {
    const { token } = inRole(role);
    const { body } = await call<ActAnswer>('report', token, { object: 'company', ids: [A], kind: 'NAME' });
    expect(body.results).toEqual([expect.objectContaining({ id: A, name: '', isDone: false, reason: NO_REPORT })]);
    expect(workspace.records('tagChangeNotice')).toEqual([]);
    const shown = (await call<Panel>('panel', token, { object: 'company', id: A })).body;
    expect(shown.report).toEqual({ may: false, reason: NO_REPORT });
  });

  it.each(['sales-representative', 'sales-assistant', 'sales-manager', 'tag-administrator'])(
    'let a %s report a change and confirm a customer',
    async (role) => {
      const { token } = inRole(role);
      const shown = (await call<Panel>('panel', token, { object: 'company', id: A })).body;
      expect(shown.report).toEqual({ may: true, reason: '' });
      expect(shown.review.confirm).toEqual({ may: true, reason: '' });
      const named = { object: 'company', ids: [A] };
      expect((await call<ActAnswer>('report', token, { ...named, kind: 'NAME' })).body).toMatchObject({ done: 1 });
      expect((await call<ActAnswer>('act', token, { ...named, action: 'CONFIRM' })).body).toMatchObject({ done: 1 });
    },
  );

  it('confirm of a customer what the role reads, by the points of the panel or all at once (4.1.1, 4.1.2)', async () => {
    await createOne(rep.token, 'tagCredit', { companyId: A, rating: 'A', hasOverdue: false });
    const [seller, leader] = [inRole('sales-representative'), inRole('sales-manager')];
    const pointsFor = async ({ token }: Member) => {
      const { points } = (await call<Panel>('panel', token, { object: 'company', id: A })).body;
      return points.map(({ key, state, mayConfirm, isForOthers }) => ({ key, state, mayConfirm, isForOthers }));
    };
    const confirm = async ({ token }: Member, groups: readonly string[]) =>
      (await call<ActAnswer>('act', token, { object: 'company', ids: [A], action: 'CONFIRM', groups })).body;
    const open = { state: 'OPEN', mayConfirm: true, isForOthers: false };
    expect(await pointsFor(seller)).toEqual([
      { key: 'BUSINESS', ...open },
      { key: 'PEOPLE', ...open },
      { key: 'NEEDS', ...open },
      { key: 'CREDIT', state: 'OPEN', mayConfirm: false, isForOthers: true },
    ]);
    expect(await confirm(seller, ['CREDIT'])).toMatchObject({
      results: [{ isDone: false, reason: 'a credit record is confirmed only by somebody who may read it' }],
    });
    expect(await confirm(seller, ['BASIC'])).toMatchObject({ done: 1 });
    expect((await pointsFor(seller))[1]).toEqual({
      key: 'PEOPLE',
      state: 'CONFIRMED',
      mayConfirm: false,
      isForOthers: false,
    });
    // One button confirms the rest.
    expect(await confirm(seller, [])).toMatchObject({ done: 1 });
    expect(workspace.records('company')[0]).toMatchObject({ tagGroupsLeft: ['CREDIT'], tagLastCheckedAt: null });
    expect((await pointsFor(leader))[3]).toEqual({ key: 'CREDIT', ...open });
    expect(await confirm(leader, ['CREDIT'])).toMatchObject({ done: 1 });
    expect(workspace.records('company')[0]).toMatchObject({ tagGroupsLeft: [], tagLastCheckedAt: NOW.toISOString() });
    expect((await pointsFor(seller)).every(({ state }) => state === 'CONFIRMED')).toBe(true);
  });

  it('shows who entered each group', async () => {
    await createOne(manager.token, 'tagCredit', { companyId: A, rating: 'A', hasOverdue: false });
    const { points } = (await call<Panel>('panel', rep.token, { object: 'company', id: A })).body;
    const at = NOW.toISOString();
    expect(points.find(({ key }) => key === 'PEOPLE')?.entered).toEqual([{ groups: '基本信息', by: 'Rep', at }]);
    expect(points.find(({ key }) => key === 'CREDIT')?.entered).toEqual([{ groups: '信用', by: 'Manager', at }]);
  });

  it.each(GOVERNED_OBJECTS)('let who may edit a %s confirm it, and no reviewer by role', async (object) => {
    insertOneOfEach();
    const id = EACH[object];
    const confirm = { object, ids: [id], action: 'CONFIRM' };
    const { token } = inRole('data-reviewer');
    expect((await call<ActAnswer>('act', token, confirm)).body.results[0]?.reason).toBe(NO_EDIT);
    const { confirm: right } = (await call<Panel>('panel', token, { object, id })).body.review;
    expect(right).toEqual({ may: false, reason: NO_EDIT });
    expect((await call<ActAnswer>('act', inRole('tag-administrator').token, confirm)).body).toMatchObject({ done: 1 });
  });

  it.each([
    ['zh-HK', 'zh-TW', '「發生時間」晚於目前時間；變更應在發生後上報'],
    ['fr-FR', 'en', '“Occurred at” lies in the future; a change is reported once it has happened'],
    ['', 'zh-CN', '“发生时间”晚于当前时间；变更应在发生后上报'],
  ] as const)(
    'answer a person of the locale "%s" in %s, naming fields as forms do',
    async (locale, language, message) => {
      workspace.setVariable('NOTICE_LANGUAGE', 'zh-CN');
      const person = workspace.addMember({ firstName: 'P', lastName: 'Test', email: 'person@example.cn', locale });
      const late = { object: 'company', ids: [A], kind: 'NAME', occurredAt: '2026-09-29T00:00:00Z' };
      const { body } = await call<Refused>('report', person.token, late);
      expect(body.error).toEqual({ code: 'INSTANT_IN_FUTURE', field: 'occurredAt', message });
      expect((await call<Panel>('panel', person.token, { object: 'company', id: A })).body.language).toBe(language);
    },
  );

  it('report a change in the name of whoever asks', async () => {
    const { body } = await call<ActAnswer<ReportedRecord>>('report', rep.token, {
      object: 'company',
      ids: [A, NOWHERE],
      kind: 'BUSINESS_SCOPE',
      description: '新增业务',
    });
    expect(body.results).toEqual([
      {
        id: A,
        name: CLEAN.name,
        isDone: true,
        reason: '',
        noticeId: expect.any(String),
        dueOn: '2026-09-29',
      },
      { id: NOWHERE, name: '', isDone: false, reason: '记录不存在，或您无权查看', noticeId: null, dueOn: null },
    ]);
    expect(workspace.records('tagChangeNotice')).toEqual([
      expect.objectContaining({ reportedById: rep.id, occurredAt: NOW.toISOString(), status: 'OPEN' }),
    ]);
  });

  it('judge again what an event was lost for', async () => {
    workspace.intercept(() => []);
    await createOne(rep.token, 'company', { id: B, name: '苏州测试设备有限公司' });
    const { body } = await call<ActAnswer<JudgedRecord>>('recheck', rep.token, { object: 'company', ids: [B, B] });
    expect(body.results).toEqual([
      expect.objectContaining({ id: B, isDone: true, status: 'INCOMPLETE', completeness: 33, problems: 2 }),
    ]);
    expect(one('company', B)).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
  });

  it.each([
    ['panel', { object: 'company', id: 7 }, 'ID_INVALID'],
    ['act', { object: 'company', ids: [], action: 'CONFIRM' }, 'IDS_INVALID'],
    ['act', { object: 'company', ids: Array(201).fill(A), action: 'CONFIRM' }, 'IDS_INVALID'],
    ['act', { object: 'company', ids: [A], action: 'DELETE' }, 'ACTION_UNKNOWN'],
    ['act', { object: 'company', ids: [A], action: 'CONFIRM', groups: ['WEATHER'] }, 'GROUPS_UNKNOWN'],
    ['act', { object: 'company', ids: [A], action: 'RETURN', note: 7 }, 'TEXT_INVALID'],
    ['act', { object: 'company', ids: [A], action: 'RETURN', note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
    ['act', { object: 'company', ids: [A], action: 'RETURN', returnedTags: ['features'] }, 'TAGS_UNKNOWN'],
    ['act', { object: 'company', ids: [A], action: 'RETURN', failedPoints: ['STYLE'] }, 'POINTS_UNKNOWN'],
    ['report', { object: 'company', ids: [A], kind: 'FUNCTION_UPGRADE' }, 'KIND_UNKNOWN'],
    ['report', { object: 'company', ids: [A], kind: 'NAME', occurredAt: 'yesterday' }, 'INSTANT_INVALID'],
    ['recheck', 'no object', 'BODY_INVALID'],
  ])('%s refuses bad input with its code, before it looks at records', async (path, input, code) => {
    const { status, body, apiCalls } = await call<Refused>(path, manager.token, input);
    expect({ status, code: body.error.code, apiCalls }).toEqual({ status: 400, code, apiCalls: 1 });
    expect(body.error.message).not.toBe('');
  });

  it.each([
    ['act', { action: 'CONFIRM' }],
    ['act', { action: 'APPROVE' }],
    ['act', { action: 'RETURN', note: 'again', failedPoints: ['FORM'] }],
    ['report', { kind: 'NEED' }],
    ['recheck', {}],
  ])('%s takes 200 customers in one go: %j', async (path, extra) => {
    const data = Array.from({ length: 200 }, (_unused, at) => ({
      ...CLEAN,
      id: undefined,
      name: `第${at}号客户有限公司`,
    }));
    await workspace
      .client(rep.token)
      .request('mutation($d:[CompanyCreateInput!]!){createCompanies(data:$d){id}}', { d: data });
    await workspace.settle();
    const ids = workspace.records('company').flatMap((row) => (row.id === A ? [] : [row.id]));
    const { body, apiCalls } = await call<ActAnswer>(path, reviewer.token, { object: 'company', ids, ...extra });
    expect(body).toMatchObject({ done: 200, refused: 0 });
    expect(body.results.map((result) => result.id)).toEqual(ids);
    const isConfirmation = 'action' in extra && extra.action === 'CONFIRM';
    // A confirmation asks besides whether whoever makes it may edit the tags, and read credit records; of 200 reports the
    // owners and the tag manager have 400 tasks, of which Twenty takes 200 a request.
    expect(apiCalls).toBeLessThanOrEqual(isConfirmation || path === 'report' ? 7 : 6);
  });
});

describe('the panel', () => {
  const panel = async (token: string, object: string, id: string): Promise<Panel> => {
    const { status, body } = await call<Panel>('panel', token, { object, id });
    expect(status).toBe(200);
    return body;
  };

  it('shows what a customer lacks now and for the next stage, in the language of whoever looks', async () => {
    const shown = await panel(manager.token, 'company', A);
    expect(shown).toMatchObject({
      name: CLEAN.name,
      language: 'zh-TW',
      completeness: 100,
      stage: '潛在客戶',
      nextStage: '意向客戶',
      missing: [],
      review: {
        status: 'PENDING',
        enteredBy: 'Rep',
        confirm: { may: true, reason: '' },
        approve: { may: false, reason: '只有擔任審核人員的成員才能執行' },
      },
      check: { state: 'CURRENT', dueDate: '2026-10-30', workingDaysLeft: expect.any(Number) },
    });
    expect(shown.missingNext.map((gap) => gap.label)).toContain('企業規模');
    expect(shown.log[0]).toMatchObject({ label: '錄入', by: 'Rep' });
    expect((await panel(reviewer.token, 'company', A)).review.approve).toEqual({ may: true, reason: '' });
  });

  it("counts the customer's gaps among those of an opportunity", async () => {
    await createOne(rep.token, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'INTERESTED',
    });
    const shown = await panel(reviewer.token, 'opportunity', O);
    expect(shown).toMatchObject({ stage: 'Interested customer', nextStage: 'Needs confirmation' });
    expect(shown.missing.map(({ label, isCustomers }) => `${label} ${isCustomers}`)).toContain('Company size true');
    expect(shown.missingNext.map(({ label, isCustomers }) => `${label} ${isCustomers}`)).toEqual(['Segment true']);
  });

  it('tells problems with their clause and how to mend them, and open notices with the working days left', async () => {
    const query = `mutation{updateCompany(id:"${A}",data:{tagCreditCode:"123"}){id}}`;
    await workspace.client(rep.token).request(query);
    await workspace.settle();
    await call('report', rep.token, { object: 'company', ids: [A], kind: 'NAME', description: '更名' });
    vi.setSystemTime('2026-09-30T01:00:00.000Z');
    const shown = await panel(reviewer.token, 'company', A);
    expect(shown.problems).toEqual([
      expect.objectContaining({
        severity: 'ERROR',
        message: "is not 18 characters of the standard's form; it has 3 characters: 123",
        mending: 'Copy all 18 characters from the business licence',
      }),
    ]);
    expect(shown.notices).toEqual([
      expect.objectContaining({
        kind: 'Name changed',
        description: '更名',
        dueDate: '2026-09-29',
        isOverdue: true,
        workingDaysLeft: -1,
      }),
    ]);
    expect(shown.review.approve).toEqual({ may: false, reason: 'the tags still have errors; see the problems' });
    // Looking writes nothing: the overdue notice is the sweep's to mark.
    expect(workspace.records('tagChangeNotice')[0]).toMatchObject({ status: 'OPEN' });
  });

  it('names a stage only where the record has one of its own', async () => {
    const N = 'aaaaaaaa-0000-4000-8000-000000000006';
    workspace.insert('tagProduct', [{ id: N, name: '边缘网关', model: 'EG-1' }]);
    expect(await panel(reviewer.token, 'tagProduct', N)).toMatchObject({ stage: null, nextStage: null });
    expect(await panel(reviewer.token, 'tagMember', P)).toMatchObject({ stage: null, nextStage: null });
  });

  it('says that a record was returned as long as it is not corrected, whatever its status', async () => {
    const edit = async (data: Record<string, unknown>): Promise<void> => {
      const query = `mutation($d:CompanyUpdateInput!){updateCompany(id:"${A}",data:$d){id}}`;
      await workspace.client(rep.token).request(query, { d: data });
      await workspace.settle();
    };
    await edit({ tagCreditCode: '123' });
    expect((await panel(reviewer.token, 'company', A)).review).toMatchObject({
      status: 'INCOMPLETE',
      returnedAt: null,
    });
    const asked = { object: 'company', ids: [A], action: 'RETURN', note: '行业有误', failedPoints: ['BUSINESS'] };
    expect((await call<ActAnswer>('act', reviewer.token, asked)).body.done).toBe(1);
    const review = { status: 'INCOMPLETE', returnedAt: NOW.toISOString() };
    expect((await panel(reviewer.token, 'company', A)).review).toMatchObject(review);
    vi.setSystemTime('2026-09-28T02:00:00.000Z');
    await edit({ tagCreditCode: '' });
    expect((await panel(reviewer.token, 'company', A)).review).toMatchObject({ status: 'PENDING', returnedAt: null });
  });

  it('tells of a change by its tags, in the language of whoever looks', async () => {
    const query = `mutation{updateCompany(id:"${A}",data:{tagPurchaseIntent:HIGH}){id}}`;
    await workspace.client(rep.token).request(query);
    await workspace.settle();
    const entry = (await panel(manager.token, 'company', A)).log.find(({ tags }) => tags !== '');
    expect(entry).toMatchObject({ tags: tagOf('company', 'tagPurchaseIntent').label['zh-TW'], note: '' });
  });

  it('never carries the value of a sensitive tag', async () => {
    await createOne(rep.token, 'tagCredit', { companyId: A, rating: 'CCC', hasOverdue: true, overdueCount: 0 });
    const query = `mutation($d:CompanyUpdateInput!){updateCompany(id:"${A}",data:$d){id}}`;
    await workspace.client(rep.token).request(query, {
      d: { tagSpecialNeeds: '秘密条款', tagBudgetMin: { amountMicros: 987654000000, currencyCode: 'CNY' } },
    });
    await workspace.settle();
    const text = JSON.stringify(await panel(reviewer.token, 'company', A));
    expect(text).toContain('Overdue');
    for (const secret of ['CCC', '秘密条款', '987654', 'tagBaseline']) expect(text).not.toContain(secret);
  });

  it('costs few calls', async () => {
    const { apiCalls } = await call('panel', rep.token, { object: 'company', id: A });
    expect(apiCalls).toBeLessThanOrEqual(6);
  });
});

describe('the decision card', () => {
  const SECRETS = ['CCC', '秘密条款', '987,654', '交期长'];
  const yuan = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'CNY' });
  const inRole = (role: string, locale = 'en'): Member =>
    workspace.addMember({
      firstName: role,
      lastName: 'Test',
      email: `${role}@example.cn`,
      locale,
      role: universalIdentifier('role', role),
    });
  const card = async (token: string) => (await call<Card>('card', token, { id: O })).body;
  const texts = ({ sections }: Card, wanted: string) =>
    Object.fromEntries(
      sections.find(({ section }) => section === wanted)?.lines.map((line) => [line.tag, line.text]) ?? [],
    );

  beforeEach(async () => {
    await workspace
      .client(rep.token)
      .request(`mutation($d:CompanyUpdateInput!){updateCompany(id:"${A}",data:$d){id}}`, {
        d: {
          tagPurchaseIntent: 'HIGH',
          tagProductNeeds: '网关50台',
          tagSpecialNeeds: '秘密条款',
          tagStrategy: '先试用',
          tagBudgetMin: yuan(100_000),
          tagBudgetMax: yuan(987_654),
        },
      });
    await workspace.settle();
    const overdue = { isOverdueNow: true, hasOverdue: true, overdueCount: 2, longestOverdueDays: 35 };
    await createOne(rep.token, 'tagCredit', { companyId: A, rating: 'CCC', ...overdue });
    await createOne(rep.token, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'SOLUTION',
      amount: yuan(1_000_000),
      tagCompetitors: ['甲公司'],
      tagDisadvantage: '交期长',
    });
    await createOne(rep.token, 'tagProduct', {
      id: B,
      name: '网关',
      model: 'DG-200',
      category: 'HARDWARE',
      features: '8路',
    });
    await createOne(rep.token, 'tagOpportunityItem', {
      opportunityId: O,
      productId: B,
      quantity: 50,
      amount: yuan(9_000),
    });
  });

  it('shows a manager what there is to decide by, in their language', async () => {
    const shown = await card(inRole('sales-manager').token);
    expect(shown).toMatchObject({
      name: '二期',
      customer: CLEAN.name,
      stage: 'Solution design',
      nextStage: 'Negotiation',
      amount: 'CN¥1,000,000.00',
      signal: { value: 'STOP', label: 'Stop' },
      feasibility: { value: 'LOW', label: 'Low' },
      budget: 'OVER',
      offers: [{ name: '网关 DG-200', quantity: '50', amount: 'CN¥9,000.00' }],
    });
    expect(shown.risks.map(({ value }) => value)).toEqual(['CREDIT_STOP', 'CUSTOMER_INCOMPLETE']);
    for (const { label, meaning } of shown.risks) expect(`${label}${meaning}`).toMatch(/^[A-Z].+[A-Z]/);
    expect(texts(shown, 'NEEDS')).toMatchObject({ tagProductNeeds: '网关50台', tagSpecialNeeds: '秘密条款' });
    expect(texts(shown, 'CREDIT')).toMatchObject({ rating: 'CCC', isOverdueNow: 'Yes', longestOverdueDays: '35' });
    expect(texts(shown, 'COMPETITION')).toMatchObject({ tagCompetitors: '甲公司', tagDisadvantage: '交期长' });
    expect(texts(shown, 'CUSTOMER')).toMatchObject({ tagPurchaseIntent: 'High', tagStrategy: '先试用' });
    expect(texts(shown, 'HISTORY')).toMatchObject({ tagCooperationCount: '0' });
    const next = shown.missingNext.map(({ label }) => label);
    expect(next).toContain('Credit signal: Stop');
    expect(next.length).toBeGreaterThan(2);
    expect((await card(inRole('executive', 'zh-TW').token)).signal.label).toBe('停止');
  });

  it.each<[string, readonly string[]]>([
    ['sales-representative', ['CCC']],
    ['sales-assistant', SECRETS],
  ])('withholds from a %s what they may not see, and nothing of it is told otherwise', async (role, hidden) => {
    const shown = await card(inRole(role).token);
    const text = JSON.stringify(shown);
    for (const secret of SECRETS) expect(text.includes(secret), secret).toBe(!hidden.includes(secret));
    expect(shown.budget).toBe(hidden.includes('987,654') ? null : 'OVER');
    expect(shown.signal.value).toBe('STOP');
    const [credit] = shown.sections.filter(({ section }) => section === 'CREDIT');
    expect(credit?.lines.every(({ isWithheld, text: value }) => isWithheld && value === '')).toBe(true);
  });

  it('is for whoever may see the deal', async () => {
    const outsider = workspace.addMember({ firstName: 'R', lastName: 'T', email: 'r@example.cn', role: 'reader' });
    expect((await call<Refused>('card', outsider.token, { id: O })).body.error.code).toBe('NOT_FOUND');
    expect((await call<Refused>('card', rep.token, { id: NOWHERE })).body.error.code).toBe('NOT_FOUND');
    expect((await call<Refused>('card', null, { id: O })).status).toBe(401);
    expect((await call<Refused>('card', rep.token, { id: 'x' })).body.error.code).toBe('ID_INVALID');
  });

  it('writes nothing and costs few calls', async () => {
    const before = one('opportunity', O);
    const { apiCalls, status } = await call('card', rep.token, { id: O });
    expect(status).toBe(200);
    expect(apiCalls).toBeLessThanOrEqual(10);
    expect(one('opportunity', O)).toEqual(before);
  });
});
