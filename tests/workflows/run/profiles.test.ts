import { describe, expect, it } from 'vitest';
import { oneProfileEach } from '../../../workflows/run/profiles.ts';
import { rosterOf } from '../../../workflows/run/roster.ts';

const profile = (id: string, user: string | null, createdAt: string, more: object = {}) => ({
  id,
  workspaceMemberId: user,
  createdAt: `2026-0${createdAt}-01T00:00:00.000Z`,
  duties: null,
  managerId: null,
  ...more,
});

const BOSS = profile('boss', 'manager', '2', { duties: ['SUPERVISOR'] });
const BOSS_AGAIN = profile('again', 'manager', '5', { duties: ['REVIEWER'] });
const REP = profile('rep', 'rep', '3', { managerId: 'again' });
const REP_AGAIN = profile('rep-again', 'rep', '4', { duties: ['REVIEWER'], managerId: 'boss' });
const NOBODY = profile('nobody', null, '1');

describe('several profiles of one user', () => {
  it('count as the one made first, with the duties of all', () => {
    const team = oneProfileEach([BOSS_AGAIN, REP, NOBODY, REP_AGAIN, BOSS]);
    expect(team.map(({ id, duties, managerId }) => ({ id, duties, managerId }))).toEqual([
      { id: 'nobody', duties: [], managerId: null },
      { id: 'boss', duties: ['SUPERVISOR', 'REVIEWER'], managerId: null },
      { id: 'rep', duties: ['REVIEWER'], managerId: 'boss' },
    ]);
  });

  it('whatever order they are read in: each holds a duty once, and a manager is found by either profile', () => {
    for (const profiles of [
      [BOSS, BOSS_AGAIN, REP, REP_AGAIN],
      [REP_AGAIN, REP, BOSS_AGAIN, BOSS],
    ]) {
      const roster = rosterOf(oneProfileEach(profiles), [{ id: 'manager' }, { id: 'rep' }]);
      expect(roster.holders('REVIEWER')).toEqual(['manager', 'rep']);
      expect(roster.managerOf('rep')).toBe('manager');
    }
  });

  it('of profiles made at once the first by its id', () => {
    const [kept] = oneProfileEach([profile('z', 'rep', '3'), profile('a', 'rep', '3')]);
    expect(kept?.id).toBe('a');
  });

  it('without any, the team is as it was read', () => {
    const team = [REP, BOSS, NOBODY];
    expect(oneProfileEach(team)).toBe(team);
  });
});
