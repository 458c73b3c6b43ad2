import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

const NOW = '2026-09-28T01:00:00.000Z';
const A = idOf(1);
const O = idOf(3);
const N = idOf(4);
const office = useOffice(NOW);

beforeEach(async () => {
  const { rep } = office.team;
  const more = { accountOwnerId: rep.id, tagVerification: 'DOUBTFUL' };
  await office.create(rep, 'company', customerOf(A, more));
  await office.create(office.team.other, 'tagChangeNotice', { id: N, kind: 'NAME', companyId: A });
});

const NOTICE = 'Update the tags (Name changed): 无锡精控自动化有限公司';
/** By which the tag manager hears of it. */
const HEARD = 'Change reported (Name changed): 无锡精控自动化有限公司';
const DOUBT = 'Clear up what is in doubt: 无锡精控自动化有限公司';
const remove = (verb: 'delete' | 'restore' | 'destroy', id = A, object = 'company') =>
  office.remove(office.team.rep, verb, object, id);

describe('the tasks of a deleted record', () => {
  it('go with it, those of its notices too, and come back as they were', async () => {
    expect(office.titles(A)).toEqual([HEARD, DOUBT, NOTICE]);
    const doubt = office.tasks(A, 'TODO').find(({ title }) => title === DOUBT);
    await office.update(office.team.rep, 'task', String(doubt?.id), { status: 'DONE' });
    await remove('delete');
    expect(office.tasks(A)).toEqual([]);
    await remove('restore');
    expect(office.titles(A, 'TODO')).toEqual([HEARD, NOTICE]);
    expect(office.titles(A, 'DONE')).toEqual([DOUBT]);
  });

  it('the escalations of what is overdue too', async () => {
    travel('2026-09-29T16:00:00.000Z');
    await office.sweep();
    // The manager's of the notice, and of the doubt, which is due the same day.
    expect(office.tasks(A, 'TODO')).toHaveLength(5);
    await remove('delete');
    expect(office.tasks(A)).toEqual([]);
    await remove('restore');
    expect(office.tasks(A, 'TODO')).toHaveLength(5);
  });

  it('are closed when they come back to a matter that is over', async () => {
    await remove('delete');
    const held = await office.holding(() => remove('restore'));
    await office.update(office.team.rep, 'company', A, {
      tagVerification: 'VERIFIED',
      tagVerificationNote: '电话核实',
    });
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(office.titles(A, 'TODO')).toEqual([HEARD, NOTICE]);
  });

  it('stay with a record that was restored before its deletion was told of', async () => {
    const deleted = await office.holding(() => remove('delete'));
    await remove('restore');
    for (const delivery of [...deleted, ...deleted]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(office.titles(A)).toEqual([HEARD, DOUBT, NOTICE]);
  });

  it('go with the opportunity, and with a record that is destroyed', async () => {
    await office.create(office.team.rep, 'opportunity', {
      id: O,
      name: '二期',
      companyId: A,
      ownerId: office.team.rep.id,
      tagSource: 'TRADE_FAIR',
      tagStage: 'NEEDS_CONFIRMED',
    });
    const open = office.titles(O);
    expect(open.length).toBeGreaterThan(0);
    await remove('delete', O, 'opportunity');
    expect(office.tasks(O)).toEqual([]);
    await remove('restore', O, 'opportunity');
    expect(office.titles(O)).toEqual(open);
    await remove('delete', O, 'opportunity');
    await remove('destroy', O, 'opportunity');
    expect(office.all('task').filter(({ title }) => open.includes(title))).toEqual([]);
  });

  it('are found by the sweep when the deletion was not told of, once', async () => {
    await office.sweep();
    travel('2026-09-28T02:10:00.000Z');
    await office.holding(() => remove('delete'));
    expect(office.titles(A)).toEqual([HEARD, DOUBT, NOTICE]);
    travel('2026-09-28T03:00:00.000Z');
    await office.sweep();
    expect(office.tasks(A)).toEqual([]);
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY', written: 0 });
  });

  it('are found by the daily sweep as well', async () => {
    await office.sweep();
    travel('2026-09-28T15:30:00.000Z');
    await office.holding(() => remove('delete'));
    travel('2026-09-28T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL' });
    expect(office.tasks(A)).toEqual([]);
  });

  it('leave other tasks of the record alone', async () => {
    await office.create(office.team.rep, 'task', { id: idOf(8), title: 'Call back' });
    await office.create(office.team.rep, 'taskTarget', { taskId: idOf(8), targetCompanyId: A });
    await remove('delete');
    expect(office.titles(A)).toEqual(['Call back']);
  });
});

