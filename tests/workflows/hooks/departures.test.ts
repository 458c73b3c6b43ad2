import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai; the next working day ends on Tuesday at 16:00 UTC.
const NOW = '2026-09-28T01:00:00.000Z';
const DEED = '2026-09-28T02:00:00.000Z';
const LATER = '2026-09-28T03:00:00.000Z';
const DUE = { dueAt: '2026-09-29T16:00:00.000Z', dueOn: '2026-09-29' };
const A = idOf(1);
const B = idOf(2);
const P = idOf(3);
const Q = idOf(4);
const O = idOf(6);
const BASIC = customerOf(A);
const NAME = String(BASIC.name);
const TASK = `Update the tags (Key contact replaced): ${NAME}`;
const office = useOffice(NOW);

beforeEach(async () => {
  const { rep } = office.team;
  await office.create(rep, 'company', {
    id: B,
    name: '苏州恒达机械有限公司',
    tagCustomerType: 'SME',
    tagIndustry: 'C',
  });
  await office.create(rep, 'company', { ...BASIC, accountOwnerId: rep.id });
  for (const [id, firstName, lastName] of [
    [P, '国栋', '唐'],
    [Q, '敏', '周'],
  ])
    await office.create(rep, 'person', { id, name: { firstName, lastName }, jobTitle: '采购经理', companyId: A });
  await office.update(rep, 'company', A, { tagKeyContactId: P });
});

const contacts = () => office.notices(A).filter(({ kind }) => kind === 'KEY_CONTACT');
const move = (companyId: string | null) => office.update(office.team.other, 'person', P, { companyId });
const destroyMany = (ids: readonly string[]) =>
  office.send(office.team.other.token, 'mutation($f:PersonFilterInput!){destroyPeople(filter:$f){id}}', {
    f: { id: { in: ids } },
  });
const ELSEWHERE = 'CONTACT_ELSEWHERE tagKeyContact';

const DEPARTURES: readonly (readonly [string, () => Promise<void>])[] = [
  ['moved to another customer', () => move(B)],
  ['taken off the customer', () => move(null)],
  ['no longer its key contact', () => office.update(office.team.other, 'company', A, { tagKeyContactId: null })],
  ['deleted', () => office.remove(office.team.other, 'delete', 'person', P)],
  ['destroyed', () => office.remove(office.team.other, 'destroy', 'person', P)],
  ['destroyed with others', () => destroyMany([P, Q])],
];

describe('a key contact who is', () => {
  it.each(DEPARTURES)('%s has left: a change with a deadline, for the owner', async (_how, leave) => {
    travel(DEED);
    await leave();
    expect(contacts()).toMatchObject([
      {
        status: 'OPEN',
        isDetected: true,
        completedAt: null,
        assigneeId: office.team.rep.id,
        reportedById: office.team.other.id,
        description: 'Key contact left: 唐国栋',
        ...DUE,
      },
    ]);
    expect(office.titles(A)).toContain(TASK);
  });

  it.each(DEPARTURES)('%s, of which nobody was told, is found by the daily sweep, once', async (_how, leave) => {
    await office.sweep();
    travel('2026-09-28T15:00:00.000Z');
    await office.holding(leave);
    expect(contacts()).toEqual([]);
    travel('2026-09-28T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', failures: 0 });
    expect(contacts()).toMatchObject([{ status: 'OPEN', isDetected: true, description: 'Key contact left: 唐国栋' }]);
    travel('2026-09-29T15:59:00.000Z');
    await office.sweep();
    travel('2026-09-30T16:00:00.000Z');
    await office.sweep();
    expect(contacts()).toMatchObject([{ status: 'OVERDUE' }]);
  });

  it.each(DEPARTURES)('%s is told once, however often, and in whatever order', async (_how, leave) => {
    travel(DEED);
    const left = await office.holding(leave);
    travel(LATER);
    const touched = await office.holding(() => office.update(office.team.rep, 'company', A, { tagEmployees: 12 }));
    for (const delivery of [...touched, ...left, ...left, ...touched]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(contacts()).toMatchObject([{ status: 'OPEN' }]);
    expect(office.titles(A).filter((title) => title === TASK)).toHaveLength(1);
  });

  it.each(DEPARTURES.slice(0, 4))('%s and replaced: the notice is done', async (_how, leave) => {
    travel(DEED);
    await leave();
    travel(LATER);
    await office.update(office.team.rep, 'company', A, { tagKeyContactId: Q });
    expect(contacts()).toMatchObject([{ status: 'DONE', completedAt: LATER }]);
    expect(office.titles(A)).not.toContain(TASK);
  });

  it.each<readonly [string, () => Promise<void>, () => Promise<void>]>([
    ['moved', () => move(B), () => move(A)],
    [
      'deleted',
      () => office.remove(office.team.other, 'delete', 'person', P),
      () => office.remove(office.team.other, 'restore', 'person', P),
    ],
    [
      'taken off',
      () => office.update(office.team.other, 'company', A, { tagKeyContactId: null }),
      () => office.update(office.team.other, 'company', A, { tagKeyContactId: P }),
    ],
  ])('%s and back again asks for nothing more', async (_how, leave, comeBack) => {
    travel(DEED);
    await leave();
    travel(LATER);
    await comeBack();
    expect(contacts()).toMatchObject([{ status: 'DONE', completedAt: LATER }]);
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    expect(contacts()).toHaveLength(1);
  });
});

