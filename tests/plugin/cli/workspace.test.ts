import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { main } from '../../../plugin/cli/main.ts';
import team from '../../../seeds/sample-team.json' with { type: 'json' };
import { run, start } from './run.ts';

interface Address {
  readonly url: string;
  readonly graphql: string;
  readonly healthz: string;
  readonly apiKey: string;
  readonly members?: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly token: string;
  }[];
}

/** The command, served inside this process: how a process of it starts and ends is proved in process.test.ts. */
const open = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const { promise: served, resolve } = Promise.withResolvers<void>();
  // What it prints last, when it answers.
  const say = (text: string): void => {
    out.push(text);
    if (/^\{|Ctrl-C stops it/.test(text)) resolve();
  };
  const ended = main(['workspace', '--port', '0', '--no-build', ...args], { out: say, err: (text) => err.push(text) });
  await Promise.race([served, ended]);
  const stop = (signal: 'SIGINT' | 'SIGTERM' = 'SIGTERM'): Promise<number> => {
    // The listener it added, and none of the tests' own.
    process.listeners(signal).at(-1)?.(signal);
    return ended;
  };
  return { out, err, stop };
};

const serve = async (...args: readonly string[]) => {
  const { out, ...rest } = await open('--json', ...args);
  return { address: JSON.parse(out.join('\n')) as Address, ...rest };
};

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const ask = async ({ graphql }: Address, key: string | null, query: string): Promise<Answer> => {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

const CREATE = 'mutation{createCompany(data:{name:"甲一机械有限公司"}){id createdAt}}';

describe('workspace', () => {
  it('says what to do when the port is in use, and leaves nothing behind', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => {
      other.close();
    });
    const { port } = other.address() as AddressInfo;
    const RealDate = Date;
    const listeners = process.listenerCount('SIGTERM');
    const args = ['workspace', '--no-build', '--port', String(port), '--clock', '2026-09-30T09:00:00+08:00'];
    expect(await run(...args)).toEqual({
      code: 2,
      out: '',
      err: `error: port ${port} is in use; give another, or --port 0 for any free one`,
    });
    expect(Date).toBe(RealDate);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
  });

  it('serves on a free port, runs the hooks, and refuses what it does not know', async () => {
    const { address, err, stop } = await serve();
    expect(address.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(address).toMatchObject({ graphql: `${address.url}/graphql`, healthz: `${address.url}/healthz` });
    expect(await (await fetch(address.healthz)).json()).toMatchObject({ status: 'ok' });

    expect((await ask(address, address.apiKey, CREATE)).errors).toBeUndefined();
    await vi.waitFor(async () => {
      const answer = await ask(address, address.apiKey, '{companies{edges{node{tagReviewStatus tagCompleteness}}}}');
      expect(answer.data).toEqual({
        companies: { edges: [{ node: { tagReviewStatus: 'INCOMPLETE', tagCompleteness: 33 } }] },
      });
    });

    for (const key of ['wrong', null]) {
      const { data, errors } = await ask(address, key, '{companies{totalCount}}');
      expect(data ?? null).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    }
    expect((await fetch(`${address.url}/nope`)).status).toBe(404);
    expect((await fetch(address.graphql, { method: 'POST', body: 'no JSON' })).status).toBe(400);

    expect(await stop('SIGINT')).toBe(0);
    expect(err).toEqual([]);
    await expect(fetch(address.healthz)).rejects.toThrow();
  });

  it('tells people where it is, and stops on SIGTERM', async () => {
    const { out, err, stop } = await open();
    const [, health = ''] = /\(health: (\S+)\)$/m.exec(out.join('\n')) ?? [];
    expect((await fetch(health)).status).toBe(200);
    expect([await stop(), err]).toEqual([0, []]);
    expect(out.join('\n')).toMatch(
      /^Workspace: http:\/\/127\.0\.0\.1:\d+\/graphql .*\nAPI key: {3}\S+\n.*\nStopped\.$/,
    );
  });

  it('stops cleanly when the signal comes twice', async () => {
    const workspace = start(['workspace', '--port', '0', '--no-build', '--json']);
    await workspace.saw(/\{[\s\S]*\}\n/);
    workspace.kill('SIGINT');
    workspace.kill('SIGINT');
    expect(await workspace.ended).toMatchObject({ code: 0, signal: null });
  });

  it('starts its clock where it is told, for records and hooks alike', async () => {
    const { address, stop } = await serve('--clock', '2026-09-30T09:00:00+08:00');
    onTestFinished(async () => void (await stop()));
    const created = await ask(address, address.apiKey, CREATE);
    const { createdAt } = (created.data as { createCompany: { createdAt: string } }).createCompany;
    expect(createdAt).toMatch(/^2026-09-30T01:0/);
    await vi.waitFor(async () => {
      const { data } = await ask(address, address.apiKey, '{companies{edges{node{tagReviewStatus tagEnteredAt}}}}');
      const [edge] = (data as { companies: { edges: { node: Record<string, string> }[] } }).companies.edges;
      expect(edge?.node).toEqual({
        tagReviewStatus: 'INCOMPLETE',
        tagEnteredAt: expect.stringMatching(/^2026-09-30T01:0/),
      });
    });
  });
});

