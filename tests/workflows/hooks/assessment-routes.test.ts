import { beforeEach, describe, expect, it } from 'vitest';
import type { Bulletin } from '../../../workflows/assessment/bulletin.ts';
import type { AssessmentPage } from '../../../workflows/assessment/sheet.ts';
import { idOf, type Member, type Row, travel, useOffice } from '../support.ts';

const NOW = '2026-09-28T02:00:00.000Z';
const NEXT_QUARTER = '2026-10-08T02:00:00.000Z';
const office = useOffice(NOW);

const REP = idOf(9002);
const MANAGER = idOf(9001);

const call = async (path: 'assessment' | 'bulletin', { token }: Pick<Member, 'token'>, body: unknown) => {
  const response = await fetch(`${office.workspace.url}/s/tag-policy/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  const run = office.workspace.runs.findLast((each) => each.trigger === 'route');
  await office.workspace.settle();
  return { status: response.status, body: await response.json(), apiCalls: run?.apiCalls ?? 0 };
};
const look = async (who: Member, body: Row = { id: REP }): Promise<AssessmentPage> => {
  const answer = await call('assessment', who, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as AssessmentPage;
};
const refused = async (who: Member, body: Row, path: 'assessment' | 'bulletin' = 'assessment') => {
  const { status, body: answer } = await call(path, who, body);
  return [status, (answer as { error?: { code: string; message: string } }).error?.code];
};
/** Gives somebody the role of the policy with this label. */
const inRole = (who: Member, label: string): Member => {
  const role = office.workspace.manifest.roles.find((one) => one.label === `Tag policy · ${label}`);
  office.workspace.giveRole(who.id, role?.universalIdentifier ?? '');
  return who;
};
const assessment = (): Row => {
  const found = office.all('tagAssessment').find(({ memberId }) => memberId === REP);
  if (!found) throw new Error('no assessment');
  return found;
};
const titles = (id: string, status: 'TODO' | 'DONE' = 'TODO') =>
  office.titles(id, status).filter((title) => /ssessment/.test(String(title)));

beforeEach(async () => {
  const { rep, manager, reviewer } = office.team;
  office.workspace.insert('company', [{ id: idOf(1), name: '无锡精控自动化有限公司', accountOwnerId: rep.id }]);
  office.workspace.insert('tagLog', [
    { key: 'a', name: 'Approved: 甲', kind: 'APPROVED', responsibleId: rep.id, at: '2026-09-01T02:00:00.000Z' },
    {
      key: 'b',
      name: 'Returned: 无锡精控',
      kind: 'RETURNED',
      responsibleId: rep.id,
      companyId: idOf(1),
      at: '2026-08-01T02:00:00.000Z',
    },
    {
      key: 'c',
      name: 'Check missed: 无锡精控',
      kind: 'CHECK_MISSED',
      responsibleId: rep.id,
      companyId: idOf(1),
      dueOn: '2026-08-31',
    },
    { key: 'd', name: 'Check missed: 乙', kind: 'CHECK_MISSED', responsibleId: rep.id, dueOn: '2026-06-30' },
  ]);
  office.workspace.insert('tagChangeNotice', [
    {
      key: 'n',
      name: 'Name: 无锡精控',
      kind: 'NAME',
      companyId: idOf(1),
      assigneeId: rep.id,
      status: 'DONE',
      judgedStatus: 'DONE',
      isDetected: true,
      completedAt: '2026-09-10T02:00:00.000Z',
      dueOn: '2026-09-11',
    },
  ]);
  office.workspace.insert('tagRectification', [
    { name: 'ZG-2', outcome: 'NOT_IN_TIME', firstDueOn: '2026-09-21', assigneeId: rep.id, status: 'CLOSED' },
  ]);
  travel(NEXT_QUARTER);
  await office.sweep();
  inRole(rep, 'Sales representative');
  inRole(office.team.other, 'Sales representative');
  inRole(manager, 'Supervisor');
  inRole(reviewer, 'Data reviewer');
});

describe('the assessments of a member', () => {
  it('are shown to the member, with the rows behind each rate', async () => {
    const page = await look(office.team.rep);
    expect(page).toMatchObject({ isOwn: true, member: '王志强', quarters: ['2026Q3'], language: 'zh-CN' });
    expect(page.sheet).toMatchObject({
      quarter: '2026Q3',
      statusLabel: '草稿',
      byDiscovery: 1,
      may: { confirm: false, appeal: false, decide: false },
    });
    expect(page.sheet?.rates.map(({ name, part, whole }) => [name, part, whole])).toEqual([
      ['accuracy', 1, 2],
      ['timeliness', 0, 2],
      ['completeness', expect.any(Number), 1],
      ['propriety', expect.any(Number), 1],
      ['rectification', 0, 1],
    ]);
    expect(page.records).toMatchObject([{ object: 'company', id: idOf(1), isImproper: false }]);
    expect(page.sheet?.rates[4]).toMatchObject({ percent: 0, weight: 10, borne: 10 });
    const target = { object: 'company', id: idOf(1) };
    expect(
      page.behind.map(({ label, record, dueOn, byDiscovery, target: to }) => [label, record, dueOn, byDiscovery, to]),
    ).toEqual([
      ['整改通知', 'ZG-2', '2026-09-21', false, { object: 'tagRectification', id: expect.any(String) }],
      ['名称变更', '无锡精控', '2026-09-11', true, target],
      ['检查逾期', '无锡精控', '2026-08-31', false, target],
      ['退回', '无锡精控', null, false, target],
    ]);
  });

  it.each([
    ['a colleague', 'other', 'Sales representative', 403],
    ['a reviewer', 'reviewer', 'Data reviewer', 403],
    ['a tag administrator', 'reviewer', 'Tag administrator', 403],
    ['an assistant', 'other', 'Sales assistant', 403],
    ['a manager', 'other', 'Sales manager', 200],
    ['an executive', 'other', 'Executive', 200],
    ['a supervisor by duty, whatever the role', 'manager', 'Data reviewer', 200],
  ] as const)('are asked for by %s: %s in the role %s: %i', async (_who, who, role, status) => {
    const { status: found, body } = await call('assessment', inRole(office.team[who], role), { id: REP });
    expect(found).toBe(status);
    if (status === 403) expect(body.error.code).toBe('MAY_NOT_ASSESS');
    else expect((body as AssessmentPage).isOwn).toBe(false);
  });

  it('cost few calls, and a refusal fewer', async () => {
    expect((await call('assessment', office.team.rep, { id: REP })).apiCalls).toBe(3);
    expect((await call('assessment', office.team.other, { id: REP })).apiCalls).toBe(3);
  });

  it('are not told to an API key or a wrong request', async () => {
    expect(await refused({ id: '', token: office.workspace.apiKey }, { id: REP })).toEqual([401, 'NOT_SIGNED_IN']);
    expect(await refused(office.team.rep, { id: 'x' })).toEqual([400, 'ID_INVALID']);
    expect(await refused(office.team.rep, { id: REP, act: 'DELETE' })).toEqual([400, 'ACTION_UNKNOWN']);
    expect(await refused(office.team.rep, { id: idOf(404) })).toEqual([404, 'NOT_FOUND']);
  });

  it('go from the draft by confirmation and appeal to the decision', async () => {
    const { rep, manager } = office.team;
    expect((await look(manager)).sheet?.may).toEqual({ confirm: true, appeal: false, decide: false });
    expect((await look(manager, { id: REP, act: 'CONFIRM' })).sheet).toMatchObject({
      status: 'CONFIRMED',
      confirmedBy: '陈建国',
      appealUntil: '2026-10-12',
      may: { confirm: false, appeal: false, decide: false },
    });
    expect(titles(REP)).toEqual(['Read your assessment of 2026Q3']);
    expect((await look(rep)).sheet?.may).toEqual({ confirm: false, appeal: true, decide: false });

    travel('2026-10-12T15:59:59.000Z');
    const appealed = await look(rep, { id: REP, act: 'APPEAL', appeal: '八月的退回有误' });
    expect(appealed.sheet).toMatchObject({ status: 'APPEALED', appeal: '八月的退回有误' });
    expect(assessment()).toMatchObject({ status: 'APPEALED', appealedAt: '2026-10-12T15:59:59.000Z' });
    expect([titles(REP), titles(REP, 'DONE')]).toEqual([[], ['Read your assessment of 2026Q3']]);
    expect(titles(MANAGER)).toContain('Decide on an appeal against an assessment of 2026Q3');

    // What is put right meanwhile is counted; it was confirmed with these weights.
    office.workspace.insert('tagLog', [
      { key: 'e', name: 'e', kind: 'APPROVED', responsibleId: rep.id, at: '2026-09-02T02:00:00.000Z' },
    ]);
    office.workspace.setVariable('ASSESSMENT_WEIGHTS', '100/0/0/0/0');
    travel('2026-10-20T02:00:00.000Z');
    await office.sweep();
    expect(assessment()).toMatchObject({ status: 'APPEALED', accuracyPart: 2, weights: '30/30/20/10/10' });

    expect(await refused(manager, { id: REP, act: 'DECIDE' })).toEqual([403, 'ASSESSMENT_REFUSED']);
    expect((await look(manager, { id: REP, act: 'DECIDE', decision: '更正后成立' })).sheet).toMatchObject({
      status: 'FINAL',
      decision: '更正后成立',
      decidedBy: '陈建国',
    });
    expect(assessment()).toMatchObject({ status: 'FINAL', judgedStatus: 'FINAL', decision: '更正后成立' });
    expect(titles(MANAGER)).not.toContain('Decide on an appeal against an assessment of 2026Q3');
    const before = assessment();
    travel('2026-10-21T02:00:00.000Z');
    await office.sweep();
    expect(assessment()).toEqual(before);
  });

  it('are not appealed against too early, too late, twice, without words, or by another', async () => {
    const { rep, manager } = office.team;
    const appeal = { id: REP, act: 'APPEAL', appeal: '有误' };
    expect(await refused(rep, appeal)).toEqual([400, 'APPEAL_NOT_OPEN']);
    await look(manager, { id: REP, act: 'CONFIRM' });
    expect(await refused(manager, appeal)).toEqual([403, 'MAY_NOT_ASSESS']);
    expect(await refused(rep, { ...appeal, appeal: '  ' })).toEqual([400, 'APPEAL_EMPTY']);
    travel('2026-10-12T16:00:00.000Z');
    expect(await refused(rep, appeal)).toEqual([400, 'APPEAL_TOO_LATE']);
    expect((await look(rep)).sheet?.may.appeal).toBe(false);
    travel('2026-10-12T15:00:00.000Z');
    await look(rep, appeal);
    expect(await refused(rep, appeal)).toEqual([400, 'APPEAL_NOT_OPEN']);
    expect(assessment().appeal).toBe('有误');
  });

  it('are confirmed by nobody of themselves, and by nobody without the duty', async () => {
    const { manager, other } = office.team;
    expect(await refused(manager, { id: MANAGER, act: 'CONFIRM' })).toEqual([403, 'ASSESSMENT_REFUSED']);
    expect(await refused(inRole(other, 'Executive'), { id: REP, act: 'CONFIRM' })).toEqual([403, 'ASSESSMENT_REFUSED']);
    expect(assessment().status).toBe('DRAFT');
  });

  it('ask the supervisors no more once the last draft is confirmed', async () => {
    const { manager, other } = office.team;
    await office.update({ token: office.workspace.apiKey }, 'tagMember', idOf(9003), { duties: ['SUPERVISOR'] });
    for (const number of [9002, 9003, 9004]) await look(manager, { id: idOf(number), act: 'CONFIRM' });
    expect(titles(MANAGER)).toEqual(['Confirm the assessments of 2026Q3']);
    await look(other, { id: MANAGER, act: 'CONFIRM' });
    expect(titles(MANAGER)).toEqual(['Read your assessment of 2026Q3']);
  });

  it('show the quarter that is asked for', async () => {
    office.workspace.insert('tagAssessment', [
      {
        key: `${REP}:2026Q2`,
        name: '2026Q2',
        quarter: '2026Q2',
        memberId: REP,
        score: 80,
        status: 'FINAL',
        judgedStatus: 'FINAL',
      },
    ]);
    expect((await look(office.team.rep)).quarters).toEqual(['2026Q3', '2026Q2']);
    const earlier = await look(office.team.rep, { id: REP, quarter: '2026Q2' });
    expect(earlier.sheet).toMatchObject({ quarter: '2026Q2', score: 80 });
    expect(earlier.behind.map(({ record }) => record)).toEqual(['乙']);
    expect((await look(office.team.rep, { id: REP, quarter: '2020Q1' })).sheet).toBeNull();
  });
});

describe('the bulletin of a month', () => {
  const bulletin = async (who: Member, body: Row = {}): Promise<Bulletin> => {
    const answer = await call('bulletin', who, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as Bulletin;
  };

  it('tells by team and member what was judged in it: of the month that ended last unless another is asked for', async () => {
    const found = await bulletin(office.team.manager);
    expect(found).toMatchObject({ month: '2026-09', at: NEXT_QUARTER, weights: [30, 30, 20, 10, 10] });
    expect(found.months.slice(0, 2)).toEqual(['2026-10', '2026-09']);
    expect(found.teams.map(({ manager, members }) => [manager, members.map(({ name }) => name)])).toEqual([
      ['陈建国', ['林晓梅', '王志强']],
      [null, ['赵静怡', '陈建国']],
    ]);
    const [team] = found.teams;
    expect(team?.members[1]).toMatchObject({
      byDiscovery: 1,
      rates: { accuracy: { part: 1, whole: 1, percent: 100 }, timeliness: { part: 0, whole: 1, percent: 0 } },
    });
    expect(team?.members[0]).toMatchObject({ score: null, grade: null });
    expect(team?.total.rates.accuracy).toEqual({ part: 1, whole: 1, percent: 100 });
    const august = await bulletin(office.team.manager, { month: '2026-08' });
    expect(august.teams[0]?.members[1]?.rates).toMatchObject({
      accuracy: { part: 0, whole: 1 },
      timeliness: { part: 0, whole: 1 },
    });
  });

  it('is for whoever may read assessments, of months that have begun', async () => {
    expect(await refused(office.team.rep, {}, 'bulletin')).toEqual([403, 'MAY_NOT_ASSESS']);
    expect(await refused(office.team.reviewer, {}, 'bulletin')).toEqual([403, 'MAY_NOT_ASSESS']);
    for (const month of ['2026-11', '2026-13', '2026', 9]) {
      expect(await refused(office.team.manager, { month }, 'bulletin')).toEqual([400, 'MONTH_INVALID']);
    }
    expect(await bulletin(inRole(office.team.other, 'Executive'), { month: '2026-10' })).toMatchObject({
      month: '2026-10',
    });
  });

  it('costs few calls', async () => {
    expect((await call('bulletin', office.team.manager, {})).apiCalls).toBe(5);
  });
});
