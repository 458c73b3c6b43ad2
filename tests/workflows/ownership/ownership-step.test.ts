import { describe, expect, it } from 'vitest';
import { withFormerUsers } from '../../../workflows/ownership/former-users.ts';
import type { OwnershipMemory } from '../../../workflows/ownership/ownership-memory.ts';
import { ownershipStep } from '../../../workflows/ownership/ownership-step.ts';
import { assigneeOf } from '../../../workflows/run/assignee.ts';
import { rosterOf } from '../../../workflows/run/roster.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const TEAM = [
  { id: 'm1', workspaceMemberId: 'rep', managerId: 'm2' },
  { id: 'm2', workspaceMemberId: 'manager' },
  { id: 'm3', workspaceMemberId: 'reviewer', duties: ['TAG_MANAGER'] },
];
const REMEMBERED: OwnershipMemory = { ownedBy: 'rep', ownersManager: 'manager' };

/** A run once some users have left, as the database leaves their profiles. */
const without = (...left: readonly string[]) =>
  runAt(undefined, {
    roster: rosterOf(
      TEAM.map((profile) => ({
        ...profile,
        workspaceMemberId: left.includes(profile.workspaceMemberId) ? null : profile.workspaceMemberId,
      })),
      ['rep', 'manager', 'reviewer'].filter((id) => !left.includes(id)).map((id) => ({ id })),
    ),
  });
const follow = (run: ReturnType<typeof runAt>, record: object, memory: OwnershipMemory) => {
  const subject = subjectOf('company', { ...record });
  const answer = ownershipStep.follow(run, subject, memory);
  return { ...answer, assigneeId: assigneeOf(run, 'company', answer.subject?.record ?? subject.record) };
};

describe('whose a record is', () => {
  it('is remembered with the manager', () => {
    expect(follow(without(), { accountOwnerId: 'rep' }, {}).memory).toEqual(REMEMBERED);
    expect(follow(without(), { accountOwnerId: 'manager' }, REMEMBERED).memory).toEqual({ ownedBy: 'manager' });
  });

  it('is forgotten where a person took an owner off who is still there, and where nobody ever owned it', () => {
    expect(follow(without(), { accountOwnerId: null }, REMEMBERED).memory).toBeUndefined();
    expect(follow(without(), { accountOwnerId: null }, {}).memory).toBeUndefined();
  });

  it.each([
    ['the manager', ['rep'], 'manager'],
    ['the tag manager when that one has left too', ['rep', 'manager'], 'reviewer'],
  ])('of an owner who has left, goes to %s', (_whom, left, assigneeId) => {
    expect(follow(without(...left), { accountOwnerId: null }, REMEMBERED)).toMatchObject({
      memory: { ...REMEMBERED, ownerLeft: true },
      assigneeId,
    });
  });

  it('is somebody else’s once somebody else owns it', () => {
    const again = follow(without('rep'), { accountOwnerId: 'reviewer' }, { ...REMEMBERED, ownerLeft: true });
    expect(again).toMatchObject({ memory: { ownedBy: 'reviewer' }, assigneeId: 'reviewer' });
    expect(again.memory).not.toHaveProperty('ownerLeft', true);
  });
});

it('a profile whose user has left still says whose it was', () => {
  const tagBaseline = { since: '2026-09-01T00:00:00.000Z', seen: {}, ownedBy: 'rep' };
  expect(
    withFormerUsers([
      { id: 'm1', workspaceMemberId: null, tagBaseline },
      { id: 'm2', workspaceMemberId: 'manager', tagBaseline },
      { id: 'm3', workspaceMemberId: null },
    ]).map(({ workspaceMemberId }) => workspaceMemberId),
  ).toEqual(['rep', 'manager', null]);
});
