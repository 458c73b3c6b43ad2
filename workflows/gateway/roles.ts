import type { RoleHolder } from '../access/holders.ts';
import type { HeldRole } from '../access/role-reads.ts';
import type { TwentyClient } from './client.ts';

/**
 * Twenty tells everybody who is signed in which role each user has, as its own pages show it. The roles themselves are for
 * administrators to read; the application asks for no such right, by which it could change them too.
 */
const QUERY =
  'query Holders{currentUser{workspaceMembers{id name{firstName lastName} roles{label universalIdentifier canReadAllObjectRecords}}}}';

interface Answer {
  readonly currentUser?: {
    readonly workspaceMembers?:
      | readonly { readonly id: string; readonly name?: unknown; readonly roles?: readonly HeldRole[] | null }[]
      | null;
  } | null;
}

/** Who has which role in Twenty, by the token of whoever is signed in. @throws TwentyError where Twenty does not tell */
export const readRoleHolders = async (client: TwentyClient): Promise<readonly RoleHolder[]> => {
  const { currentUser } = await client.requestMetadata<Answer>(QUERY);
  return (currentUser?.workspaceMembers ?? []).map(({ id, name, roles }) => ({ id, name, roles: roles ?? [] }));
};
