import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { doctorClient } from '../../../plugin/cli/doctor/doctor-client.ts';
import { Pace } from '../../../plugin/cli/pace.ts';
import type { BuiltApp } from '../../../plugin/embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../../plugin/embedded/serve.ts';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import { readHealth } from '../../../workflows/gateway/health.ts';
import { VERSION } from '../../../workflows/version.ts';
import { builtApp } from '../../built-app.ts';
import { agreementOf, idOf } from '../../workflows/support.ts';
import { probeManifest } from '../embedded/probe-manifest.ts';
import { run as runMain } from './run.ts';

const NOW = new Date('2026-06-15T01:00:00.000Z');
let app: BuiltApp;
let workspace: Workspace;
let server: WorkspaceServer;

beforeAll(async () => {
  app = await builtApp();
});
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.stubEnv('TAG_POLICY_KEY', undefined);
  workspace = createWorkspace({ app });
  server = await serveWorkspace(workspace, { port: 0 });
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const run = async (...args: readonly string[]) => {
  const { code, out, err } = await runMain('doctor', ...args);
  return { exit: code, out, err };
};
const examine = (...args: readonly string[]) => run('--url', server.url, '--key', workspace.apiKey, ...args);

const staff = (): void => {
  const reviewer = workspace.addMember({ firstName: '国栋', lastName: '唐', email: 'tang@example.cn' });
  const profile = {
    id: idOf(1),
    name: '唐国栋',
    workspaceMemberId: reviewer.id,
    duties: ['REVIEWER', 'TAG_MANAGER', 'SUPERVISOR'],
    agreementState: 'VALID',
  };
  workspace.insert('tagMember', [profile]);
  workspace.insert('tagAgreement', [agreementOf(idOf(2), profile)]);
};

describe('a workspace', () => {
  it('in order: exit 0', async () => {
    staff();
    await workspace.install();
    const { exit, out, err } = await examine('--json');
    const report = JSON.parse(out) as Record<string, unknown>;
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(report).toMatchObject({
      url: server.url,
      version: VERSION,
      installed: VERSION,
      summary: { OK: 8, INFO: 0, WARNING: 0, ERROR: 0 },
    });
  });

  it('with faults: exit 1, each with what to do', async () => {
    staff();
    workspace.insert('tagChangeNotice', [{ name: '变更', status: 'OVERDUE' }]);
    const { exit, out } = await examine();
    expect(exit).toBe(1);
    expect(out).toContain('! Overdue change notices: 1  [NOTICES_OVERDUE]\n      → Open');
    expect(out).toContain('! The install step has not run');
    expect(out).toContain('1 errors, 3 warnings, 0 remarks');
  });

  it('finds what the health check inside finds', async () => {
    workspace.setVariable('NOTICE_LANGUAGE', 'zh-TW');
    const inside = (await workspace.checkHealth()) as { description: string };
    const { out } = await examine('--json', '--language', 'zh-TW');
    const { findings } = JSON.parse(out) as { findings: { level: string; message: string; advice: string }[] };
    const faults = findings.filter(({ level }) => level !== 'OK');
    expect(faults.map(({ message, advice }) => `${message} → ${advice}`)).toEqual(inside.description.split('\n'));
  });

  it('the key may come by the environment, and a slash or /graphql may end the address', async () => {
    staff();
    await workspace.install();
    vi.stubEnv('TAG_POLICY_KEY', workspace.apiKey);
    expect((await run('--url', `${server.url}/`)).exit).toBe(0);
    expect((await run('--url', `${server.url}/graphql`)).exit).toBe(0);
  });
});

describe('what cannot be examined: exit 2 and one line', () => {
  it('a wrong key, which is not repeated', async () => {
    const { exit, out, err } = await run('--url', server.url, '--key', 'wrong-key');
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^error: .* does not accept the key; make one in Twenty[^\n]*$/);
    expect(err).not.toContain('wrong-key');
  });

  it('a key of a role that may not read', async () => {
    const { exit, err } = await run('--url', server.url, '--key', workspace.applicationToken, '--json');
    // The application's own role reads all that is asked: it stands for a role that is wide enough.
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    const role = app.manifest.roles.find(
      (one) => one.universalIdentifier === app.manifest.application.defaultRoleUniversalIdentifier,
    );
    const narrow = { ...app, manifest: { ...app.manifest, roles: [{ ...role, objectPermissions: [] }] } } as BuiltApp;
    const other = createWorkspace({ app: narrow });
    const served = await serveWorkspace(other, { port: 0 });
    const refused = await run('--url', served.url, '--key', other.applicationToken);
    await served.close();
    expect(refused.exit).toBe(2);
    expect(refused.err).toMatch(/^error: The key's role may not read what the doctor looks at[^\n]*$/);
  });

  it('a workspace without the application', async () => {
    const other = createWorkspace({ app: { ...app, manifest: probeManifest } });
    const served = await serveWorkspace(other, { port: 0 });
    const { exit, err } = await run('--url', served.url, '--key', other.apiKey);
    await served.close();
    expect(exit).toBe(2);
    expect(err).toMatch(/^error: Tag Policy is not installed in the workspace at [^\n]*$/);
  });

  it('nothing at the address', async () => {
    const { url } = server;
    const spare = await serveWorkspace(createWorkspace({ app }), { port: 0 });
    await spare.close();
    const { exit, err } = await run('--url', spare.url, '--key', 'k', '--json');
    expect(spare.url).not.toBe(url);
    expect({ exit, err }).toEqual({ exit: 2, err: '' });
  });

  it.each([
    ['foo', 'k', 'Give the address of Twenty'],
    ['ftp://example.com', 'k', 'Give the address of Twenty'],
    ['http://127.0.0.1', 'two words', 'Give an API key'],
  ])('wrong use: --url %s --key "%s"', async (url, key, words) => {
    const { exit, err } = await run('--url', url, '--key', key);
    expect(exit).toBe(2);
    expect(err).toContain(words);
  });

  it('no key at all', async () => {
    const { exit, err } = await run('--url', server.url);
    expect(exit).toBe(2);
    expect(err).toContain('--key');
  });
});

