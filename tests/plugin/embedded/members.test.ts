import { describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import recorded from '../../fixtures/contract/graphql-merge-and-refusals.json' with { type: 'json' };
import { probeManifest } from './probe-manifest.ts';

const COMPANY = '7974770c-9e41-4ab4-98de-3b71d600e6b7';
const GONE = '20202020-0000-4000-8000-00000000dead';

const setUp = (): { readonly workspace: Workspace; readonly token: string } => {
  const workspace = createWorkspace({
    app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' },
    clock: () => new Date('2026-11-26T17:39:02.954Z'),
  });
  const { token } = workspace.addMember({ id: GONE, firstName: 'Jony', lastName: 'Ive', email: 'jony@example.com' });
  return { workspace, token };
};

describe('a user is removed', () => {
  it('is gone outright; relations become null, who created a record stays by id and name', async () => {
    const { workspace, token } = setUp();
    await workspace.client(token).request('mutation($d:CompanyCreateInput!){createCompany(data:$d){id}}', {
      d: { id: COMPANY, name: 'A', accountOwnerId: GONE },
    });
    workspace.removeMember(GONE);
    expect(workspace.records('workspaceMember', true)).toEqual([]);
    const [company] = workspace.records('company');
    expect(company?.accountOwnerId).toBeNull();
    expect(company?.createdBy).toMatchObject({ workspaceMemberId: GONE, name: 'Jony Ive' });
    expect((await workspace.answer(token, '{companies{totalCount}}')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('cannot be named in a relation any more', async () => {
    const { workspace } = setUp();
    workspace.insert('company', [{ id: COMPANY, name: 'A', accountOwnerId: GONE }]);
    workspace.removeMember(GONE);
    const exchange = recorded.exchanges.find(({ name }) => name === 'a relation to a member that is gone');
    const { query, variables } = exchange?.request ?? { query: '' };
    const answer = await workspace.answer(workspace.apiKey, query, variables);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/FK_[0-9a-f]+/g, 'FK'));
    expect(plain(answer)).toEqual(plain(exchange?.answer));
  });

  it('is refused by the API of records', async () => {
    const { workspace } = setUp();
    const answer = await workspace.answer(workspace.apiKey, 'mutation($i:UUID!){deleteWorkspaceMember(id:$i){id}}', {
      i: GONE,
    });
    expect(answer.errors?.[0]?.message).toContain('deleteUserFromWorkspace');
    expect(workspace.records('workspaceMember')).toHaveLength(1);
  });
});