describe('a key contact who works for another customer', () => {
  it('is a problem until there is another, or until it is put right', async () => {
    travel(DEED);
    await move(B);
    expect(office.problems('company', A)).toContain(ELSEWHERE);
    expect(office.one('company', A).tagProblemSummary).toContain('Key contact: works for another customer by now');
    travel(LATER);
    await office.update(office.team.rep, 'company', A, { tagKeyContactId: Q });
    expect(office.problems('company', A)).not.toContain(ELSEWHERE);
    await office.update(office.team.rep, 'company', B, { tagKeyContactId: Q });
    expect(office.problems('company', B)).toContain(ELSEWHERE);
  });

  it('and gets another title there is still to be replaced', async () => {
    travel(DEED);
    await move(B);
    travel(LATER);
    await office.update(office.team.other, 'person', P, { jobTitle: '采购总监' });
    expect(contacts()).toMatchObject([{ status: 'OPEN' }]);
  });

  it('reported before it showed has one notice, which waits for another contact', async () => {
    const { other } = office.team;
    await office.create(other, 'tagChangeNotice', { id: idOf(8), kind: 'KEY_CONTACT', companyId: A });
    travel(DEED);
    await move(B);
    expect(contacts()).toMatchObject([{ id: idOf(8), status: 'OPEN' }]);
  });

  it('or for none from the start, has not left', async () => {
    await office.create(office.team.rep, 'person', { id: idOf(9), name: { firstName: '海', lastName: '唐' } });
    await office.update(office.team.rep, 'company', B, { tagKeyContactId: idOf(9) });
    travel(DEED);
    await office.update(office.team.rep, 'company', B, { tagEmployees: 3 });
    expect(office.notices(B)).toEqual([]);
    expect(office.problems('company', B)).not.toContain(ELSEWHERE);
  });
});

describe('a record that is gone', () => {
  const N = idOf(7);
  const CLOSED = { status: 'CANCELLED', note: 'Closed by itself: the record it was about is not there any more' };
  const deal = () =>
    office.create(office.team.rep, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: office.team.rep.id,
      tagSource: 'TRADE_FAIR',
    });
  const customerProblems = () => office.problems('opportunity', O).filter((problem) => problem.endsWith(' company'));

  it('destroyed: its notices, reported and detected, are closed at once, tasks and all', async () => {
    await office.create(office.team.other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
    travel(DEED);
    await move(B);
    expect(office.tasks(A, 'TODO').length).toBeGreaterThan(1);
    travel(LATER);
    const held = await office.holding(() => office.remove(office.team.rep, 'destroy', 'company', A));
    for (const delivery of [...held, ...held]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(office.all('tagChangeNotice')).toMatchObject([CLOSED, CLOSED]);
    expect(office.all('task').filter(({ status }) => status === 'TODO')).toEqual([]);
    expect(office.all('tagLog').filter(({ kind }) => kind === 'NOTICE_CLOSED')).toHaveLength(2);
  });

  it.each(['tagProduct', 'tagMember'])('a %s likewise', async (object) => {
    const link = object === 'tagProduct' ? 'productId' : 'memberId';
    await office.create(office.team.rep, object, { id: O, name: '网关' });
    await office.create(office.team.other, 'tagChangeNotice', { id: N, kind: 'OTHER_MAJOR', [link]: O });
    await office.remove(office.team.rep, 'delete', object, O);
    await office.remove(office.team.rep, 'destroy', object, O);
    expect(office.one('tagChangeNotice', N)).toMatchObject(CLOSED);
  });

  it('a deal of a deleted customer says so, until the customer is back', async () => {
    await deal();
    travel(DEED);
    await office.remove(office.team.other, 'delete', 'company', A);
    expect(customerProblems()).toEqual(['CUSTOMER_DELETED company']);
    expect(office.one('opportunity', O)).toMatchObject({
      tagReviewStatus: 'INCOMPLETE',
      tagProblemSummary: expect.stringContaining('Customer: the customer was deleted (2.1.1)'),
    });
    // Nobody has changed the deal's tags.
    expect(office.kinds(O)).toEqual(['ENTERED']);
    await office.update(office.team.rep, 'opportunity', O, { tagSource: 'TELEMARKETING' });
    expect(customerProblems()).toEqual(['CUSTOMER_DELETED company']);
    await office.remove(office.team.other, 'restore', 'company', A);
    expect(customerProblems()).toEqual([]);
  });

  it('a deal whose customer was deleted unseen says so after the sweep; of one that was destroyed, that it has none', async () => {
    await deal();
    await office.sweep();
    travel(LATER);
    await office.holding(() => office.remove(office.team.other, 'delete', 'company', A));
    travel('2026-09-28T16:00:00.000Z');
    await office.sweep();
    expect(customerProblems()).toEqual(['CUSTOMER_DELETED company']);
    // It lacks its customer though nobody entered anything: the same sweep has given it its turn.
    expect(office.one('opportunity', O).tagCompletionState).toBe('PLANNED');
    travel('2026-09-28T17:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
    await office.remove(office.team.other, 'destroy', 'company', A);
    expect(customerProblems()).toEqual(['REQUIRED_MISSING company']);
  });
});
