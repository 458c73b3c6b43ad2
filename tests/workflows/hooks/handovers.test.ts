import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../plugin/embedded/events.ts';
import { customerOf, idOf, travel, useOffice } from '../support.ts';

// Monday 28 September 2026, 09:00 in Shanghai.
const A = idOf(1);
const office = useOffice('2026-09-28T01:00:00.000Z');

const company = () => office.one('company', A);
const approve = () => office.write(office.team.reviewer, 'company', A, { tagAction: 'APPROVE' });
/** A customer that a reviewer owns and a colleague entered. */
const owned = (ownerId: string = office.team.reviewer.id) =>
  office.create(office.team.rep, 'company', customerOf(A, { accountOwnerId: ownerId }));

/** Everything that can become of some events: any order, each twice, some lost. The last is the approval's own. */
const FATES: readonly (readonly [string, (held: readonly Delivery[]) => readonly Delivery[]])[] = [
  ['in order', (held) => held],
  ['in reverse', (held) => held.toReversed()],
  ['each twice', (held) => held.flatMap((one) => [one, one])],
  ['all twice over, in reverse', (held) => [...held, ...held].toReversed()],
  ['the approval between', (held) => [...held.slice(0, 1), ...held.slice(-1), ...held.slice(1, -1)]],
  ['the first lost', (held) => held.slice(1)],
  ['all but the approval lost', (held) => held.slice(-1)],
];

describe.each(FATES)('an approval by whoever handed the record on that day, events %s', (_fate, become) => {
  /** Writes whose events are held back, delivered as they may be. */
  const deliver = async (work: () => Promise<void>): Promise<void> => {
    const held = await office.holding(work);
    for (const delivery of become(held)) {
      office.workspace.deliver(delivery);
      await office.workspace.settle();
    }
  };
  const expectRefused = async (): Promise<void> => {
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(company().tagActionResult).toContain('on the day of handing it on');
    travel('2026-09-28T09:00:00.000Z');
    await office.sweep();
    expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(office.kinds(A)).not.toContain('APPROVED');
  };

  it('in the next write is refused, and is not on the day after', async () => {
    await owned();
    await deliver(async () => {
      travel('2026-09-28T02:00:00.000Z');
      await office.write(office.team.reviewer, 'company', A, { accountOwnerId: office.team.other.id });
      travel('2026-09-28T02:01:00.000Z');
      await approve();
    });
    await expectRefused();
    travel('2026-09-29T02:00:00.000Z');
    await approve();
    await office.workspace.settle();
    expect(company()).toMatchObject({ tagReviewStatus: 'APPROVED' });
  });

  it('is refused though somebody else handed it on, and it went further', async () => {
    const { rep, other, manager, reviewer } = office.team;
    await owned();
    await deliver(async () => {
      for (const [minute, owner] of [other, rep].entries()) {
        travel(`2026-09-28T02:0${minute}:00.000Z`);
        await office.write(manager, 'company', A, { accountOwnerId: owner.id });
      }
      travel('2026-09-28T02:05:00.000Z');
      await office.write(reviewer, 'company', A, { tagAction: 'APPROVE' });
    });
    await expectRefused();
  });

  it('is not refused to a reviewer who never owned it', async () => {
    const { rep, other } = office.team;
    await owned(rep.id);
    await deliver(async () => {
      travel('2026-09-28T02:00:00.000Z');
      await office.write(rep, 'company', A, { accountOwnerId: other.id });
      travel('2026-09-28T02:01:00.000Z');
      await approve();
    });
    expect(company()).toMatchObject({ tagReviewStatus: 'APPROVED' });
  });
});

it('whoever owned it for an hour between two others is known by one event of the two', async () => {
  const { rep, manager, reviewer } = office.team;
  await owned(rep.id);
  const hand = (hour: number, ownerId: string) => {
    travel(`2026-09-28T0${hour}:00:00.000Z`);
    return office.write(manager, 'company', A, { accountOwnerId: ownerId });
  };
  await office.holding(() => hand(2, reviewer.id));
  await hand(3, rep.id);
  await office.workspace.settle();
  travel('2026-09-28T04:00:00.000Z');
  await approve();
  await office.workspace.settle();
  expect(company()).toMatchObject({ tagReviewStatus: 'PENDING' });
});

it('what is changed after somebody else approved it is no more theirs to approve that day', async () => {
  const { rep, other, manager, reviewer } = office.team;
  const standing = () => company().tagReviewStatus;
  await owned();
  await office.update(reviewer, 'tagMember', idOf(9001), { duties: ['REVIEWER'] });
  travel('2026-09-28T02:00:00.000Z');
  await office.update(reviewer, 'company', A, { accountOwnerId: other.id });
  travel('2026-09-28T02:30:00.000Z');
  await office.update(manager, 'company', A, { tagAction: 'APPROVE' });
  expect(standing()).toBe('APPROVED');
  travel('2026-09-28T03:00:00.000Z');
  await office.update(rep, 'company', A, { tagRegion: 'JIANGSU' });
  travel('2026-09-28T04:00:00.000Z');
  await office.update(reviewer, 'company', A, { tagAction: 'APPROVE' });
  expect(standing()).toBe('PENDING');
});
