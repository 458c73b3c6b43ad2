import { describe, expect, it } from 'vitest';
import { customerOf, idOf, type Row, travel, useOffice } from '../support.ts';

// Monday 21 September 2026, 10:00 in Shanghai; what is due a working day later is due on Tuesday.
const office = useOffice('2026-09-21T02:00:00.000Z');
const BEFORE = '2026-09-22T15:59:59.000Z';
const OVER = '2026-09-22T16:00:00.000Z';
const A = idOf(1);

const overdue = (status: 'TODO' | 'DONE' = 'TODO') =>
  office.tasks(A, status).filter(({ tagMatter }) => tagMatter === 'OVERDUE');
const doubtful = (more: Row = {}) =>
  customerOf(A, { tagVerification: 'DOUBTFUL', accountOwnerId: office.team.rep.id, ...more });

describe('what was not seen to by its last day', () => {
  it('is the manager’s too from the instant it ends, by the sweep alone, until it is over', async () => {
    const { rep, manager } = office.team;
    await office.create(rep, 'company', doubtful());
    travel(BEFORE);
    await office.sweep();
    expect(overdue()).toEqual([]);
    // Who just ticks it off has not cleared it up.
    const [own] = office.tasks(A, 'TODO');
    await office.update(rep, 'task', String(own?.id), { status: 'DONE' });
    travel(OVER);
    await office.sweep();
    expect(overdue()).toMatchObject([
      {
        title: 'Overdue, to be seen to: Clear up what is in doubt: 无锡精控自动化有限公司',
        assigneeId: manager.id,
        tagPriority: 'HIGH',
        dueAt: '2026-09-22T10:00:00.000Z',
      },
    ]);
    travel('2026-09-23T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ mode: 'FULL', written: 0, failures: 0 });
    await office.update(manager, 'company', A, { tagVerification: 'VERIFIED' });
    expect([overdue().length, overdue('DONE').length]).toEqual([0, 1]);
  });

  it('is told the same when every event was lost', async () => {
    await office.holding(() => office.create(office.team.rep, 'company', doubtful()));
    travel(OVER);
    await office.sweep();
    expect(overdue()).toMatchObject([{ assigneeId: office.team.manager.id, status: 'TODO' }]);
    travel('2026-09-23T16:00:00.000Z');
    await expect(office.sweep()).resolves.toMatchObject({ written: 0 });
  });

  it('is nobody else’s where it was there before the application', async () => {
    office.workspace.insert('company', [doubtful()]);
    await office.workspace.install();
    travel('2026-10-12T02:00:00.000Z');
    await office.sweep();
    expect(office.tasks(A)).toEqual([]);
  });
});
