import { beforeEach, describe, expect, it } from 'vitest';
import { agreementOf, customerOf, idOf, travel, useOffice } from '../support.ts';

// Monday 31 August 2026: a customer made now is first due on 30 September, the day before National Day.
const NOW = '2026-08-31T01:00:00.000Z';
const END_OF_SEPTEMBER = '2026-09-30T16:00:00.000Z';
const A = idOf(1);
const O = idOf(2);
const M = idOf(3);
const CUSTOMER = customerOf(A);
const office = useOffice(NOW);

const company = () => office.one('company', A);
const createCompany = () =>
  office.create(office.team.rep, 'company', { ...CUSTOMER, accountOwnerId: office.team.rep.id });
const checkTitles = (id: string) => office.titles(id).filter((title) => /heck/.test(String(title)));

describe("a customer's monthly check", () => {
  beforeEach(createCompany);

  it('is missed though it is confirmed before a sweep has looked, once', async () => {
    travel('2026-09-30T16:01:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagAction: 'CONFIRM' });
    await office.sweep();
    const missed = office.log(A).filter(({ kind }) => kind === 'CHECK_MISSED');
    expect(missed).toMatchObject([{ at: END_OF_SEPTEMBER, onTime: false }]);
    expect(company().tagCheckState).toBe('CURRENT');
  });

  it('is due from three working days before the end, overdue from the end on, with a task each', async () => {
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagNextCheckOn: '2026-09-30' });
    // The 25th is Mid-Autumn Festival: the third working day before is the 24th.
    travel('2026-09-23T15:59:59.000Z');
    await office.sweep();
    expect(company().tagCheckState).toBe('CURRENT');
    expect(checkTitles(A)).toEqual([]);
    travel('2026-09-23T16:00:00.000Z');
    await office.sweep();
    expect(company().tagCheckState).toBe('DUE');
    expect(checkTitles(A)).toEqual([`Check the tags: ${CUSTOMER.name}`]);
    travel('2026-09-30T15:59:59.000Z');
    await office.sweep();
    expect(company().tagCheckState).toBe('DUE');
    travel(END_OF_SEPTEMBER);
    await office.sweep();
    expect(company().tagCheckState).toBe('OVERDUE');
    expect(checkTitles(A)).toEqual([`Check the tags: ${CUSTOMER.name}`, `Overdue check of tags: ${CUSTOMER.name}`]);
    const [own, escalated] = office.tasks(A, 'TODO');
    expect(own).toMatchObject({ assigneeId: office.team.rep.id, dueAt: '2026-09-30T10:00:00.000Z' });
    expect(escalated).toMatchObject({ assigneeId: office.team.manager.id });
    expect(office.log(A).filter(({ kind }) => kind === 'CHECK_MISSED')).toMatchObject([
      {
        at: END_OF_SEPTEMBER,
        dueOn: '2026-09-30',
        onTime: false,
        byId: office.team.rep.id,
        byName: '王志强',
      },
    ]);
  });

  it('has the same last day where the day ends before midnight, and is overdue from then on', async () => {
    office.workspace.setVariable('DAY_ENDS_AT', '17:30');
    travel('2026-09-30T01:00:00.000Z');
    await office.sweep();
    travel('2026-09-30T09:29:59.000Z');
    await office.sweep();
    expect(company()).toMatchObject({ tagCheckState: 'DUE', tagNextCheckOn: '2026-09-30' });
    // The hourly sweep finds it by its last day.
    travel('2026-09-30T09:30:00.000Z');
    await office.sweep();
    expect(company()).toMatchObject({ tagCheckState: 'OVERDUE', tagNextCheckOn: '2026-09-30' });
    expect(office.tasks(A)[0]).toMatchObject({ dueAt: '2026-09-30T10:00:00.000Z' });
    await office.update(office.team.rep, 'company', A, { tagAction: 'CONFIRM' });
    expect(office.log(A).find(({ kind }) => kind === 'CHECKED')).toMatchObject({ onTime: false, dueOn: '2026-09-30' });
  });

  it('is one miss and one pair of tasks, however often it is looked at', async () => {
    travel(END_OF_SEPTEMBER);
    await office.sweep();
    travel('2026-10-12T02:00:00.000Z');
    await office.sweep();
    await office.sweep();
    expect(office.kinds(A).filter((kind) => kind === 'CHECK_MISSED')).toHaveLength(1);
    expect(office.tasks(A)).toHaveLength(2);
  });

  it('is done by confirming: on time the second before, the tasks closed, the next one set', async () => {
    travel('2026-09-24T02:00:00.000Z');
    await office.sweep();
    travel('2026-09-30T15:59:59.000Z');
    await office.update(office.team.rep, 'company', A, { tagAction: 'CONFIRM' });
    expect(company()).toMatchObject({
      tagCheckState: 'CURRENT',
      tagLastCheckedAt: '2026-09-30T15:59:59.000Z',
      tagNextCheckOn: '2026-10-30',
      // In the language of the workspace, whoever confirmed.
      tagActionResult: 'Tags confirmed as current',
      tagAction: null,
    });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'CHECKED', onTime: true, byId: office.team.rep.id });
  });

  it('done at the instant is late and counts for the period it falls in', async () => {
    travel(END_OF_SEPTEMBER);
    await office.sweep();
    await office.update(office.team.rep, 'company', A, { tagAction: 'CONFIRM' });
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagNextCheckOn: '2026-11-30' });
    expect(office.log(A).find(({ kind }) => kind === 'CHECKED')).toMatchObject({ onTime: false });
    expect(office.tasks(A, 'TODO')).toEqual([]);
  });

  it('is done by an approved change, and not by a change alone', async () => {
    travel('2026-09-24T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(company()).toMatchObject({ tagCheckState: 'DUE', tagLastCheckedAt: null });
    travel('2026-09-24T03:00:00.000Z');
    await office.update(office.team.reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagLastCheckedAt: '2026-09-24T03:00:00.000Z' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
  });

  it('is warned of as early as the setting says', async () => {
    office.workspace.setVariable('CHECK_DUE_DAYS', '0');
    travel('2026-09-29T15:59:59.000Z');
    await office.sweep();
    expect(company().tagCheckState).toBe('CURRENT');
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    expect(company().tagCheckState).toBe('DUE');
  });
});

