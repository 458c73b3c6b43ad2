import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

// Wednesday 30 September 2026, 15:00 in Shanghai; the next working day is Thursday 8 October.
const NOW = '2026-09-30T07:00:00.000Z';
const DUE = '2026-10-08T16:00:00.000Z';
const A = idOf(1);
const P = idOf(2);
const O = idOf(3);
const N = idOf(4);
const G = idOf(5);
const BASIC = customerOf(A);
const RENAMED = '无锡精控自动化股份有限公司';
const office = useOffice(NOW);

const customer = () => office.create(office.team.rep, 'company', { ...BASIC, accountOwnerId: office.team.rep.id });
const report = (data: Record<string, unknown>) =>
  office.create(office.team.other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A, ...data });
const notice = () => office.one('tagChangeNotice', N);
/** The owner's task of a reported name, and the tag manager's. */
const TO_UPDATE = `Update the tags (Name changed): ${BASIC.name}`;
const HEARD = `Change reported (Name changed): ${BASIC.name}`;
const task = (title: string) => office.tasks(A).find((one) => one.title === title);
/** Something that lets the hooks look at the customer's notices once more. */
let employees = 0;
const touch = () => {
  employees += 1;
  return office.update(office.team.rep, 'company', A, { tagEmployees: employees });
};

describe('a major change reported first', () => {
  beforeEach(async () => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
    await report({ occurredAt: '2026-09-30T06:00:00.000Z', description: 'new name at the registry' });
  });

  it('opens with deadline, task for the owner, and log', async () => {
    expect(notice()).toMatchObject({
      status: 'OPEN',
      dueAt: DUE,
      dueOn: '2026-10-08',
      calendar: 'OFFICIAL',
      reportedById: office.team.other.id,
      assigneeId: office.team.rep.id,
      detectedAt: '2026-09-30T08:00:00.000Z',
      isDetected: false,
      name: `Name changed: ${BASIC.name}`,
      key: `reported:${N}:${A}`,
    });
    expect(office.titles(A)).toEqual([HEARD, TO_UPDATE]);
    expect(task(TO_UPDATE)).toMatchObject({ assigneeId: office.team.rep.id, dueAt: '2026-10-08T10:00:00.000Z' });
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'NOTICE_OPENED', onTime: true, byId: office.team.other.id });
  });

  it('is done by the edit of the tag, the second before the deadline', async () => {
    travel('2026-10-08T15:59:59.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    expect(notice()).toMatchObject({ status: 'DONE', completedAt: '2026-10-08T15:59:59.000Z', workingDaysTaken: 1 });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(office.notices(A)).toHaveLength(1);
    expect(office.log(A).filter(({ kind }) => kind === 'NOTICE_CLOSED')).toMatchObject([
      { onTime: true, dueOn: '2026-10-08' },
    ]);
  });

  it('has the same last day where the day ends before midnight', async () => {
    office.workspace.setVariable('DAY_ENDS_AT', '17:30');
    await touch();
    expect(notice()).toMatchObject({ dueAt: DUE, dueOn: '2026-10-08' });
    await report({ id: idOf(6), kind: 'BUSINESS_SCOPE', occurredAt: '2026-09-30T06:00:00.000Z' });
    expect(office.one('tagChangeNotice', idOf(6))).toMatchObject({
      dueAt: '2026-10-08T09:30:00.000Z',
      dueOn: '2026-10-08',
    });
  });

  it('is done late at the instant itself', async () => {
    travel(DUE);
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    expect(notice()).toMatchObject({ status: 'DONE_LATE', workingDaysTaken: 2 });
    expect(office.log(A).filter(({ kind }) => kind === 'NOTICE_CLOSED')).toMatchObject([{ onTime: false }]);
  });

  it('is overdue from the instant on, once, with a task for the manager that the late edit closes', async () => {
    travel('2026-10-08T15:59:59.999Z');
    await touch();
    expect(notice().status).toBe('OPEN');
    travel(DUE);
    await touch();
    expect(notice().status).toBe('OVERDUE');
    travel('2026-10-09T02:00:00.000Z');
    await touch();
    const escalations = office.tasks(A, 'TODO').filter((task) => String(task.title).startsWith('Overdue'));
    expect(escalations).toMatchObject([
      { title: `Overdue change (Name changed): ${BASIC.name}`, assigneeId: office.team.manager.id },
    ]);
    expect(office.kinds(A).filter((kind) => kind === 'NOTICE_OVERDUE')).toHaveLength(1);
    travel('2026-10-09T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    expect(notice()).toMatchObject({ status: 'DONE_LATE' });
    expect(office.titles(A, 'TODO').filter((title) => String(title).includes('(Name changed)'))).toEqual([]);
  });

  it('is overdue no more when it turns out to have happened later, and may be overdue again', async () => {
    const { other } = office.team;
    const escalations = () =>
      office
        .tasks(A)
        .filter(({ title }) => String(title).startsWith('Overdue'))
        .map(({ status }) => status);
    travel(DUE);
    await touch();
    expect(escalations()).toEqual(['TODO']);
    await office.update(other, 'tagChangeNotice', N, { occurredAt: '2026-10-08T02:00:00.000Z' });
    expect(notice()).toMatchObject({ status: 'OPEN', dueAt: '2026-10-09T16:00:00.000Z' });
    expect(escalations()).toEqual(['DONE']);
    travel('2026-10-09T16:00:00.000Z');
    await touch();
    expect(notice().status).toBe('OVERDUE');
    expect(escalations().sort()).toEqual(['DONE', 'TODO']);
  });

  it('is not done by the edit of another tag', async () => {
    travel('2026-10-08T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagRegion: 'JIANGSU' });
    expect(notice().status).toBe('OPEN');
  });

  it('moves with a correction of when it happened: due date, task, verdict', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { occurredAt: '2026-10-08T02:00:00.000Z' });
    expect(notice()).toMatchObject({ status: 'OPEN', dueAt: '2026-10-09T16:00:00.000Z' });
    expect(office.tasks(A)).toHaveLength(2);
    expect(task(HEARD)).toMatchObject({ dueAt: '2026-10-09T10:00:00.000Z' });
    expect(task(TO_UPDATE)).toMatchObject({ dueAt: '2026-10-09T10:00:00.000Z' });
  });

  it('is cancelled with a note, task and all', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { status: 'CANCELLED', note: 'reported twice' });
    expect(notice()).toMatchObject({ status: 'CANCELLED' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'NOTICE_CLOSED', note: 'reported twice' });
  });

  it('is not cancelled without one: the status comes back and the log says why', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { status: 'CANCELLED' });
    expect(notice()).toMatchObject({ status: 'OPEN' });
    expect(office.tasks(A, 'TODO')).toHaveLength(2);
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'REFUSED', note: 'a notice is cancelled only with a reason' });
  });

  it('is not done by saying so', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { status: 'DONE' });
    expect(notice()).toMatchObject({ status: 'OPEN', completedAt: null });
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'REFUSED' });
  });

  it('of a day no calendar reaches counts from when it was reported', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { occurredAt: '1026-10-08T02:00:00.000Z' });
    expect(notice()).toMatchObject({ occurredAt: '2026-09-30T08:00:00.000Z', status: 'OPEN', dueAt: DUE });
  });
});

