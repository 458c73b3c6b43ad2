import team from '../../seeds/sample-team.json' with { type: 'json' };
import { roleEntries } from '../roles/role-table.ts';

/** Somebody of the sample team, in whose stead the workspace can be used and looked at. */
export interface Person {
  /** Short name in the sample team. */
  readonly key: string;
  /** Workspace member. */
  readonly id: string;
  readonly name: string;
  /** Key of the policy's role. */
  readonly role: string;
  readonly roleLabel: string;
}

/** A role of the policy that somebody can be looked at in instead of their own. */
export interface Role {
  readonly key: string;
  readonly label: string;
}

export const roles: readonly Role[] = roleEntries.map(({ key, label }) => ({ key, label: label.en }));

const roleOf = (jobPosition: string, duties: readonly string[]): string => {
  if (duties.includes('REVIEWER')) return 'data-reviewer';
  if (duties.includes('TAG_MANAGER')) return 'tag-administrator';
  return jobPosition === 'SALES_MANAGER' ? 'sales-manager' : 'sales-representative';
};

/** The sample team with the roles that an administrator would give to its people. */
export const people: readonly Person[] = team.members.map(({ key, id, firstName, lastName, jobPosition, duties }) => {
  const role = roleOf(jobPosition, duties);
  const roleLabel = roles.find((candidate) => candidate.key === role)?.label ?? role;
  return { key, id, name: `${lastName}${firstName}`, role, roleLabel };
});