describe("a customer's check by groups", () => {
  const SIX = ['BASIC', 'INDUSTRY', 'SIZE', 'NEEDS', 'INTENT', 'HISTORY'];
  const confirm = (who: 'rep' | 'manager' | 'reviewer', groups: readonly string[] = []) =>
    office.update(office.team[who], 'company', A, { tagAction: 'CONFIRM', tagCheckedGroups: groups });
  const checked = () => office.log(A).filter(({ kind }) => kind === 'CHECKED');
  beforeEach(async () => {
    await createCompany();
    await office.create(office.team.manager, 'tagCredit', { companyId: A, rating: 'A', hasOverdue: false });
    travel('2026-09-24T02:00:00.000Z');
    await office.sweep();
  });

  it('is not kept by whoever may not read credit records; what is left is the manager’s', async () => {
    expect(company()).toMatchObject({ tagCheckState: 'DUE', tagGroupsLeft: [...SIX, 'CREDIT'] });
    await confirm('rep');
    expect(company()).toMatchObject({
      tagCheckState: 'DUE',
      tagGroupsLeft: ['CREDIT'],
      tagLastCheckedAt: null,
      tagCheckedGroups: [],
      tagAction: null,
    });
    expect(office.tasks(A, 'TODO')).toMatchObject([{ assigneeId: office.team.manager.id }]);
    expect(checked()).toMatchObject([{ byId: office.team.rep.id, onTime: null }]);
    travel('2026-09-30T15:59:59.000Z');
    await confirm('manager', ['CREDIT']);
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagGroupsLeft: [], tagNextCheckOn: '2026-10-30' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(checked()[1]).toMatchObject({ byId: office.team.manager.id, onTime: true, dueOn: '2026-09-30' });
  });

  it('is refused where nothing of it may be read; the groups stay, and the reason is on the record', async () => {
    await confirm('rep', ['CREDIT']);
    expect(company()).toMatchObject({ tagAction: null, tagCheckedGroups: ['CREDIT'], tagLastCheckedAt: null });
    expect(company().tagActionResult).toContain('only by somebody who may read it');
    expect(checked()).toEqual([]);
  });

  it('is kept at once by a manager, or by an approval, which looks at all groups', async () => {
    await confirm('manager');
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagGroupsLeft: [] });
    travel('2026-10-28T02:00:00.000Z');
    await office.sweep();
    await office.update(office.team.reviewer, 'company', A, { tagAction: 'APPROVE' });
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagGroupsLeft: [], tagNextCheckOn: '2026-11-30' });
    // Both count, for the owner, in the timeliness of their quarters.
    const { rep, manager, reviewer } = office.team;
    expect(checked()).toMatchObject([
      { byId: manager.id, responsibleId: rep.id, onTime: true, dueOn: '2026-09-30' },
      { byId: reviewer.id, responsibleId: rep.id, onTime: true, dueOn: '2026-10-30' },
    ]);
  });

  it('begins anew with the month: what was confirmed of a check that was missed counts for it no more', async () => {
    await confirm('rep');
    travel(END_OF_SEPTEMBER);
    await office.sweep();
    expect(company()).toMatchObject({ tagCheckState: 'OVERDUE', tagGroupsLeft: [...SIX, 'CREDIT'] });
    await confirm('manager', ['CREDIT']);
    expect(company()).toMatchObject({ tagCheckState: 'OVERDUE', tagGroupsLeft: SIX });
    await confirm('rep');
    expect(company()).toMatchObject({ tagCheckState: 'CURRENT', tagGroupsLeft: [], tagNextCheckOn: '2026-11-30' });
  });
});

