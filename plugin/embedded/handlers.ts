import { HttpResponse, http, type RequestHandler } from 'msw';
import { z } from 'zod';
import type { Workspace } from './workspace.ts';

const requestBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const credentialsBody = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string(),
  client_secret: z.string(),
});

const TOKEN_SECONDS = 1800;

const tokenOf = (request: Request): string => (request.headers.get('authorization') ?? '').replace(/^Bearer\s+/i, '');

/**
 * The workspace's HTTP interface as msw handlers: the same ones answer in tests and behind `tag-policy workspace`.
 * `onChange` is told after each request, so that a server can run the hooks that woke.
 */
export const workspaceHandlers = (
  workspace: Workspace,
  baseUrl: string = workspace.url,
  onChange?: () => void,
): readonly RequestHandler[] => [
  http.get(`${baseUrl}/healthz`, () => HttpResponse.json({ status: 'ok', version: workspace.version })),
  ...(['graphql', 'metadata'] as const).map((path) =>
    http.post(`${baseUrl}/${path}`, async ({ request }) => {
      const body = requestBody.safeParse(await request.json().catch(() => null));
      if (!body.success) {
        const message = 'Expected a JSON body {"query": "…", "variables": {…}}';
        return HttpResponse.json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] }, { status: 400 });
      }
      const { query, variables } = body.data;
      const token = tokenOf(request);
      const answer =
        path === 'graphql'
          ? await workspace.answer(token, query, variables ?? undefined)
          : await workspace.answerMetadata(token, query, variables ?? undefined);
      onChange?.();
      return HttpResponse.json(answer);
    }),
  ),
  http.post(`${baseUrl}/oauth/token`, async ({ request }) => {
    const body = credentialsBody.safeParse(await request.json().catch(() => null));
    const { clientId, clientSecret } = workspace.credentials;
    if (!body.success || body.data.client_id !== clientId || body.data.client_secret !== clientSecret) {
      return HttpResponse.json({ error: 'invalid_client' }, { status: 401 });
    }
    return HttpResponse.json({
      access_token: workspace.applicationToken,
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
    });
  }),
  http.all(`${baseUrl}/s/*`, async ({ request }) => {
    const { pathname, searchParams } = new URL(request.url);
    const answer = await workspace.callRoute({
      method: request.method,
      path: pathname.slice(new URL(baseUrl).pathname.replace(/\/$/, '').length + '/s'.length),
      token: tokenOf(request),
      query: Object.fromEntries(searchParams),
      headers: Object.fromEntries(request.headers),
      body: await request.json().catch(() => null),
    });
    onChange?.();
    return HttpResponse.json(answer.body as never, { status: answer.status, headers: answer.headers ?? {} });
  }),
];
