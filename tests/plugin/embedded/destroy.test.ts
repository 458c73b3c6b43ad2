import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../plugin/embedded/manifest.ts';
import { createWorkspace } from '../../../plugin/embedded/workspace.ts';
import { probeManifest } from './probe-manifest.ts';

const COMPANIES = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'] as const;
const PERSON = 'aaaaaaaa-0000-4000-8000-000000000003';

/** An application that is woken by everything. */
const listening: Manifest = {
  ...probeManifest,
  logicFunctions: [
    {
      universalIdentifier: '11111111-0000-4000-8000-0000000000e0',
      databaseEventTriggerSettings: { eventName: '*.*' },
      handlerName: 'default',
      builtHandlerPath: 'nowhere.mjs',
      builtHandlerChecksum: '0',
    },
  ],
};

describe('destroyed records', () => {
  const setUp = () => {
    const workspace = createWorkspace({ app: { manifest: listening, directory: '/nowhere', version: '0.0.0' } });
    workspace.insert(
      'company',
      COMPANIES.map((id) => ({ id, name: id })),
    );
    workspace.insert('person', [{ id: PERSON, name: { firstName: 'B', lastName: 'C' }, companyId: COMPANIES[0] }]);
    workspace.insert('tagNotice', [{ name: 'n', companyId: COMPANIES[0] }]);
    const told: string[] = [];
    workspace.intercept(({ payload }) => {
      told.push(`${payload.name} ${payload.recordId}`);
      return [];
    });
    return { workspace, told };
  };

  it('tell of themselves, not of what the database takes along or sets free', async () => {
    const { workspace, told } = setUp();
    const query = 'mutation($i:UUID!){destroyCompany(id:$i){id}}';
    await workspace.client(workspace.apiKey).request(query, { i: COMPANIES[0] });
    expect(workspace.records('person')[0]?.companyId).toBeNull();
    expect(workspace.records('tagNotice')).toEqual([]);
    expect(told).toEqual([`company.destroyed ${COMPANIES[0]}`]);
  });

  it('tell of the first alone when several go at once', async () => {
    const { workspace, told } = setUp();
    const query = 'mutation($i:[UUID!]){destroyCompanies(filter:{id:{in:$i}}){id}}';
    await workspace.client(workspace.apiKey).request(query, { i: COMPANIES });
    expect(workspace.records('company', true)).toEqual([]);
    expect(told).toEqual([`company.destroyed ${COMPANIES[0]}`]);
  });
});