describe("an opportunity's weekly check", () => {
  const deal = () => office.one('opportunity', O);
  const create = (more: object = {}) =>
    office.create(office.team.rep, 'opportunity', {
      id: O,
      name: '二期',
      ownerId: office.team.rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'PROSPECT',
      ...more,
    });

  it('falls on the make-up Saturday where a week has one', async () => {
    travel('2026-09-30T02:00:00.000Z');
    await create();
    expect(deal()).toMatchObject({ tagNextCheckOn: '2026-10-10' });
  });

  it('each week missed is one row of the log; the escalation is one', async () => {
    await create();
    travel('2026-09-21T02:00:00.000Z');
    await office.sweep();
    const missed = office.log(O).filter(({ kind }) => kind === 'CHECK_MISSED');
    expect(missed.map(({ at }) => at)).toEqual(['2026-09-11T16:00:00.000Z', '2026-09-20T16:00:00.000Z']);
    expect(checkTitles(O)).toEqual(['Check the tags: 二期', 'Overdue check of tags: 二期']);
  });

  it('ends with the deal, tasks and all, and begins anew when it is opened again', async () => {
    await create();
    travel('2026-09-15T02:00:00.000Z');
    await office.sweep();
    expect(deal().tagCheckState).toBe('OVERDUE');
    travel('2026-09-15T03:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagOutcome: 'LOST' });
    expect(deal()).toMatchObject({ tagCheckState: 'CURRENT', tagNextCheckOn: null });
    expect(office.tasks(O, 'TODO')).toEqual([]);
    travel('2026-11-10T02:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagOutcome: 'OPEN' });
    // Nobody could have checked it while it was closed.
    expect(deal()).toMatchObject({ tagCheckState: 'CURRENT', tagNextCheckOn: '2026-11-20' });
    expect(office.kinds(O).filter((kind) => kind === 'CHECK_MISSED')).toHaveLength(1);
  });

  it('in after-sales is monthly', async () => {
    await create({ tagStage: 'AFTER_SALES', tagOutcome: 'WON' });
    expect(deal()).toMatchObject({ tagNextCheckOn: '2026-09-30' });
  });
});

describe("a member's quarterly check", () => {
  it('is the manager’s task', async () => {
    await office.create(office.team.manager, 'tagMember', {
      id: M,
      name: '孙倩',
      jobPosition: 'SALES_REP',
      joinedOn: '2026-08-01',
      managerId: idOf(9001),
    });
    expect(office.one('tagMember', M)).toMatchObject({ tagNextCheckOn: '2026-12-31' });
    office.workspace.insert('tagAgreement', [agreementOf(idOf(9200), office.one('tagMember', M))]);
    await office.update(office.team.manager, 'tagMember', M, { workspaceMemberId: idOfGuest() });
    travel('2026-12-29T02:00:00.000Z');
    await office.sweep();
    expect(office.tasks(M, 'TODO')).toMatchObject([
      { title: 'Check the tags: 孙倩', assigneeId: office.team.manager.id },
    ]);
    // Its first quarter is over, and targets are asked for: nobody entered anything, so it has its turn, which comes on the
    // working day after.
    travel('2026-12-30T03:00:00.000Z');
    await office.sweep();
    expect(office.tasks(M, 'TODO')).toMatchObject([
      { title: 'Check the tags: 孙倩', assigneeId: office.team.manager.id },
      { title: 'Complete the tags: 孙倩', assigneeId: office.team.manager.id },
    ]);
  });

  const idOfGuest = () => office.workspace.addMember({ firstName: '倩', lastName: '孙', email: 'sun@example.cn' }).id;
});

describe('products', () => {
  it('are never due', async () => {
    await office.create(office.team.rep, 'tagProduct', { id: A, name: '网关', model: 'DG-200', category: 'HARDWARE' });
    expect(office.one('tagProduct', A)).toMatchObject({ tagCheckState: 'CURRENT', tagNextCheckOn: null });
  });
});
