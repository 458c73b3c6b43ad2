import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { universalIdentifier } from '../../../objects/define/universal-identifier.ts';
import type { BuiltApp } from '../../../plugin/embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../../plugin/embedded/serve.ts';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import { builtApp } from '../../built-app.ts';
import { run } from './run.ts';

let app: BuiltApp;
let workspace: Workspace;
let server: WorkspaceServer;
beforeAll(async () => {
  app = await builtApp();
});
beforeEach(async () => {
  workspace = createWorkspace({ app });
  server = await serveWorkspace(workspace, { port: 0 });
});
afterEach(() => server.close());

const ask = async (...args: readonly string[]) => {
  const { code, out, err } = await run('access', '--url', server.url, '--key', workspace.apiKey, '--json', ...args);
  return { code, err, answer: JSON.parse(out) as { isLicensed: boolean | null; rules: readonly { state: string }[] } };
};
const states = (answer: { readonly rules: readonly { readonly state: string }[] }) =>
  answer.rules.map(({ state }) => state);

describe('access', () => {
  it('says that a server without the licence does not keep people to their own records, and turns nothing on', async () => {
    expect(await ask()).toMatchObject({ code: 0, answer: { isLicensed: false } });
    const { code, answer } = await ask('--own-records', 'on');
    expect([code, states(answer)]).toEqual([1, ['OFF', 'OFF']]);
  });

  it('turns the rules on where they are licensed, and off again', async () => {
    workspace.rolesApi.isLicensed = true;
    expect(states((await ask()).answer)).toEqual(['OFF', 'OFF']);
    const on = await ask('--own-records', 'on');
    expect([on.code, states(on.answer)]).toEqual([0, ['ON', 'ON']]);
    expect(states((await ask()).answer)).toEqual(['ON', 'ON']);
    // A second time changes nothing.
    expect(states((await ask('--own-records', 'on')).answer)).toEqual(['ON', 'ON']);
    const off = await ask('--own-records', 'off');
    expect([off.code, states(off.answer)]).toEqual([0, ['OFF', 'OFF']]);
  });

  it('leaves rules of somebody else alone', async () => {
    workspace.rolesApi.isLicensed = true;
    workspace.rolesApi.answer('upsertRowLevelPermissionPredicates', {
      input: {
        roleId: universalIdentifier('role', 'sales-representative'),
        objectMetadataId: 'company',
        predicates: [{ fieldMetadataId: 'company.name', operand: 'CONTAINS', workspaceMemberFieldMetadataId: null }],
      },
    });
    const { code, answer } = await ask('--own-records', 'on');
    expect([code, states(answer)]).toEqual([1, ['OTHER', 'ON']]);
  });

  it('is told in words, and by doctor', async () => {
    const { out } = await run('access', '--url', server.url, '--key', workspace.apiKey);
    expect(out).toContain('The server does not enforce row-level permissions');
    expect(out).toContain('Tag policy · Sales representative: company by accountOwner – off');
    const doctor = await run('doctor', '--url', server.url, '--key', workspace.apiKey);
    expect(doctor.out).toContain('does not enforce row-level permissions');
  });

  it('fails in one line for a key that is none', async () => {
    const { code, err } = await run('access', '--url', server.url, '--key', 'nothing');
    expect(code).toBe(2);
    expect(err.split('\n')).toHaveLength(1);
  });
});
