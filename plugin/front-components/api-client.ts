/** Twenty would not answer, or could not be reached. */
export class ApiError extends Error {
  /** Whoever looks may not see what was asked for. */
  readonly isRefused: boolean;

  constructor(message: string, isRefused = false) {
    super(message);
    this.name = 'ApiError';
    this.isRefused = isRefused;
  }
}

interface Host {
  readonly requestAccessTokenRefresh?: () => Promise<string>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const environment = (): Readonly<Record<string, string | undefined>> => globalThis.process?.env ?? {};

/** The token in use is short-lived; once it has run out the host gives another. */
let refreshed: string | null = null;

const refresh = async (): Promise<string | null> => {
  const host = (globalThis as { frontComponentHostCommunicationApi?: Host }).frontComponentHostCommunicationApi;
  refreshed = (await host?.requestAccessTokenRefresh?.().catch(() => null)) ?? null;
  return refreshed;
};

const send = async (body: string, token: string): Promise<Answer> => {
  const address = `${(environment().TWENTY_API_URL ?? '').replace(/\/+$/, '')}/graphql`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const response = await fetch(address, { method: 'POST', headers, body });
    if (response.status === 401) return { errors: [{ message: '401', extensions: { code: 'UNAUTHENTICATED' } }] };
    return await response.json();
  } catch (error) {
    throw new ApiError(error instanceof Error ? error.message : String(error));
  }
};

/**
 * Asks Twenty's API in the name of whoever looks at the page: what they may not see, the component does not see.
 * @throws ApiError
 */
export const askApi = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
  const body = JSON.stringify({ query, variables });
  let answer = await send(body, refreshed ?? environment().TWENTY_APP_ACCESS_TOKEN ?? '');
  if (answer.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED') {
    const token = await refresh();
    if (token) answer = await send(body, token);
  }
  const [error] = answer.errors ?? [];
  if (error) throw new ApiError(error.message, error.extensions?.code === 'FORBIDDEN');
  return answer.data as Data;
};
