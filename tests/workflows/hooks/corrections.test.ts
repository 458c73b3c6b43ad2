import { beforeEach, describe, expect, it } from 'vitest';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

// Wednesday 30 September 2026, 15:00 in Shanghai; the next working day is Thursday 8 October.
const NOW = '2026-09-30T07:00:00.000Z';
const DUE = '2026-10-08T16:00:00.000Z';
const A = idOf(1);
const N = idOf(4);
const BASIC = customerOf(A);
const NAME = String(BASIC.name);
const TASK = `Look at a corrected date (Name changed): ${NAME}`;
const office = useOffice(NOW);

const furnish = async () => {
  await office.create(office.team.rep, 'company', { ...BASIC, accountOwnerId: office.team.rep.id });
  await office.create(office.team.other, 'tagChangeNotice', {
    id: N,
    kind: 'NAME',
    companyId: A,
    occurredAt: '2026-09-30T06:00:00.000Z',
  });
};
beforeEach(furnish);

const notice = () => office.one('tagChangeNotice', N);
const correct = (who: { readonly token: string }, occurredAt: string) =>
  office.update(who, 'tagChangeNotice', N, { occurredAt });
const corrections = () => office.log(A).filter(({ kind }) => kind === 'NOTICE_CORRECTED');
const told = () => office.tasks(A, 'TODO').filter(({ title }) => title === TASK);

describe('a correction of when it happened', () => {
  it('by whoever is measured by it is logged, told to the manager, and says that an overdue notice is timely by it', async () => {
    const { rep, manager } = office.team;
    travel(DUE);
    await office.sweep();
    expect(notice().status).toBe('OVERDUE');
    travel('2026-10-08T17:00:00.000Z');
    await correct(rep, '2026-10-08T02:00:00.000Z');
    const line = 'Occurred at: 2026-09-30 14:00 → 2026-10-08 10:00 (王志强); overdue before, in time now';
    expect(notice()).toMatchObject({ status: 'OPEN', correction: line });
    expect(corrections()).toMatchObject([
      {
        tag: 'occurredAt',
        before: '2026-09-30 14:00',
        after: '2026-10-08 10:00',
        at: '2026-10-08T17:00:00.000Z',
        byId: rep.id,
        byName: '王志强',
        note: line,
      },
    ]);
    expect(told()).toMatchObject([{ assigneeId: manager.id, bodyV2: { markdown: expect.stringContaining(line) } }]);
    await expect(office.sweep()).resolves.toMatchObject({ failures: 0 });
    expect(corrections()).toHaveLength(1);
  });

  it.each([
    ['somebody else', () => office.team.other, 0],
    ['the manager', () => office.team.manager, 0],
    ['a program', () => ({ token: office.workspace.apiKey }), 1],
  ] as const)('by %s is logged; the manager has %i tasks of it', async (_who, who, tasks) => {
    travel('2026-09-30T08:00:00.000Z');
    await correct(who(), '2026-10-08T02:00:00.000Z');
    expect(corrections()).toHaveLength(1);
    expect(told()).toHaveLength(tasks);
  });

  it('of a change that nobody reported, by whoever edited the tags, is told both ways', async () => {
    const { other } = office.team;
    travel('2026-10-09T02:00:00.000Z');
    await office.update(other, 'company', A, { tagBusinessScope: '自动化' });
    travel('2026-10-09T03:00:00.000Z');
    await office.update(other, 'company', A, { tagBusinessScope: '软件' });
    const found = () => office.notices(A).find(({ isDetected }) => isDetected === true);
    const id = String(found()?.id);
    travel('2026-10-09T04:00:00.000Z');
    await office.update(other, 'tagChangeNotice', id, { occurredAt: '2026-09-30T06:00:00.000Z' });
    travel('2026-10-09T05:00:00.000Z');
    await office.update(other, 'tagChangeNotice', id, { occurredAt: '2026-10-08T06:00:00.000Z' });
    expect(found()).toMatchObject({
      status: 'DONE',
      correction: [
        'Occurred at: 2026-10-09 11:00 → 2026-09-30 14:00 (林晓梅); in time before, overdue now',
        'Occurred at: 2026-09-30 14:00 → 2026-10-08 14:00 (林晓梅); overdue before, in time now',
      ].join('\n'),
    });
    expect(corrections()).toHaveLength(2);
    expect(office.titles(A).filter((title) => String(title).startsWith('Look at'))).toHaveLength(2);
  });

  it('is told once, in whatever order events come and however often, in the name of who made it', async () => {
    const { rep, other } = office.team;
    travel('2026-09-30T08:00:00.000Z');
    const first = await office.holding(() => correct(rep, '2026-10-08T02:00:00.000Z'));
    travel('2026-09-30T09:00:00.000Z');
    const second = await office.holding(() =>
      office.update(other, 'tagChangeNotice', N, { description: 'new name at the registry' }),
    );
    for (const delivery of [...first, ...second, ...first, ...second]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(corrections()).toMatchObject([{ byId: rep.id, at: '2026-09-30T08:00:00.000Z' }]);
    expect(told()).toHaveLength(1);
  });

  it('that nobody was told of is found by the sweep, of whoever wrote last', async () => {
    await office.sweep();
    travel('2026-09-30T08:00:00.000Z');
    await office.holding(() => correct(office.team.rep, '2026-10-08T02:00:00.000Z'));
    travel('2026-09-30T09:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'HOURLY' });
    expect(corrections()).toMatchObject([{ byId: office.team.rep.id }]);
    expect(told()).toHaveLength(1);
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
  });
});

describe('a status set by hand', () => {
  const refused = () => office.log(A).filter(({ kind }) => kind === 'REFUSED');

  it.each<readonly [string, Record<string, unknown>]>([
    ['done', { status: 'DONE' }],
    ['cancelled without a reason', { status: 'CANCELLED' }],
  ])('%s is put back in the name of who set it', async (_what, data) => {
    travel('2026-09-30T08:00:00.000Z');
    await office.update(office.team.other, 'tagChangeNotice', N, data);
    expect(notice()).toMatchObject({ status: 'OPEN' });
    expect(refused()).toMatchObject([{ byId: office.team.other.id, byName: '林晓梅', at: '2026-09-30T08:00:00.000Z' }]);
  });

  it('is put down to who set it, though somebody else has written since, and told once', async () => {
    const { rep, other } = office.team;
    travel('2026-09-30T08:00:00.000Z');
    const set = await office.holding(() => office.update(other, 'tagChangeNotice', N, { status: 'DONE' }));
    travel('2026-09-30T09:00:00.000Z');
    await office.holding(() => office.update(rep, 'tagChangeNotice', N, { description: 'x' }));
    for (const delivery of [...set, ...set]) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(refused()).toMatchObject([{ byId: other.id }]);
  });

  it('of a review, on a server that lets people write it, is put back in the name of who did', async () => {
    office.open({ server: '2.21' });
    await furnish();
    const { rep, other } = office.team;
    travel('2026-09-30T08:00:00.000Z');
    await office.update(other, 'company', A, { tagReviewStatus: 'APPROVED' });
    travel('2026-09-30T09:00:00.000Z');
    await office.sweep();
    expect(office.one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(refused()).toMatchObject([
      { byId: other.id, tag: 'tagReviewStatus', before: 'Awaiting review', after: 'Approved' },
    ]);
    await office.update(rep, 'company', A, { tagEmployees: 3 });
    expect(refused()).toHaveLength(1);
  });
});
