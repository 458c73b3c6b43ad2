import { describe, expect, it } from 'vitest';
import { idOf, type Row, travel, useOffice } from '../support.ts';

// Monday 12 October 2026, 10:00 in Shanghai; three working days end with Thursday.
const NOW = '2026-10-12T02:00:00.000Z';
const LAST = '2026-10-15T15:59:59.000Z';
const OVER = '2026-10-15T16:00:00.000Z';
const office = useOffice(NOW);

const REP = idOf(9002);
const ID = idOf(77);
const notice = () => office.one('tagRectification', ID);
const kinds = (id = REP) => office.kinds(id).filter((kind) => String(kind).startsWith('RECTIF'));
const issue = (more: Row = {}) =>
  office.create(office.team.manager, 'tagRectification', {
    id: ID,
    memberId: REP,
    problem: '客户缺少注册地址',
    clause: '2.1.3',
    ...more,
  });
const answer = (by = office.team.rep) => office.update(by, 'tagRectification', ID, { response: '已补录' });
const recheck = (by: keyof typeof office.team, data: Row) =>
  office.update(office.team[by], 'tagRectification', ID, data);
const settled = () => {
  const { updatedAt: _at, updatedBy: _by, searchVector: _v, position: _p, ...row } = notice();
  return row;
};

describe('a notice', () => {
  it('is issued by a supervisor: number, days, task and fact', async () => {
    await issue();
    expect(notice()).toMatchObject({
      number: '2026-10-001',
      name: '2026-10-001 王志强',
      status: 'OPEN',
      assigneeId: office.team.rep.id,
      dueOn: '2026-10-15',
      firstDueOn: '2026-10-15',
      round: 1,
      issuedByName: '陈建国',
    });
    expect(office.tasks(REP, 'TODO')).toMatchObject([
      {
        title: 'Put right and answer: rectification 2026-10-001',
        tagMatter: 'RECTIFICATION',
        assigneeId: office.team.rep.id,
      },
    ]);
    expect(kinds()).toEqual(['RECTIFICATION_ISSUED']);
  });

  it('hangs its facts on the record it is about', async () => {
    office.workspace.insert('company', [{ id: idOf(1), name: '无锡精控自动化有限公司' }]);
    await issue({ companyId: idOf(1) });
    expect(kinds(idOf(1))).toEqual(['RECTIFICATION_ISSUED']);
    expect(office.log(idOf(1))[0]).toMatchObject({ responsibleId: office.team.rep.id, dueOn: '2026-10-15' });
  });

  it('waits as a draft for its member and its problem', async () => {
    await office.create(office.team.manager, 'tagRectification', { id: ID });
    expect(notice()).toMatchObject({ status: 'DRAFT', issuedAt: null });
    await office.update(office.team.manager, 'tagRectification', ID, { memberId: REP });
    await office.update(office.team.manager, 'tagRectification', ID, { problem: '客户缺少注册地址' });
    expect(notice()).toMatchObject({ status: 'OPEN', number: '2026-10-001' });
  });

  it('has the next number, though one before it was deleted', async () => {
    await issue();
    await office.remove(office.team.manager, 'delete', 'tagRectification', ID);
    await issue({ id: idOf(78) });
    expect(office.one('tagRectification', idOf(78)).number).toBe('2026-10-002');
  });

  it.each([
    ['rep', REP, 'only a member with the duty “Supervisor” may do this'],
    ['manager', idOf(9001), 'nobody issues a rectification notice to oneself'],
  ] as const)('%s does not issue one to %s', async (by, memberId, result) => {
    await office.create(office.team[by], 'tagRectification', { id: ID, memberId, problem: '缺少' });
    expect(notice()).toMatchObject({ status: 'DRAFT', issuedAt: null, result });
    expect(office.all('tagLog')).toEqual([]);
  });
});

