import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../workflows/run/roster.ts';
import { maySeeSensitive } from '../../../workflows/run/sensitive-access.ts';

const TODAY = '2026-09-23';
const may = (profile: Record<string, unknown>, more: { from?: string | null; role?: boolean; user?: string } = {}) => {
  const { from = '2026-09-01', role = true, user = 'me' } = more;
  const roster = rosterOf([{ id: 'm', workspaceMemberId: 'me', ...profile }], [{ id: 'me' }]);
  return maySeeSensitive({ roster, today: TODAY, agreementsFrom: from }, user, role);
};

describe('who may see what is sensitive (6.1.3, 6.3.1)', () => {
  it.each([
    ['VALID', null, true],
    ['EXPIRING', '2026-09-23', true],
    ['EXPIRING', '2026-09-22', false],
    ['EXPIRED', '2026-09-22', false],
    ['DRAFT', null, false],
    ['NONE', null, false],
    [null, null, false],
  ])('agreement %s until %s: %s', (agreementState, agreementUntil, expected) => {
    expect(may({ agreementState, agreementUntil })).toBe(expected);
  });
  it('nobody whose role does not let them', () => {
    expect(may({ agreementState: 'VALID' }, { role: false })).toBe(false);
    expect(may({}, { role: false, from: null })).toBe(false);
  });
  it('nobody without a profile', () => expect(may({ agreementState: 'VALID' }, { user: 'else' })).toBe(false));
  it('everybody by their role, until agreements are needed', () => {
    expect(may({}, { from: '2026-09-24' })).toBe(true);
    expect(may({}, { from: '2026-09-23' })).toBe(false);
    expect(may({}, { from: null })).toBe(true);
  });
});
