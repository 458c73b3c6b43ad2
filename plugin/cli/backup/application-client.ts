import { z } from 'zod';
import type { TwentyClient } from '../../../workflows/gateway/client.ts';
import { UsageError } from '../output.ts';
import type { PaceOptions } from '../pace.ts';
import { counted, type PacedClient, workspaceClient } from './workspace-client.ts';

/** What Twenty shows of an application's registration, by which one may act as the application itself. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
/** The part of a token's life after which a new one is fetched. */
const FRESH = 0.7;

const fetchToken = async (url: string, { clientId, clientSecret }: Credentials) => {
  const response = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null);
  const read = tokenSchema.safeParse(response?.ok ? await response.json().catch(() => null) : null);
  if (!read.success) {
    throw new UsageError(
      `${url} gives no token of the application (${response?.status ?? 'unreachable'}); see its registration in Twenty, which must be installed in one workspace alone`,
    );
  }
  return read.data;
};

/**
 * Asks a workspace as the application itself, which alone may write what it keeps (`writability: APPLICATION`). Its
 * tokens last half an hour; a new one is fetched in time.
 */
export const applicationClient = async (
  url: string,
  credentials: Credentials,
  options: PaceOptions,
): Promise<PacedClient> => {
  const elapsed = options.elapsed ?? (() => performance.now());
  let until = 0;
  let client: TwentyClient | null = null;
  const current = async (): Promise<TwentyClient> => {
    if (client && elapsed() < until) return client;
    const { access_token: token, expires_in: seconds } = await fetchToken(url, credentials);
    until = elapsed() + seconds * 1000 * FRESH;
    client = workspaceClient(url, token, options);
    return client;
  };
  await current();
  return counted(
    {
      request: async (query, variables) => (await current()).request(query, variables),
      requestMetadata: async (query, variables) => (await current()).requestMetadata(query, variables),
    },
    null,
  );
};