describe('an answer and its recheck', () => {
  it('in time and passed at once: closed, and counts as in time', async () => {
    await issue();
    travel(LAST);
    await answer();
    expect(notice()).toMatchObject({
      status: 'ANSWERED',
      respondedAt: LAST,
      respondedByName: '王志强',
      outcome: null,
    });
    expect(office.titles(REP)).toEqual(['Recheck the rectification 2026-10-001']);
    travel('2026-10-20T02:00:00.000Z');
    await recheck('manager', { recheck: 'PASSED' });
    expect(notice()).toMatchObject({ status: 'CLOSED', outcome: 'IN_TIME', recheckedByName: '陈建国' });
    expect(office.titles(REP)).toEqual([]);
    expect(office.log(REP).find(({ kind }) => kind === 'RECTIFIED')).toMatchObject({
      onTime: true,
      dueOn: '2026-10-15',
    });
    expect(office.log(REP).find(({ kind }) => kind === 'RECTIFICATION_ANSWERED')).toMatchObject({ onTime: true });
  });

  it('missed: overdue by the sweep, a task for the manager, and never in time again', async () => {
    await issue();
    travel(OVER);
    await office.sweep();
    expect(notice()).toMatchObject({ status: 'OVERDUE', outcome: 'NOT_IN_TIME' });
    expect(office.tasks(REP, 'TODO').find(({ tagMatter }) => tagMatter === 'RECTIFICATION_OVERDUE')).toMatchObject({
      assigneeId: office.team.manager.id,
    });
    const before = settled();
    await office.sweep();
    expect(settled()).toEqual(before);
    await answer();
    await recheck('manager', { recheck: 'PASSED' });
    expect(notice()).toMatchObject({ status: 'CLOSED', outcome: 'NOT_IN_TIME' });
    expect(kinds().sort()).toEqual([
      'RECTIFICATION_ANSWERED',
      'RECTIFICATION_ISSUED',
      'RECTIFICATION_MISSED',
      'RECTIFIED',
    ]);
    expect(office.titles(REP).filter((title) => String(title).includes('rectification'))).toEqual([]);
  });

  it('a late answer tells that it was missed, whether a sweep came between or not', async () => {
    await issue();
    travel(OVER);
    await answer();
    expect(notice()).toMatchObject({ status: 'ANSWERED', outcome: 'NOT_IN_TIME' });
    expect(kinds().sort()).toEqual(['RECTIFICATION_ANSWERED', 'RECTIFICATION_ISSUED', 'RECTIFICATION_MISSED']);
  });

  it('failed: reopened with new days, the answer kept beside what was said of it', async () => {
    await issue();
    await answer();
    travel('2026-10-13T02:00:00.000Z');
    await recheck('manager', { recheck: 'FAILED', recheckNote: '地址仍缺门牌号' });
    expect(notice()).toMatchObject({
      status: 'REOPENED',
      round: 2,
      dueOn: '2026-10-16',
      firstDueOn: '2026-10-15',
      response: '',
      recheck: null,
      recheckNote: '',
      respondedAt: null,
      outcome: 'NOT_IN_TIME',
      course: 'Round 1\n王志强: 已补录\n陈建国: 地址仍缺门牌号',
    });
    expect(office.titles(REP)).toEqual(['Put right and answer: rectification 2026-10-001']);
    await answer();
    await recheck('manager', { recheck: 'PASSED' });
    expect(notice()).toMatchObject({ status: 'CLOSED', outcome: 'NOT_IN_TIME', round: 2 });
    expect(kinds().sort()).toEqual([
      'RECTIFICATION_ANSWERED',
      'RECTIFICATION_ANSWERED',
      'RECTIFICATION_ISSUED',
      'RECTIFICATION_REOPENED',
      'RECTIFIED',
    ]);
  });

  it.each([
    ['the member', 'rep', 'rep', { recheck: 'PASSED' }, 'neither the member nor whoever answered rechecks a notice'],
    [
      'who answered',
      'other',
      'other',
      { recheck: 'PASSED' },
      'neither the member nor whoever answered rechecks a notice',
    ],
    [
      'nobody with a note missing',
      'rep',
      'manager',
      { recheck: 'FAILED' },
      'a recheck that fails needs a note that says why',
    ],
    [
      'before an answer',
      null,
      'manager',
      { recheck: 'PASSED' },
      'there is nothing to recheck before the notice is answered',
    ],
  ] as const)('a recheck by %s is put back', async (_who, by, checker, data, result) => {
    await issue();
    if (by) await answer(office.team[by]);
    await recheck(checker, data);
    expect(notice()).toMatchObject({ status: by ? 'ANSWERED' : 'OPEN', recheck: null, result });
    expect(kinds()).not.toContain('RECTIFIED');
  });

  it('stays closed, and whose it is stays', async () => {
    await issue();
    await answer();
    await office.update(office.team.manager, 'tagRectification', ID, { memberId: idOf(9003) });
    expect(notice()).toMatchObject({ memberId: REP, assigneeId: office.team.rep.id });
    await recheck('manager', { recheck: 'PASSED' });
    await recheck('manager', { recheck: 'FAILED', recheckNote: '重看' });
    expect(notice()).toMatchObject({ status: 'CLOSED', recheck: 'PASSED' });
  });
});

describe('events', () => {
  const course = async () => {
    await issue();
    await answer();
    await recheck('manager', { recheck: 'PASSED' });
  };
  it('that come twice or backwards change nothing', async () => {
    await course();
    const perfect = settled();
    const log = kinds().sort();
    office.open();
    const held = await office.holding(course);
    for (const delivery of [...held].reverse().concat(held)) {
      office.workspace.deliver(delivery);
      await office.workspace.settle();
    }
    const { memory: _m, respondedAt: _r, ...rest } = settled();
    const { memory: _m2, respondedAt: _r2, ...wanted } = perfect;
    expect(rest).toMatchObject({ status: wanted.status, outcome: wanted.outcome, number: wanted.number });
    expect(kinds().sort()).toEqual(log);
  });
  it('that are lost are made up for by the next full sweep', async () => {
    const sweepOn = async (day: number) => {
      travel(`2026-10-${day}T02:00:00.000Z`);
      await office.sweep();
    };
    await office.holding(issue);
    await sweepOn(13);
    expect(notice()).toMatchObject({ status: 'OPEN', number: '2026-10-001', assigneeId: office.team.rep.id });
    await office.holding(() => answer());
    await sweepOn(14);
    expect(notice()).toMatchObject({ status: 'ANSWERED', respondedByName: '王志强' });
    await office.holding(() => recheck('manager', { recheck: 'PASSED' }));
    await sweepOn(15);
    expect(notice()).toMatchObject({ status: 'CLOSED', outcome: 'IN_TIME' });
  });
});
