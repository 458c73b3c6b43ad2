import { describe, expect, it } from 'vitest';
import { INSPECTION_SCORES } from '../../../objects/taxonomy/tag-inspection.ts';
import type { InspectionPage } from '../../../workflows/supervision/inspection-page.ts';
import { customerOf, idOf, type Member, type Row, travel, useOffice } from '../support.ts';

// Monday 12 October 2026.
const NOW = '2026-10-12T02:00:00.000Z';
const office = useOffice(NOW);

const SUPERVISOR = idOf(9001);
const inspections = () => office.all('tagInspection');
const inspection = (): Row => {
  const [one] = inspections();
  if (!one) throw new Error('no inspection');
  return one;
};
const set = (data: Row) => office.update(office.team.manager, 'tagInspection', String(inspection().id), data);
const titles = (status: 'TODO' | 'DONE' = 'TODO') =>
  office.titles(SUPERVISOR, status).filter((title) => String(title).includes('inspection'));
const stored = () =>
  inspections().map(({ updatedAt: _at, updatedBy: _by, searchVector: _v, position: _p, ...row }) => row);

const customers = (count: number, owner: string) =>
  office.workspace.insert(
    'company',
    Array.from({ length: count }, (_unused, at) =>
      customerOf(idOf(100 + at), { name: `无锡精控自动化有限公司${at}`, accountOwnerId: owner }),
    ),
  );

describe('a month', () => {
  it('opens with an inspection drafted for the supervisor, with a sample, figures and a task', async () => {
    const { rep, manager } = office.team;
    customers(5, rep.id);
    office.workspace.insert('tagLog', [
      { key: '1', name: '1', kind: 'APPROVED', at: '2026-09-30T15:59:59.000Z', responsibleId: rep.id },
      { key: '2', name: '2', kind: 'RETURNED', at: '2026-09-01T02:00:00.000Z', responsibleId: rep.id },
      // Of the months before and after.
      { key: '3', name: '3', kind: 'RETURNED', at: '2026-08-31T15:59:59.000Z', responsibleId: rep.id },
      { key: '4', name: '4', kind: 'RETURNED', at: '2026-09-30T16:00:00.000Z', responsibleId: rep.id },
      // The inspector's own records are not for the inspector to look at.
      { key: '5', name: '5', kind: 'RETURNED', at: '2026-09-02T02:00:00.000Z', responsibleId: manager.id },
    ]);
    await office.sweep();
    expect(inspection()).toMatchObject({
      key: '2026-10',
      period: '2026-10',
      name: 'Inspection 2026-10',
      inspectorId: manager.id,
      dueOn: '2026-10-30',
      status: 'DRAFT',
      creationAccuracyFigure: 50,
      creationAccuracy: null,
      counted: { creationAccuracy: { part: 1, whole: 2 } },
    });
    const sample = inspection().sample as readonly Row[];
    expect(sample.filter(({ object }) => object === 'company')).toHaveLength(2);
    expect(sample.filter(({ object }) => object === 'tagMember').map(({ id }) => id)).toEqual(
      expect.arrayContaining([idOf(9002), idOf(9003), idOf(9004)]),
    );
    expect(sample.map(({ member }) => member)).not.toContain(SUPERVISOR);
    expect(titles()).toEqual(['Hold the inspection of 2026-10']);
  });

  it('has one, however often it is swept; the next month another', async () => {
    customers(5, office.team.rep.id);
    await office.sweep();
    const before = stored();
    travel('2026-10-13T02:00:00.000Z');
    await office.sweep();
    expect(stored()).toEqual(before);
    travel('2026-11-02T02:00:00.000Z');
    await office.sweep();
    expect(inspections().map(({ key }) => key)).toEqual(['2026-10', '2026-11']);
  });

  it('draws none where the setting says so, and drafts none while nobody holds the post', async () => {
    office.workspace.setVariable('INSPECTION_SAMPLE', '0');
    await office.sweep();
    expect(inspection().sample).toEqual([]);
    office.open();
    office.workspace.setVariable('NOTICE_LANGUAGE', 'en');
    await office.update(office.team.reviewer, 'tagMember', SUPERVISOR, { duties: [] });
    await office.sweep();
    expect(inspections()).toEqual([]);
  });
});