describe('records destroyed together, of which Twenty tells one', () => {
  const B = idOf(21);
  const SIGNED = {
    tagSource: 'TRADE_FAIR',
    tagStage: 'SIGNED',
    tagOutcome: 'WON',
    closeDate: '2026-09-01T02:00:00.000Z',
  };
  const destroyAll = (object: string, ids: readonly string[]) => {
    const type = object === 'company' ? 'Company' : 'Opportunity';
    const root = object === 'company' ? 'destroyCompanies' : 'destroyOpportunities';
    return office.send(office.team.rep.token, `mutation($f:${type}FilterInput!){${root}(filter:$f){id}}`, {
      f: { id: { in: ids } },
    });
  };

  it('leave no open notice and no task behind once the daily sweep has looked', async () => {
    const { rep, other } = office.team;
    await office.create(rep, 'company', { id: B, name: '苏州恒达机械有限公司', tagVerification: 'DOUBTFUL' });
    await office.create(other, 'tagChangeNotice', { id: idOf(22), kind: 'NAME', companyId: B });
    await office.create(other, 'task', { id: idOf(8), title: 'Call back' });
    await office.sweep();
    travel('2026-09-28T15:00:00.000Z');
    await destroyAll('company', [A, B]);
    travel('2026-09-28T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', failures: 0 });
    const closed = { status: 'CANCELLED', note: 'Closed by itself: the record it was about is not there any more' };
    expect(office.all('tagChangeNotice')).toMatchObject([closed, closed]);
    // The first sweep of a month drafts an inspection besides, which has a task of its own.
    const tasks = office.all('task').filter(({ tagMatter }) => tagMatter !== 'INSPECTION');
    expect(tasks.map(({ title }) => title)).toEqual(['Call back']);
    expect(office.all('tagLog').filter(({ kind }) => kind === 'NOTICE_CLOSED')).toHaveLength(2);
    travel('2026-09-29T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', written: 0 });
  });

  it('leave the history of their customer as it is without them', async () => {
    const { rep } = office.team;
    for (const id of [O, B]) await office.create(rep, 'opportunity', { id, name: '二期', companyId: A, ...SIGNED });
    expect(office.one('company', A)).toMatchObject({ tagCooperationCount: 2 });
    await office.sweep();
    const held = await office.holding(() => destroyAll('opportunity', [O, B]));
    expect(held.length).toBeLessThanOrEqual(1);
    travel('2026-09-28T16:00:00.000Z');
    await office.sweep();
    expect(office.one('company', A)).toMatchObject({ tagCooperationCount: 0 });
    expect(office.all('task').every(({ title }) => !String(title).includes('二期'))).toBe(true);
  });

  it('are told from a record that somebody took off its notice', async () => {
    await office.update(office.team.other, 'tagChangeNotice', N, { companyId: null });
    travel('2026-10-09T16:00:00.000Z');
    await office.sweep();
    expect(office.one('tagChangeNotice', N)).toMatchObject({ status: 'OPEN' });
    await office.update(office.team.other, 'tagChangeNotice', N, { companyId: A });
    expect(office.one('tagChangeNotice', N)).toMatchObject({ status: 'OVERDUE' });
  });
});
