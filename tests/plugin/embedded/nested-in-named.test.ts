import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import { probeManifest } from './probe-manifest.ts';

const COMPANY = 'aaaaaaaa-0000-4000-8000-000000000001';
const PERSON = 'aaaaaaaa-0000-4000-8000-000000000002';

/** As a live server answered: the record that another names is a copy, and what is nested in it went to the original. */
describe('what is nested in a record that another names', () => {
  it.each([
    ['company{name people{totalCount edges{node{id}}}}', { name: '甲', people: { totalCount: 0, edges: [] } }],
    [
      'company{deletedAt people{totalCount edges{node{id}}}}',
      { deletedAt: null, people: { totalCount: 1, edges: [{ node: { id: PERSON } }] } },
    ],
    ['company{name}', { name: '甲' }],
  ])('{%s}', async (selection, company) => {
    const workspace = createWorkspace({ app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert('company', [{ id: COMPANY, name: '甲' }]);
    workspace.insert('person', [{ id: PERSON, companyId: COMPANY }]);
    const client = workspace.client(workspace.apiKey);
    expect(await client.request(`{people{edges{node{${selection}}}}}`)).toEqual({
      people: { edges: [{ node: { company } }] },
    });
  });

  it('of one that is asked for by itself is there', async () => {
    const workspace = createWorkspace({ app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert('company', [{ id: COMPANY, name: '甲' }]);
    workspace.insert('person', [{ id: PERSON, companyId: COMPANY }]);
    const found = 'query($i:UUID!){company(filter:{id:{eq:$i}}){people{edges{node{id}}}}}';
    expect(await workspace.client(workspace.apiKey).request(found, { i: COMPANY })).toEqual({
      company: { people: { edges: [{ node: { id: PERSON } }] } },
    });
  });
});