describe('the limit of API keys', () => {
  /** A clock that only the pauses of the command move. */
  const standing = (onPause: (milliseconds: number) => void = () => {}) => {
    const told: string[] = [];
    let clock = 0;
    return {
      told,
      options: {
        tell: (line: string) => told.push(line),
        elapsed: () => clock,
        sleep: async (milliseconds: number) => {
          clock += milliseconds;
          onPause(milliseconds);
        },
      },
    };
  };

  it('is kept below: as many calls as come are spread, each wait with a word', async () => {
    const { told, options } = standing();
    const pace = new Pace(options);
    for (let call = 0; call < 80; call += 1) await pace.take(1);
    expect({ told, at: options.elapsed() }).toEqual({ told: [], at: 0 });
    await pace.take(8);
    expect(told).toEqual(['Twenty takes 100 calls in 60 s from API keys; waiting 6 s …']);
    for (let call = 0; call < 80; call += 1) await pace.take(1);
    expect(options.elapsed()).toBeGreaterThanOrEqual(66_000);
    expect(options.elapsed()).toBeLessThan(67_000);
  });

  const limitedServer = async () => {
    const limited = createWorkspace({ app, limits: { API: { calls: 100, windowMs: 60_000 } } });
    const served = await serveWorkspace(limited, { port: 0 });
    for (let call = 0; call < 100; call += 1) {
      await limited.answer(limited.apiKey, '{companies(first:1){edges{node{id}}}}');
    }
    return { limited, served };
  };

  it('is waited for where others have reached it', async () => {
    const { limited, served } = await limitedServer();
    const { told, options } = standing((milliseconds) => vi.advanceTimersByTime(milliseconds));
    const answers = await readHealth(doctorClient(served.url, limited.apiKey, options));
    await served.close();
    expect(answers).not.toBeNull();
    // Health asks for eleven lists at once, more than have filled again by then, and for four more of what is kept aside.
    expect(told.map((line) => line.match(/from API keys; waiting (\d+) s/)?.[1])).toEqual(['6', '3', '3']);
  });

  it('is told of where it does not pass', async () => {
    const { limited, served } = await limitedServer();
    const { told, options } = standing();
    const asked = readHealth(doctorClient(served.url, limited.apiKey, options));
    await expect(asked).rejects.toThrow(/takes no more calls from API keys for now/);
    await served.close();
    expect(told.map((line) => line.match(/waiting (\d+)/)?.[1])).toEqual(['6', '3', '12', '24', '48']);
  });
});

describe('another program at the address', () => {
  let other: Server;
  let answer: { status: number; body: string };
  beforeEach(async () => {
    other = createServer((_request, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    other.closeAllConnections();
    other.close();
  });

  it.each([
    [404, '{"error":"not found"}'],
    [500, 'oops'],
    [200, '<html></html>'],
    [200, '{}'],
    [200, '[]'],
    [
      200,
      '{"data":{"__schema":{"types":[{"name":"OpportunityTagStageEnum","enumValues":[]}]},"tagMembers":{"edges":[{"node":{}}]}}}',
    ],
    [
      200,
      '{"data":{"__schema":{"types":[{"name":"OpportunityTagStageEnum","enumValues":[]}]},"tagMembers":{"edges":7}}}',
    ],
  ])('that answers %i %s', async (status, body) => {
    answer = { status, body };
    const { port } = other.address() as AddressInfo;
    const { exit, err } = await run('--url', `http://127.0.0.1:${port}`, '--key', 'k');
    expect(exit).not.toBe(0);
    expect(err.split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/TypeError|undefined|not a function/);
  });
});