describe('a major change nobody reported', () => {
  it('is recorded as detected, met, with what it was and is', async () => {
    await customer();
    travel('2026-10-09T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    expect(office.notices(A)).toMatchObject([
      {
        kind: 'NAME',
        status: 'DONE',
        isDetected: true,
        occurredAt: '2026-10-09T02:00:00.000Z',
        completedAt: '2026-10-09T02:00:00.000Z',
        reportedById: office.team.rep.id,
        description: `Customer name: ${BASIC.name} → ${RENAMED}`,
      },
    ]);
    expect(office.tasks(A, 'TODO').filter(({ title }) => String(title).includes('Update the tags'))).toEqual([]);
  });

  it('is late once the person corrects when it happened, and in time again when corrected back', async () => {
    await customer();
    travel('2026-10-09T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    const [{ id } = { id: '' }] = office.notices(A);
    travel('2026-10-09T03:00:00.000Z');
    await office.update(office.team.rep, 'tagChangeNotice', String(id), { occurredAt: '2026-09-30T06:00:00.000Z' });
    expect(office.notices(A)).toMatchObject([{ status: 'DONE_LATE', dueAt: DUE, workingDaysTaken: 2 }]);
    travel('2026-10-09T04:00:00.000Z');
    await office.update(office.team.rep, 'tagChangeNotice', String(id), { occurredAt: '2026-10-08T06:00:00.000Z' });
    expect(office.notices(A)).toMatchObject([{ status: 'DONE', workingDaysTaken: 1 }]);
    expect(
      office
        .log(A)
        .filter(({ kind }) => kind === 'NOTICE_CLOSED')
        .map(({ onTime }) => onTime),
    ).toEqual([true, false, true]);
  });

  it('a first entry is none; each of the major tags changed is one of its kind', async () => {
    await customer();
    travel('2026-10-08T02:00:00.000Z');
    const address = (addressCity: string) => ({ addressCity, addressState: '江苏省', addressStreet1: '太湖大道1号' });
    await office.update(office.team.rep, 'company', A, {
      tagBusinessScope: '自动化',
      tagRegisteredAddress: address('无锡市'),
    });
    expect(office.notices(A)).toEqual([]);
    travel('2026-10-08T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, {
      tagBusinessScope: '软件',
      tagRegisteredAddress: address('苏州市'),
    });
    expect(
      office
        .notices(A)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['BUSINESS_SCOPE', 'OTHER_MAJOR']);
  });

  it('emptied first and filled anew is one all the same; filled as it was is none', async () => {
    await customer();
    travel('2026-10-08T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '自动化' });
    travel('2026-10-08T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '' });
    travel('2026-10-08T04:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '自动化' });
    expect(office.notices(A)).toEqual([]);
    travel('2026-10-08T05:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '' });
    travel('2026-10-08T06:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagBusinessScope: '软件' });
    expect(office.notices(A)).toMatchObject([{ kind: 'BUSINESS_SCOPE', description: 'Business scope: 自动化 → 软件' }]);
  });

  it('the key contact: another person, or that person’s name or title; not the phone', async () => {
    const { rep } = office.team;
    await office.create(rep, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' }, jobTitle: '采购员' });
    await office.create(rep, 'person', { id: G, name: { firstName: '敏', lastName: '周' }, jobTitle: '采购总监' });
    await office.create(rep, 'company', { ...BASIC, tagKeyContactId: P });
    travel('2026-10-08T02:00:00.000Z');
    await office.update(rep, 'person', P, { phones: { primaryPhoneNumber: '13961718800' } });
    expect(office.notices(A)).toEqual([]);
    travel('2026-10-08T03:00:00.000Z');
    await office.update(rep, 'person', P, { jobTitle: '采购经理' });
    expect(office.notices(A)).toMatchObject([
      { kind: 'KEY_CONTACT', description: 'Contact title: 采购员 → 采购经理', reportedById: rep.id },
    ]);
    travel('2026-10-08T04:00:00.000Z');
    await office.update(rep, 'company', A, { tagKeyContactId: G });
    expect(office.notices(A)).toHaveLength(2);
    expect(office.notices(A).at(-1)?.description).toContain('唐国栋 → 周敏');
  });
});

describe('a product', () => {
  const product = (more: object = {}) =>
    office.create(office.team.rep, 'tagProduct', {
      id: P,
      name: '网关',
      model: 'DG-200',
      category: 'HARDWARE',
      features: '4路串口',
      keeperId: office.team.other.id,
      ...more,
    });

  it('has two working days from when the upgrade was confirmed, over a make-up Saturday', async () => {
    await product();
    // Thursday 8 October; the two days are Friday and the make-up Saturday.
    travel('2026-10-08T02:00:00.000Z');
    await office.create(office.team.rep, 'tagChangeNotice', {
      id: N,
      kind: 'PERFORMANCE',
      productId: P,
      occurredAt: '2026-10-08T02:00:00.000Z',
    });
    expect(notice()).toMatchObject({
      status: 'OPEN',
      dueAt: '2026-10-10T16:00:00.000Z',
      assigneeId: office.team.other.id,
    });
    travel('2026-10-10T15:59:59.000Z');
    // Upgrades are told by the same tags, whichever of the three they are called.
    await office.update(office.team.other, 'tagProduct', P, { features: '8路串口' });
    expect(notice()).toMatchObject({ status: 'DONE', workingDaysTaken: 2 });
    expect(office.notices(P)).toHaveLength(1);
  });

  it('is done only when its required tags are complete too (A5)', async () => {
    await product();
    travel('2026-10-08T02:00:00.000Z');
    await office.create(office.team.rep, 'tagChangeNotice', {
      id: N,
      kind: 'FUNCTION_UPGRADE',
      productId: P,
      occurredAt: '2026-10-08T02:00:00.000Z',
    });
    travel('2026-10-09T02:00:00.000Z');
    await office.update(office.team.other, 'tagProduct', P, { features: '8路串口', category: null });
    expect(notice()).toMatchObject({ status: 'OPEN', completedAt: null });
    travel('2026-10-09T03:00:00.000Z');
    await office.update(office.team.other, 'tagProduct', P, { category: 'HARDWARE' });
    expect(notice()).toMatchObject({ status: 'DONE', completedAt: '2026-10-09T03:00:00.000Z' });
  });

  it('changed unreported and incomplete stays open, once, until complete', async () => {
    await product();
    travel('2026-10-08T02:00:00.000Z');
    await office.update(office.team.other, 'tagProduct', P, { features: '8路串口', category: null });
    expect(office.notices(P)).toMatchObject([{ kind: 'FUNCTION_UPGRADE', status: 'OPEN', isDetected: true }]);
    travel('2026-10-08T03:00:00.000Z');
    await office.update(office.team.other, 'tagProduct', P, { category: 'HARDWARE' });
    expect(office.notices(P).filter(({ kind }) => kind === 'FUNCTION_UPGRADE')).toMatchObject([{ status: 'DONE' }]);
    expect(office.tasks(P, 'TODO')).toEqual([]);
  });
});

describe('a reported change that fills an empty tag', () => {
  it.each([
    ['BUSINESS_SCOPE', { tagBusinessScope: '工业自动化设备' }],
    ['OTHER_MAJOR', { tagRegisteredAddress: { addressCity: '无锡市', addressStreet1: '太湖大道1号' } }],
    ['NEED', { tagProductNeeds: '网关50台' }],
  ])('%s is done by it, and nothing is found beside', async (kind, data) => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
    await report({ kind });
    travel('2026-09-30T09:00:00.000Z');
    await office.update(office.team.other, 'company', A, data);
    expect(office.notices(A)).toMatchObject([{ status: 'DONE', completedAt: '2026-09-30T09:00:00.000Z' }]);
    expect(office.tasks(A, 'TODO').filter(({ title }) => String(title).startsWith('Update'))).toEqual([]);
  });
});

describe('a change that was edited first and reported after', () => {
  beforeEach(async () => {
    await customer();
    travel('2026-09-30T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
  });

  it.each([
    ['as it was found', { occurredAt: '2026-09-30T01:30:00.000Z' }],
    ['saying nothing of when', {}],
    ['with the instant a form puts in', { occurredAt: '2026-09-30T02:10:00.000Z' }],
  ])('%s is done at once: the tag is right', async (_what, said) => {
    travel('2026-09-30T02:10:00.000Z');
    await report(said);
    expect(notice()).toMatchObject({ status: 'DONE', completedAt: '2026-09-30T02:00:00.000Z' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
  });

  it('but another change after the edit has to follow', async () => {
    travel('2026-10-09T02:10:00.000Z');
    await report({ occurredAt: '2026-10-08T02:00:00.000Z' });
    expect(notice()).toMatchObject({ status: 'OPEN' });
  });
});

describe('a notice that changes', () => {
  const TASK = `Update the tags (Name changed): ${BASIC.name}`;
  beforeEach(async () => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
  });

  it('cancelled and open again has its task open again', async () => {
    await report({});
    await office.update(office.team.other, 'tagChangeNotice', N, { status: 'CANCELLED', note: 'no change' });
    expect(office.titles(A)).not.toContain(TASK);
    await office.update(office.team.other, 'tagChangeNotice', N, { status: 'OPEN', note: '' });
    expect(office.titles(A)).toContain(TASK);
  });

  it('made before its customer was chosen has its task once it is', async () => {
    await report({ companyId: null });
    await office.update(office.team.other, 'tagChangeNotice', N, { companyId: A });
    expect(office.titles(A)).toContain(TASK);
  });

  it('takes its task along when it is deleted, restored, or given to another customer', async () => {
    const other = idOf(21);
    await office.create(office.team.other, 'company', { ...BASIC, id: other, accountOwnerId: office.team.other.id });
    await report({});
    await office.remove(office.team.other, 'delete', 'tagChangeNotice', N);
    expect(office.titles(A)).not.toContain(TASK);
    await office.remove(office.team.other, 'restore', 'tagChangeNotice', N);
    expect(office.titles(A)).toContain(TASK);
    await office.update(office.team.other, 'tagChangeNotice', N, { companyId: other });
    expect(office.titles(A)).not.toContain(TASK);
    expect(office.titles(other)).toContain(TASK);
  });

  it('is closed in the name of who updated the tags', async () => {
    await report({});
    travel('2026-09-30T09:00:00.000Z');
    await office.update(office.team.other, 'company', A, { name: RENAMED });
    expect(office.log(A).find(({ kind }) => kind === 'NOTICE_CLOSED')).toMatchObject({ byId: office.team.other.id });
  });

  it('of a customer that is destroyed falls due for nobody: it is closed', async () => {
    await report({});
    await office.remove(office.team.rep, 'delete', 'company', A);
    await office.remove(office.team.rep, 'destroy', 'company', A);
    travel('2026-10-09T16:00:00.000Z');
    await office.sweep();
    expect(notice()).toMatchObject({ status: 'CANCELLED', note: expect.stringContaining('not there any more') });
    expect(office.all('tagLog').filter(({ kind }) => kind === 'NOTICE_OVERDUE')).toEqual([]);
  });

  it('of how a deal went is done by its outcome', async () => {
    await office.create(office.team.rep, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: office.team.rep.id,
      tagSource: 'TRADE_FAIR',
    });
    await report({ companyId: null, opportunityId: O, kind: 'PROGRESS' });
    travel('2026-09-30T09:00:00.000Z');
    await office.update(office.team.rep, 'opportunity', O, { tagOutcome: 'LOST' });
    expect(notice()).toMatchObject({ status: 'DONE' });
  });
});

describe('needs, competition, progress, members', () => {
  it('a special need counts from when the customer confirmed it; its words are withheld', async () => {
    await customer();
    travel('2026-10-09T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, {
      tagSpecialNeeds: '只在周末到货',
      tagSpecialNeedsConfirmedAt: '2026-09-30T02:00:00.000Z',
    });
    expect(office.notices(A)).toMatchObject([
      {
        kind: 'SPECIAL_NEED',
        occurredAt: '2026-09-30T02:00:00.000Z',
        status: 'DONE_LATE',
        dueAt: DUE,
        description: 'Special needs: changed',
      },
    ]);
  });

  it('a later special need does not count from when an earlier one was confirmed', async () => {
    await customer();
    travel('2026-09-30T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, {
      tagSpecialNeeds: '只在周末到货',
      tagSpecialNeedsConfirmedAt: '2026-09-30T01:00:00.000Z',
    });
    travel('2026-10-20T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagSpecialNeeds: '只在夜间到货' });
    const later = office.notices(A).find((notice) => notice.occurredAt === '2026-10-20T02:00:00.000Z');
    expect(later).toMatchObject({ kind: 'SPECIAL_NEED', status: 'DONE' });
  });

  it('"none" is no special need', async () => {
    await customer();
    travel('2026-10-09T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagSpecialNeeds: '无' });
    expect(office.notices(A)).toEqual([]);
  });

  it('changed needs are reported, first ones are not', async () => {
    await customer();
    travel('2026-10-08T02:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagProductNeeds: '网关50台' });
    expect(office.notices(A)).toEqual([]);
    travel('2026-10-08T03:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagProductNeeds: '网关80台' });
    expect(office.notices(A)).toMatchObject([{ kind: 'NEED', status: 'DONE' }]);
  });

  it("a member's change is recorded", async () => {
    await office.create(office.team.manager, 'tagMember', {
      id: P,
      name: '孙倩',
      jobPosition: 'SALES_REP',
      joinedOn: '2026-09-01',
    });
    travel('2026-10-08T02:00:00.000Z');
    await office.update(office.team.manager, 'tagMember', P, { jobPosition: 'SENIOR_SALES_REP' });
    expect(office.notices(P)).toMatchObject([{ kind: 'MEMBER', status: 'DONE' }]);
  });

  it('a new competitor asks for another look at advantage and disadvantage, at each (4.1.6)', async () => {
    const { rep } = office.team;
    const deal = {
      id: O,
      name: '二期',
      ownerId: rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'NEGOTIATION',
      tagAdvantage: '交期短',
      tagDisadvantage: '价格高',
      tagNoCompetitor: true,
    };
    await office.create(rep, 'opportunity', deal);
    const open = () => office.problems('opportunity', O).filter((one) => one.startsWith('COMPETITION'));
    expect(open()).toEqual([]);
    travel('2026-10-08T02:00:00.000Z');
    await office.update(rep, 'opportunity', O, { tagNoCompetitor: false, tagCompetitors: ['甲公司'] });
    expect(open()).toEqual(['COMPETITION_NOT_REVIEWED tagAdvantage', 'COMPETITION_NOT_REVIEWED tagDisadvantage']);
    expect(office.notices(O)).toMatchObject([{ kind: 'COMPETITION', status: 'DONE' }]);
    travel('2026-10-08T03:00:00.000Z');
    await office.update(rep, 'opportunity', O, { tagAdvantage: '交期短一周' });
    expect(open()).toEqual(['COMPETITION_NOT_REVIEWED tagDisadvantage']);
    travel('2026-10-08T04:00:00.000Z');
    await office.update(rep, 'opportunity', O, { tagAction: 'CONFIRM' });
    expect(open()).toEqual([]);
    travel('2026-10-08T05:00:00.000Z');
    await office.update(rep, 'opportunity', O, { tagCompetitors: ['甲公司', '乙公司'] });
    expect(open()).toHaveLength(2);
    travel('2026-10-08T06:00:00.000Z');
    await office.update(rep, 'opportunity', O, { tagCompetitors: [], tagNoCompetitor: true });
    expect(open()).toEqual([]);
  });
});

it('a notice about nothing is judged too, and hangs on nothing', async () => {
  await office.create(office.team.rep, 'tagChangeNotice', { id: N, kind: 'NAME', occurredAt: NOW });
  expect(notice()).toMatchObject({ status: 'OPEN', dueAt: DUE, key: `reported:${N}` });
  expect(office.all('task')).toEqual([]);
});

describe('the tag manager', () => {
  it('hears of a reported change by a task that is closed with it (4.2.1)', async () => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
    await report({});
    const { reviewer: keeper, rep } = office.team;
    expect(office.tasks(A, 'TODO')).toHaveLength(2);
    expect(task(TO_UPDATE)).toMatchObject({ assigneeId: rep.id });
    expect(task(HEARD)).toMatchObject({ assigneeId: keeper.id });
    await office.sweep();
    expect(office.tasks(A)).toHaveLength(2);
    travel('2026-09-30T09:00:00.000Z');
    await office.update(rep, 'company', A, { name: RENAMED });
    expect(office.tasks(A, 'TODO')).toEqual([]);
  });
});

describe('a special need', () => {
  it('is asked its customer’s confirmation (4.2.3)', async () => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagSpecialNeeds: '只在周末到货' });
    const title = `Have the special need confirmed by the customer: ${BASIC.name}`;
    expect(office.titles(A)).toEqual([title]);
    expect(office.problems('company', A)).toContain('SPECIAL_NEED_UNCONFIRMED tagSpecialNeedsConfirmedAt');
    await office.sweep();
    expect(office.titles(A)).toEqual([title]);
    travel('2026-09-30T09:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { tagSpecialNeedsConfirmedAt: '2026-09-30T08:30:00.000Z' });
    expect(office.tasks(A, 'TODO')).toEqual([]);
    expect(office.problems('company', A)).not.toContain('SPECIAL_NEED_UNCONFIRMED tagSpecialNeedsConfirmedAt');
  });
});

describe('a verdict on the tags (3.1.5)', () => {
  it('is logged with who gave it, and taken back when the name changes', async () => {
    await customer();
    travel('2026-09-30T08:00:00.000Z');
    await office.update(office.team.manager, 'company', A, {
      tagVerification: 'VERIFIED',
      tagVerificationNote: '执照',
    });
    const verdicts = () => office.log(A).filter(({ kind }) => kind === 'VERIFICATION');
    expect(verdicts()).toMatchObject([{ byId: office.team.manager.id, after: 'Verified', note: '执照' }]);
    await office.sweep();
    travel('2026-09-30T09:00:00.000Z');
    await office.update(office.team.rep, 'company', A, { name: RENAMED });
    expect(office.one('company', A).tagVerification).toBe('UNVERIFIED');
    expect(verdicts()[1]).toMatchObject({ byId: office.team.rep.id, before: 'Verified', after: 'Unverified' });
    await office.sweep();
    expect(verdicts()).toHaveLength(2);
  });
});
