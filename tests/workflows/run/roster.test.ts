import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../workflows/run/roster.ts';

const MEMBERS = [
  { id: 'm', workspaceMemberId: 'manager', managerId: null, duties: ['SUPERVISOR'] },
  { id: 'r', workspaceMemberId: 'rep', managerId: 'm', duties: null },
  { id: 'a', workspaceMemberId: 'admin-b', managerId: '', duties: ['TAG_MANAGER', 'REVIEWER'] },
  { id: 'b', workspaceMemberId: 'admin-a', managerId: 'gone', duties: ['TAG_MANAGER'] },
  { id: 'c', workspaceMemberId: null, managerId: 'm', duties: ['REVIEWER'] },
  { id: 'd', workspaceMemberId: 'under', managerId: 'c', duties: 'REVIEWER' },
];

const USERS = ['manager', 'rep', 'admin-a', 'admin-b', 'under'].map((id) => ({ id }));

describe('the roster', () => {
  const roster = rosterOf(MEMBERS, USERS);

  it('tells who holds a duty, in a steady order, profiles without a member left out', () => {
    expect(roster.holders('TAG_MANAGER')).toEqual(['admin-a', 'admin-b']);
    expect(rosterOf([...MEMBERS].reverse(), USERS).holders('TAG_MANAGER')).toEqual(['admin-a', 'admin-b']);
    expect(roster.holders('REVIEWER')).toEqual(['admin-b']);
    expect(roster.holders('SENIOR')).toEqual([]);
  });

  it.each([
    ['admin-b', 'REVIEWER', true],
    ['admin-a', 'REVIEWER', false],
    ['rep', 'REVIEWER', false],
    ['under', 'REVIEWER', false],
    ['stranger', 'REVIEWER', false],
    [null, 'REVIEWER', false],
  ])('%s has the duty %s: %s', (user, duty, expected) => expect(roster.hasDuty(user, duty)).toBe(expected));

  it.each([
    ['a manager', 'rep', 'manager'],
    ['nobody above: the tag manager', 'manager', 'admin-a'],
    ['a manager who is gone: the tag manager', 'admin-a', 'admin-a'],
    ['a manager without a member: the tag manager', 'under', 'admin-a'],
    ['somebody without a profile: the tag manager', 'stranger', 'admin-a'],
    ['nobody at all: the tag manager', null, 'admin-a'],
  ])('%s', (_what, user, expected) => expect(roster.managerOf(user)).toBe(expected));

  it('names whoever holds another duty where nobody is tag manager, and nobody only where nobody holds any', () => {
    const duties = (...held: readonly string[]) =>
      rosterOf([{ id: 'm', workspaceMemberId: 'rep', duties: held }], USERS);
    expect(duties('SENIOR').managerOf('stranger')).toBe('rep');
    expect(duties('REVIEWER').managerOf(null)).toBe('rep');
    expect(rosterOf(MEMBERS.slice(0, 2), USERS).managerOf('stranger')).toBe('manager');
    expect(duties().managerOf('stranger')).toBeNull();
    expect(rosterOf([], USERS).managerOf('rep')).toBeNull();
  });

  it('knows the members the workspace has, and nobody else', () => {
    expect(roster.member('under')).toBe('under');
    expect([roster.member('stranger'), roster.member(null), roster.member(undefined)]).toEqual([null, null, null]);
    expect(rosterOf(MEMBERS, USERS.slice(0, 3)).holders('TAG_MANAGER')).toEqual(['admin-a']);
  });
});