describe('an inspection', () => {
  const scores = Object.fromEntries(INSPECTION_SCORES.map((score) => [score, 90]));
  it('is done once scored, by a method; else it is a draft again and says why', async () => {
    await office.sweep();
    await set({ status: 'DONE', ...scores });
    expect(inspection()).toMatchObject({
      status: 'DRAFT',
      result: 'an inspection is done once each score is given from 0 to 100 and a method is chosen',
    });
    expect(titles()).toHaveLength(1);
    await set({ status: 'DONE', methods: ['CRM_RECORDS', 'MEMBER_TALK'] });
    expect(inspection()).toMatchObject({ status: 'DONE', judgedStatus: 'DONE', result: '' });
    expect(titles()).toEqual([]);
    expect(titles('DONE')).toHaveLength(1);
  });

  it('not held by its last day is a task of whoever leads the inspector too, once, until it is held', async () => {
    const [{ id: senior } = { id: '' }] = [office.team.reviewer];
    office.workspace.insert('tagMember', [
      { id: idOf(9005), name: '总监', workspaceMemberId: senior, duties: ['SENIOR'] },
    ]);
    await office.sweep();
    const overdue = (status: 'TODO' | 'DONE' = 'TODO') =>
      office.tasks(SUPERVISOR, status).filter(({ tagMatter }) => tagMatter === 'OVERDUE');
    travel('2026-10-30T15:59:59.000Z');
    await office.sweep();
    expect(overdue()).toEqual([]);
    travel('2026-10-30T16:00:00.000Z');
    await office.sweep();
    expect(overdue()).toMatchObject([
      { title: 'Overdue, to be seen to: Hold the inspection of 2026-10', assigneeId: senior },
    ]);
    const before = stored();
    // Who ticks it off has not held it.
    await office.update(office.team.manager, 'task', String(overdue()[0]?.id), { status: 'DONE' });
    await office.sweep();
    expect(overdue()).toEqual([]);
    expect(stored()).toEqual(before);
    const [october] = inspections();
    const held = { status: 'DONE', methods: ['CRM_RECORDS'], ...scores };
    await office.update(office.team.manager, 'task', String(overdue('DONE')[0]?.id), { status: 'TODO' });
    await office.update(office.team.manager, 'tagInspection', String(october?.id), held);
    expect(office.one('tagInspection', String(october?.id))).toMatchObject({ judgedStatus: 'DONE', result: '' });
    expect([overdue(), overdue('DONE').length]).toEqual([[], 1]);
  });

  it('of one member is taken up, drawn and counted; the same twice is not', async () => {
    customers(3, office.team.rep.id);
    await office.sweep();
    const own = { period: '2026-10', memberId: idOf(9002), inspectorId: office.team.manager.id };
    await office.create(office.team.manager, 'tagInspection', { id: idOf(50), ...own });
    await office.create(office.team.manager, 'tagInspection', { id: idOf(51), ...own });
    expect(office.one('tagInspection', idOf(50))).toMatchObject({ key: `2026-10:${idOf(9002)}`, dueOn: '2026-10-30' });
    expect(office.one('tagInspection', idOf(51))).toMatchObject({
      key: '',
      result: 'there is an inspection of this month and these records already',
    });
    travel('2026-10-13T02:00:00.000Z');
    await office.sweep();
    const sample = office.one('tagInspection', idOf(50)).sample as readonly Row[];
    expect(new Set(sample.map(({ member }) => member))).toEqual(new Set([idOf(9002)]));
  });
});

