import { type AnsweredError, limitIn, pauseFor } from './call-limit.ts';
import { TwentyError } from './errors.ts';

export interface ClientOptions {
  /** Base address of the workspace's API, without a trailing slash. */
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Waits so many milliseconds; tests pass one that does not. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** How often a transient failure is tried again; a limit is waited for as long as the budget allows. */
  readonly retries?: number;
  /** A single request is given up after so many milliseconds. */
  readonly timeoutMs?: number;
  /** No request is tried again once so many milliseconds have passed since the client was made: a run has its limit. */
  readonly budgetMs?: number;
  /** Milliseconds on a clock that only runs forward. */
  readonly elapsed?: () => number;
}

/** Asks Twenty's GraphQL API for records. */
export interface RecordsClient {
  /** @throws TwentyError when Twenty refuses, or stays unreachable through all retries */
  readonly request: <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;
}

/** Asks Twenty's GraphQL APIs. */
export interface TwentyClient extends RecordsClient {
  /** Asks the API of the server's own things (jobs), not of records. @throws TwentyError like `request` */
  readonly requestMetadata: <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;
}

const TRANSIENT_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const TRANSIENT_CODES: ReadonlySet<string> = new Set(['INTERNAL_SERVER_ERROR', 'TOO_MANY_REQUESTS']);

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

/**
 * A value in an error's words may be a tag's; what is logged keeps the words and drops the values: what is quoted,
 * numbers, and all that follows where GraphQL or Postgres spell out the data.
 */
export const withoutValues = (message: string): string =>
  message
    .replace(/\b(got invalid value|failing row contains|detail:).*$/is, '$1 …')
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '"…"')
    .replace(/\d{2,}/g, '…')
    .slice(0, 300);

const errorOf = (answer: Answer, status: number): TwentyError | null => {
  // Of several roots some may have been answered before the limit was reached: the request as a whole is asked again.
  const limit = limitIn(answer.errors);
  if (limit) {
    const message = `Twenty takes ${limit.calls} calls in ${limit.windowMs} ms`;
    return new TwentyError('LIMIT_REACHED', message, true, limit);
  }
  const first = answer.errors?.[0];
  if (first) {
    const code = first.extensions?.code ?? 'GRAPHQL_ERROR';
    const isTransient = TRANSIENT_CODES.has(code) || TRANSIENT_STATUS.has(status);
    return new TwentyError(code, withoutValues(first.message ?? 'no message'), isTransient);
  }
  if (status >= 400)
    return new TwentyError(`HTTP_${status}`, `Twenty answered ${status}`, TRANSIENT_STATUS.has(status));
  return null;
};

/**
 * A client that retries what may pass (server faults, lost connections) with growing pauses, waits for limits as long as
 * they ask, and gives up on what will not pass (refusals). Errors carry Twenty's words without the values quoted in them.
 */
export const createClient = (options: ClientOptions): TwentyClient => {
  const { url, token, retries = 3, timeoutMs = 15_000, budgetMs = 45_000, sleep = wait } = options;
  const elapsed = options.elapsed ?? (() => performance.now());
  const started = elapsed();
  const send = async (path: string, body: string): Promise<unknown> => {
    const request = options.fetch ?? globalThis.fetch;
    let response: Response;
    try {
      response = await request(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.name : 'unknown reason';
      throw new TwentyError('UNREACHABLE', `Twenty could not be reached (${reason})`, true);
    }
    let answer: Answer;
    try {
      answer = (await response.json()) as Answer;
    } catch {
      throw new TwentyError(
        `HTTP_${response.status}`,
        `Twenty answered ${response.status} without JSON`,
        TRANSIENT_STATUS.has(response.status),
      );
    }
    const error = errorOf(answer, response.status);
    if (error) throw error;
    return answer.data;
  };
  const ask = async <Data>(
    path: string,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Data> => {
    const body = JSON.stringify({ query, variables });
    let failures = 0;
    let waits = 0;
    for (;;) {
      try {
        return (await send(path, body)) as Data;
      } catch (error) {
        if (!(error instanceof TwentyError) || !error.isTransient) throw error;
        const pause = error.limit ? pauseFor(error.limit, waits) : 250 * 2 ** failures;
        const isTriedOut = !error.limit && failures >= retries;
        if (isTriedOut || elapsed() - started + pause + timeoutMs > budgetMs) throw error;
        if (error.limit) waits += 1;
        else failures += 1;
        await sleep(pause);
      }
    }
  };
  return {
    request: (query, variables) => ask('/graphql', query, variables),
    requestMetadata: (query, variables) => ask('/metadata', query, variables),
  };
};
