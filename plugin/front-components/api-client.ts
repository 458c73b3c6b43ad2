import { accessToken, environment, renewToken } from './access.ts';

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

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

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
  let answer = await send(body, accessToken());
  if (answer.errors?.[0]?.extensions?.code === 'UNAUTHENTICATED') {
    const token = await renewToken();
    if (token) answer = await send(body, token);
  }
  const [error] = answer.errors ?? [];
  if (error) throw new ApiError(error.message, error.extensions?.code === 'FORBIDDEN');
  return answer.data as Data;
};
