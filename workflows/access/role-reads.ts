import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { ROLE_KEYS, ROLES_WITHOUT_SENSITIVE } from '../../objects/taxonomy/sensitive-roles.ts';

/** A role somebody has in Twenty, as it is told to whoever is signed in. */
export interface HeldRole {
  readonly label: string;
  readonly universalIdentifier: string | null;
  readonly canReadAllObjectRecords: boolean;
}

/** Whether a role lets one see what is sensitive; UNKNOWN for a role of the team's own, whose fields are not told. */
export type RoleReads = 'SENSITIVE' | 'PLAIN' | 'UNKNOWN';

const OURS: ReadonlyMap<string, RoleReads> = new Map(
  ROLE_KEYS.map((key) => [
    universalIdentifier('role', key),
    ROLES_WITHOUT_SENSITIVE.includes(key) ? 'PLAIN' : 'SENSITIVE',
  ]),
);

/** What several roles of one user let them see; Twenty gives one at a time. */
export const roleReads = (roles: readonly HeldRole[]): RoleReads => {
  const each = roles.map((role): RoleReads => {
    if (role.canReadAllObjectRecords) return 'SENSITIVE';
    return OURS.get(role.universalIdentifier ?? '') ?? 'UNKNOWN';
  });
  if (each.includes('SENSITIVE')) return 'SENSITIVE';
  return each.includes('UNKNOWN') || each.length === 0 ? 'UNKNOWN' : 'PLAIN';
};
