import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import team from '../../../seeds/sample-team.json' with { type: 'json' };
import { type Process, run, start } from './run.ts';

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

const serve = async (...args: readonly string[]): Promise<{ process: Process; address: Address }> => {
  const process = start(['workspace', '--port', '0', '--no-build', '--json', ...args]);
  const [text] = await process.saw(/\{[\s\S]*\}\n/);
  return { process, address: JSON.parse(text) as Address };
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
  it('serves on a free port, runs the hooks, and refuses what it does not know', async () => {
    const { process, address } = await serve();
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

    process.kill('SIGINT');
    expect(await process.ended).toMatchObject({ code: 0, signal: null, err: '' });
    await expect(fetch(address.healthz)).rejects.toThrow();
  });

  it('tells people where it is, and stops on SIGTERM', async () => {
    const process = start(['workspace', '--port', '0', '--no-build']);
    const [, health = ''] = await process.saw(/\(health: (\S+)\)\n[\s\S]*Ctrl-C stops it/);
    expect((await fetch(health)).status).toBe(200);
    process.kill('SIGTERM');
    const { code, out, err } = await process.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Workspace: http:\/\/127\.0\.0\.1:\d+\/graphql .*\nAPI key: {3}\S+\n.*\nStopped\.\n$/);
  });

  it('stops cleanly when the signal comes twice', async () => {
    const { process } = await serve();
    process.kill('SIGINT');
    process.kill('SIGINT');
    expect(await process.ended).toMatchObject({ code: 0, signal: null });
  });

  it('starts its clock where it is told, for records and hooks alike', async () => {
    const { address } = await serve('--clock', '2026-09-30T09:00:00+08:00');
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

  it('holds the sample team when asked', async () => {
    const { address } = await serve('--sample', '--clock', '2026-09-30T09:00:00+08:00');
    const { data } = await ask(address, address.apiKey, '{companies{totalCount}opportunities{totalCount}}');
    expect(data).toEqual({
      companies: { totalCount: team.companies.length },
      opportunities: { totalCount: team.opportunities.length },
    });
  });

  it('lets everybody of the sample team act by a token of their own: approvals over HTTP', async () => {
    const { address } = await serve('--sample', '--clock', '2026-09-30T09:00:00+08:00');
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
});