describe('workspace with the sample team', () => {
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    served = await serve('--sample', '--clock', '2026-09-30T09:00:00+08:00');
  });
  afterAll(() => served.stop());

  it('holds the sample team when asked', async () => {
    const { address } = served;
    const { data } = await ask(address, address.apiKey, '{companies{totalCount}opportunities{totalCount}}');
    expect(data).toEqual({
      companies: { totalCount: team.companies.length },
      opportunities: { totalCount: team.opportunities.length },
    });
  });

  it('lets everybody of the sample team act by a token of their own: approvals over HTTP', async () => {
    const { address } = served;
    const { members = [] } = address;
    expect(members.map(({ id, name }) => [id, name])).toEqual(
      team.members.map(({ id, lastName, firstName }) => [id, `${lastName}${firstName}`]),
    );
    const tokenOf = (role: string) => members.find((member) => member.role === role)?.token ?? '';
    const [rep, reviewer, manager] = ['Sales representative', 'Data reviewer', 'Sales manager'].map(tokenOf) as [
      string,
      string,
      string,
    ];
    const fields = 'name:"甲一机械有限公司" tagCustomerType:SME tagIndustry:C tagVerification:VERIFIED';
    const created = await ask(address, rep, `mutation{createCompany(data:{${fields}}){id}}`);
    const { id } = (created.data as { createCompany: { id: string } }).createCompany;
    const standing = async () => {
      const query = `{company(filter:{id:{eq:"${id}"}}){tagReviewStatus tagActionResult}}`;
      return (await ask(address, reviewer, query)).data?.company;
    };
    await vi.waitFor(async () => expect(await standing()).toMatchObject({ tagReviewStatus: 'PENDING' }));

    const approve = async (token: string) => {
      const response = await fetch(`${address.url}/s/tag-policy/act`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ object: 'company', ids: [id], action: 'APPROVE' }),
      });
      return response.json();
    };
    // Without the duty, and with it on what they entered themselves.
    expect(await approve(rep)).toMatchObject({ refused: 1, results: [{ reason: '只有担任审核人员的成员才能执行' }] });
    const { profileId = '' } =
      team.members.find((member) => member.id === members.find(({ token }) => token === rep)?.id) ?? {};
    const duty = `mutation{updateTagMember(id:"${profileId}",data:{duties:[REVIEWER]}){id}}`;
    expect((await ask(address, rep, duty)).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect((await ask(address, manager, duty)).errors).toBeUndefined();
    expect(await approve(rep)).toMatchObject({
      refused: 1,
      results: [{ reason: '录入标签的人员不能审核自己录入的内容' }],
    });
    expect(await standing()).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(await approve(reviewer)).toMatchObject({ done: 1 });
    expect(await standing()).toMatchObject({ tagReviewStatus: 'APPROVED' });
  });
});
