import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../workflows/pipeline/roster.ts';

const MEMBERS = [
  { id: 'm', workspaceMemberId: 'manager', managerId: null, duties: ['SUPERVISOR'] },
  { id: 'r', workspaceMemberId: 'rep', managerId: 'm', duties: null },
  { id: 'a', workspaceMemberId: 'admin-b', managerId: '', duties: ['TAG_MANAGER', 'REVIEWER'] },
  { id: 'b', workspaceMemberId: 'admin-a', managerId: 'gone', duties: ['TAG_MANAGER'] },
  { id: 'c', workspaceMemberId: null, managerId: 'm', duties: ['REVIEWER'] },
  { id: 'd', workspaceMemberId: 'under', managerId: 'c', duties: 'REVIEWER' },
];

describe('the roster', () => {
  const roster = rosterOf(MEMBERS);

  it('tells who holds a duty, in a steady order, profiles without a member left out', () => {
    expect(roster.holders('TAG_MANAGER')).toEqual(['admin-a', 'admin-b']);
    expect(rosterOf([...MEMBERS].reverse()).holders('TAG_MANAGER')).toEqual(['admin-a', 'admin-b']);
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

  it('has no manager to name where there is no tag manager either', () => {
    expect(rosterOf([]).managerOf('rep')).toBeNull();
  });
});