describe('the page of an inspection', () => {
  const call = async ({ token }: Pick<Member, 'token'>, body: Row = {}) => {
    const response = await fetch(`${office.workspace.url}/s/tag-policy/inspection`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ id: inspection().id, ...body }),
    });
    const run = office.workspace.runs.findLast((each) => each.trigger === 'route');
    await office.workspace.settle();
    return { status: response.status, body: await response.json(), apiCalls: run?.apiCalls ?? 0 };
  };
  const look = async (who: Member, body: Row = {}): Promise<InspectionPage> => {
    const answer = await call(who, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as InspectionPage;
  };
  const CUSTOMER = idOf(1);
  const begin = async () => {
    const { rep } = office.team;
    office.workspace.insert('company', [
      { id: CUSTOMER, name: '无锡精控自动化有限公司', tagCustomerType: 'SME', accountOwnerId: rep.id },
    ]);
    office.workspace.insert('tagLog', [
      { key: '1', name: 'Approved: 甲', kind: 'APPROVED', at: '2026-09-29T02:00:00.000Z', responsibleId: rep.id },
      { key: '2', name: 'Returned: 乙', kind: 'RETURNED', at: '2026-09-29T02:00:00.000Z', responsibleId: rep.id },
    ]);
    await office.sweep();
  };
  const notices = () => office.all('tagRectification');

  it('shows each figure with what it was counted of, the rows behind it, and the sample', async () => {
    await begin();
    const page = await look(office.team.manager);
    expect(page).toMatchObject({ name: 'Inspection 2026-10', counted: '2026-09', mayIssue: true });
    expect(page.scores[0]).toMatchObject({ name: 'creationAccuracy', given: null, figure: 50, part: 1, whole: 2 });
    expect(page.behind).toMatchObject([{ record: '乙' }]);
    expect(page.sample.find(({ id }) => id === CUSTOMER)).toMatchObject({ member: '王志强', notices: [] });
    expect(page.sample.find(({ id }) => id === CUSTOMER)?.problem).not.toBe('');
    expect((await call(office.team.manager)).apiCalls).toBeLessThanOrEqual(6);
  });

  it('issues a notice of a record in one click, and one alone', async () => {
    await begin();
    const page = await look(office.team.manager, { issueOf: CUSTOMER });
    await look(office.team.manager, { issueOf: CUSTOMER });
    expect(notices()).toMatchObject([
      {
        number: '2026-10-001',
        status: 'OPEN',
        memberId: idOf(9002),
        assigneeId: office.team.rep.id,
        companyId: CUSTOMER,
        inspectionId: inspection().id,
        dueOn: '2026-10-15',
      },
    ]);
    expect(notices()[0]?.problem).toBe(office.one('company', CUSTOMER).tagProblemSummary);
    expect(page.sample.find(({ id }) => id === CUSTOMER)?.notices).toMatchObject([{ number: '2026-10-001' }]);
    expect(office.kinds(CUSTOMER)).toContain('RECTIFICATION_ISSUED');
    expect(office.titles(idOf(9002))).toContain('Put right and answer: rectification 2026-10-001');
  });

  it('issues one of what the inspector found', async () => {
    await begin();
    await look(office.team.manager, { issueOf: CUSTOMER, problem: '合同与标签不符' });
    expect(notices()).toMatchObject([{ problem: '合同与标签不符', status: 'OPEN' }]);
    await office.update(office.team.rep, 'tagRectification', String(notices()[0]?.id), { response: '已更正' });
    expect(notices()).toMatchObject([{ status: 'ANSWERED' }]);
  });

  it('is for whoever supervises, and issues nothing for others', async () => {
    await begin();
    const role = (label: string) =>
      office.workspace.manifest.roles.find((one) => one.label === `Tag policy · ${label}`)?.universalIdentifier ?? '';
    office.workspace.giveRole(office.team.rep.id, role('Sales representative'));
    office.workspace.giveRole(office.team.reviewer.id, role('Executive'));
    expect((await call(office.team.rep)).status).toBe(403);
    expect(await look(office.team.reviewer)).toMatchObject({ mayIssue: false });
    expect((await call(office.team.reviewer, { issueOf: CUSTOMER })).status).toBe(403);
    expect(notices()).toEqual([]);
  });
});
