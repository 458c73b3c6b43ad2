import { accessToken, environment, renewToken } from './access.ts';
import type { Say } from './words.ts';

/** A route that could not be reached, or would not do what it was asked. */
export class RouteError extends Error {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** What the application said, in the language of whoever asked. */
  readonly reason: string | null;

  constructor(status: number | null, reason: string | null) {
    super(reason ?? `route answered ${status}`);
    this.name = 'RouteError';
    this.status = status;
    this.reason = reason;
  }
}

/** The application's routes, below `/tag-policy/`. */
export type RoutePath =
  | 'panel'
  | 'card'
  | 'act'
  | 'report'
  | 'recheck'
  | 'assessment'
  | 'bulletin'
  | 'acknowledge'
  | 'holders'
  | 'duplicates'
  | 'merge'
  | 'inspection';

/** Where Twenty serves the application's routes: an address of its own, or `/s` of the server. */
const addressOf = (path: RoutePath): string => {
  const { TWENTY_FUNCTIONS_URL, TWENTY_API_URL } = environment();
  const base = TWENTY_FUNCTIONS_URL || `${TWENTY_API_URL ?? ''}/s`;
  return `${base.replace(/\/+$/, '')}/tag-policy/${path}`;
};

const send = async (path: RoutePath, body: unknown, token: string): Promise<Response> => {
  try {
    return await fetch(addressOf(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  } catch {
    throw new RouteError(null, null);
  }
};

/**
 * Asks one of the application's routes in the name of whoever looks at the page.
 * @throws RouteError
 */
export const postRoute = async <Answer>(path: RoutePath, body: unknown): Promise<Answer> => {
  let response = await send(path, body, accessToken());
  if (response.status === 401) {
    const token = await renewToken();
    if (token) response = await send(path, body, token);
  }
  const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  if (!response.ok || answer === null) throw new RouteError(response.status, answer?.error?.message ?? null);
  return answer as Answer;
};

/** A failure in words that say what to do. */
export const failureText = (error: unknown, say: Say): string => {
  if (!(error instanceof RouteError)) return error instanceof Error ? error.message : String(error);
  if (error.reason) return error.reason;
  return error.status === null ? say('unreachable') : say('unexpected', { status: error.status });
};
