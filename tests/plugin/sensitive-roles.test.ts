import { expect, it } from 'vitest';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { ROLE_KEYS, ROLES_WITHOUT_SENSITIVE } from '../../objects/taxonomy/sensitive-roles.ts';
import { roleEntries } from '../../plugin/roles/role-table.ts';
import { type HeldRole, roleReads } from '../../workflows/access/role-reads.ts';

it('the roles that show nothing sensitive are those of the table', () => {
  const plain = roleEntries.filter(
    ({ sensitive, targets, objects }) => sensitive === 'NONE' && targets === 'NONE' && objects.tagCredit === 'NONE',
  );
  expect(plain.map(({ key }) => key)).toEqual(ROLES_WITHOUT_SENSITIVE);
  expect(roleEntries.map(({ key }) => key)).toEqual(ROLE_KEYS);
});

it('a role is told by its identifier; one that sees all shows all; of others nothing is known', () => {
  const role = (key: string | null, more: Partial<HeldRole> = {}): HeldRole => ({
    label: 'x',
    universalIdentifier: key && universalIdentifier('role', key),
    canReadAllObjectRecords: false,
    ...more,
  });
  expect(roleReads([role('sales-assistant')])).toBe('PLAIN');
  expect(roleReads([role('executive')])).toBe('SENSITIVE');
  expect(roleReads([role(null)])).toBe('UNKNOWN');
  expect(roleReads([role(null, { canReadAllObjectRecords: true })])).toBe('SENSITIVE');
  expect(roleReads([])).toBe('UNKNOWN');
});
