import { beforeEach, describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../../../plugin/embedded/workspace.ts';
import { createClient } from '../../../workflows/gateway/client.ts';
import { probeManifest } from './probe-manifest.ts';

const QUESTION = '{companies(first:1){edges{node{id}}}}';
const TWO_ROOTS = '{companies(first:1){edges{node{id}}} workspaceMembers(first:1){edges{node{id}}}}';
const START = Date.parse('2026-11-26T09:00:00.000Z');

let now: number;
let workspace: Workspace;
beforeEach(() => {
  now = START;
  workspace = createWorkspace({
    app: { manifest: probeManifest, directory: '/nowhere', version: '0.0.0' },
    limits: { API: { calls: 100, windowMs: 60_000 }, APPLICATION: { calls: 4, windowMs: 4000 } },
    clock: () => new Date(now),
  });
});

const ask = (token: string, query = QUESTION) => workspace.answer(token, query);
const isAnswered = async (token: string, query = QUESTION): Promise<boolean> => !(await ask(token, query)).errors;

describe('the limit of an API key', () => {
  it("answers in the server's words once its calls are used up", async () => {
    for (let call = 0; call < 100; call += 1) expect(await isAnswered(workspace.apiKey)).toBe(true);
    expect(JSON.parse(JSON.stringify(await ask(workspace.apiKey)))).toEqual({
      data: { companies: null },
      errors: [
        {
          message: 'Limit reached (100 tokens per 60000 ms)',
          extensions: {
            subCode: 'LIMIT_REACHED',
            userFriendlyMessage: 'Rate limit reached. Please try again later.',
            code: 'BAD_USER_INPUT',
          },
        },
      ],
    });
  });

  it('fills again evenly: a call after 600 ms, and none before', async () => {
    for (let call = 0; call < 100; call += 1) await ask(workspace.apiKey);
    now += 599;
    expect(await isAnswered(workspace.apiKey)).toBe(false);
    now += 1;
    expect(await isAnswered(workspace.apiKey)).toBe(true);
    expect(await isAnswered(workspace.apiKey)).toBe(false);
  });

  it('is that of keys alone: neither people nor an introspection use it up', async () => {
    const { token } = workspace.addMember({ firstName: '志强', lastName: '王', email: 'wang@example.cn' });
    for (let call = 0; call < 120; call += 1) expect(await isAnswered(token)).toBe(true);
    const introspection = '{__type(name:"Opportunity"){fields{name}}}';
    for (let call = 0; call < 120; call += 1) expect(await isAnswered(workspace.apiKey, introspection)).toBe(true);
    expect(await isAnswered(workspace.apiKey)).toBe(true);
  });
});

describe("the application's limit", () => {
  it('counts each root of a request, and refuses those that come after', async () => {
    expect(await isAnswered(workspace.applicationToken)).toBe(true);
    expect(await isAnswered(workspace.applicationToken, TWO_ROOTS)).toBe(true);
    const { data, errors } = await ask(workspace.applicationToken, TWO_ROOTS);
    expect(errors).toHaveLength(1);
    expect(data).toMatchObject({ companies: { edges: [] }, workspaceMembers: null });
  });

  it('is waited for by the client', async () => {
    const pauses: number[] = [];
    const client = createClient({
      url: 'http://workspace.local',
      token: workspace.applicationToken,
      fetch: async (_address, init) => {
        const { query } = JSON.parse(String(init?.body)) as { query: string };
        return Response.json(await ask(workspace.applicationToken, query));
      },
      elapsed: () => now,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
      },
    });
    for (let call = 0; call < 4; call += 1) await client.request(TWO_ROOTS);
    expect(pauses).toEqual([4000]);
  });
});
