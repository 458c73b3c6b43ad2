import { beforeEach, describe, expect, it } from 'vitest';
import { idOf, travel, useOffice } from '../support.ts';

const [A, B, R, S, P, Q] = [1, 2, 3, 4, 5, 6].map(idOf) as [string, string, string, string, string, string];
const TASK = 'Leave one credit record: 无锡精控自动化有限公司';
const office = useOffice('2026-09-28T01:00:00.000Z', { server: '2.21' });

const signal = () => office.one('company', A).tagCreditSignal;
const rate = (id: string, companyId: string, more: object) =>
  office.create(office.team.manager, 'tagCredit', { id, companyId, ...more });
const customers = async () => {
  const names = { [A]: '无锡精控自动化有限公司', [B]: '苏州恒达机械有限公司' };
  for (const [id, name] of Object.entries(names)) {
    await office.create(office.team.rep, 'company', { id, name, tagCustomerType: 'SME', tagIndustry: 'C' });
  }
};
const GOOD = { rating: 'AAA', ratedAt: '2026-08-01', hasOverdue: false };
const BAD = { rating: 'CCC', ratedAt: '2026-03-01', hasOverdue: true, overdueCount: 2, longestOverdueDays: 40 };

describe('two rated customers', () => {
  beforeEach(async () => {
    await customers();
    await rate(R, A, GOOD);
    await rate(S, B, BAD);
    expect(signal()).toBe('OK');
    travel('2026-09-28T02:00:00.000Z');
    await office.send(
      office.workspace.apiKey,
      'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}',
      { i: [A, B] },
    );
  });

  it('merge, and their records count as one: the newest rating, the worst overdue', async () => {
    expect(office.all('tagCredit').map(({ companyId, name }) => [companyId, name])).toEqual([
      [A, '无锡精控自动化有限公司'],
      [A, '无锡精控自动化有限公司'],
    ]);
    expect(signal()).toBe('CAUTION');
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.manager, 'tagCredit', S, { isOverdueNow: true });
    expect(signal()).toBe('STOP');
  });

  it('the tag manager is asked to leave one, as long as there are several', async () => {
    const { reviewer, manager } = office.team;
    expect(office.tasks(A, 'TODO')).toMatchObject([{ title: TASK, assigneeId: reviewer.id }]);
    expect(JSON.stringify(office.tasks(A))).not.toMatch(/AAA|CCC/);
    travel('2026-09-28T03:00:00.000Z');
    await office.remove(manager, 'delete', 'tagCredit', S);
    expect(office.titles(A)).toEqual([]);
    expect(signal()).toBe('OK');
    travel('2026-09-28T04:00:00.000Z');
    await office.remove(manager, 'restore', 'tagCredit', S);
    expect(office.titles(A)).toEqual([TASK]);
    expect(office.tasks(A)).toHaveLength(1);
  });

  it('a task that was closed before there is one again stays closed', async () => {
    const [task] = office.tasks(A, 'TODO');
    await office.update(office.team.reviewer, 'task', String(task?.id), { status: 'DONE' });
    travel('2026-09-28T03:00:00.000Z');
    await rate(P, A, { rating: 'A' });
    expect(office.titles(A)).toEqual([]);
    expect(office.titles(A, 'DONE')).toEqual([TASK]);
  });
});

describe('what is deleted can be entered again', () => {
  it('a credit record', async () => {
    await customers();
    await rate(R, A, BAD);
    await office.remove(office.team.manager, 'delete', 'tagCredit', R);
    await rate(S, A, GOOD);
    expect(signal()).toBe('OK');
    expect(office.titles(A)).toEqual([]);
  });

  it('a product, which is told of while the other is there', async () => {
    const product = { name: '网关', model: 'DG-200', category: 'HARDWARE' };
    await office.create(office.team.rep, 'tagProduct', { id: P, ...product });
    await office.remove(office.team.rep, 'delete', 'tagProduct', P);
    await office.create(office.team.rep, 'tagProduct', { id: Q, ...product });
    expect(office.problems('tagProduct', Q)).toEqual([]);
    await office.remove(office.team.rep, 'restore', 'tagProduct', P);
    expect(office.problems('tagProduct', P)).toContain('NAME_DUPLICATE name');
    expect(office.problems('tagProduct', Q)).toContain('NAME_DUPLICATE name');
  });
});

describe('two profiles of one user', () => {
  it('count as one, and health tells of them', async () => {
    const { rep, reviewer } = office.team;
    await office.create(office.team.manager, 'tagMember', { id: P, name: '王志强', workspaceMemberId: rep.id });
    expect(await office.workspace.checkHealth()).toMatchObject({
      description: expect.stringContaining('Users with more than one profile, which count as one: 1 (王志强'),
    });
    // The second says nothing of who is whose manager; the first still does.
    await customers();
    await office.update(reviewer, 'company', A, {
      tagAction: 'RETURN',
      tagActionNote: '请核实',
      tagVerdictTruth: 'FAIL',
    });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: rep.id }]);
  });
});

describe('a day twice in the company calendar', () => {
  const dueDate = async () =>
    (
      (await office.workspace.runFunction('compute-deadline', {
        from: '2026-09-28T01:00:00.000Z',
        days: 1,
      })) as { dueDate: string }
    ).dueDate;

  it('counts as what was written last, and health tells of it', async () => {
    expect(await dueDate()).toBe('2026-09-29');
    office.workspace.insert('tagCalendarDay', [{ id: Q, name: '盘点', date: '2026-09-29', isWorkday: false }]);
    expect(await dueDate()).toBe('2026-09-30');
    travel('2026-09-28T02:00:00.000Z');
    office.workspace.insert('tagCalendarDay', [{ id: P, name: '照常上班', date: '2026-09-29', isWorkday: true }]);
    expect(await dueDate()).toBe('2026-09-29');
    travel('2026-09-28T03:00:00.000Z');
    await office.update(office.team.reviewer, 'tagCalendarDay', Q, { name: '年中盘点' });
    expect(await dueDate()).toBe('2026-09-30');
    expect(await office.workspace.checkHealth()).toMatchObject({
      description: expect.stringContaining(
        'Days that stand more than once in the company calendar, where what was written last counts: 1',
      ),
    });
  });
});

describe('the key of the memory', () => {
  it('in the trash still is the key', async () => {
    await customers();
    await rate(R, A, GOOD);
    const [row] = office.all('tagSweep').filter(({ key }) => key === 'memory-key');
    const { seen } = office.one('company', A).tagBaseline as { seen: Record<string, string> };
    await office.workspace
      .client(office.workspace.applicationToken)
      .request('mutation($i:UUID!,$d:TagSweepUpdateInput!){updateTagSweep(id:$i,data:$d){id}}', {
        i: row?.id,
        d: { deletedAt: '2026-09-28T01:30:00.000Z' },
      });
    travel('2026-09-28T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagPurchaseIntent: 'HIGH' });
    expect(office.one('company', A).tagBaseline).toMatchObject({ seen: { rating: seen.rating } });
  });
});
