import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import { probeManifest } from './probe-manifest.ts';

const COMPANY = 'aaaaaaaa-0000-4000-8000-000000000001';
const PERSON = 'aaaaaaaa-0000-4000-8000-000000000002';

/** As a live server answered. */
describe('a record that names one that was deleted', () => {
  it.each([
    ['companyId', { companyId: COMPANY }],
    ['companyId company{id}', { companyId: null, company: null }],
    ['company{id} companyId', { companyId: null, company: null }],
  ])('{%s}', async (selection, answer) => {
    const workspace = createWorkspace({ app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert('company', [{ id: COMPANY, name: '甲' }]);
    workspace.insert('person', [{ id: PERSON, companyId: COMPANY }]);
    const client = workspace.client(workspace.apiKey);
    await client.request('mutation($i:UUID!){deleteCompany(id:$i){id}}', { i: COMPANY });
    expect(await client.request(`{people{edges{node{${selection}}}}}`)).toEqual({
      people: { edges: [{ node: answer }] },
    });
    const found = `query($i:UUID!){person(filter:{id:{eq:$i}}){${selection}}}`;
    expect(await client.request(found, { i: PERSON })).toEqual({ person: answer });
  });

  it('as long as it is there, it is named', async () => {
    const workspace = createWorkspace({ app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert('company', [{ id: COMPANY, name: '甲' }]);
    workspace.insert('person', [{ id: PERSON, companyId: COMPANY }, { companyId: null }]);
    const { people } = await workspace
      .client(workspace.apiKey)
      .request<{ people: { edges: unknown[] } }>(
        '{people(orderBy:{companyId:AscNullsLast}){edges{node{companyId company{id}}}}}',
      );
    expect(people.edges).toEqual([
      { node: { companyId: COMPANY, company: { id: COMPANY } } },
      { node: { companyId: null, company: null } },
    ]);
  });
});
