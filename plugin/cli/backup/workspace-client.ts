import { getOperationAST, parse } from 'graphql';
import { createClient, type TwentyClient } from '../../../workflows/gateway/client.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { UsageError } from '../output.ts';
import { Pace, type PaceOptions } from '../pace.ts';

/** A page of records with everything in it takes longer than what a hook asks. */
const TIMEOUT_MS = 60_000;
/** A backup that runs at night waits out a restart of the server rather than begin anew. */
const RETRIES = 6;

export interface PacedClient extends TwentyClient {
  /** Calls made so far, as Twenty counts them. */
  readonly calls: () => number;
}

const callsOf = (query: string): number => getOperationAST(parse(query))?.selectionSet.selections.length ?? 1;

/** Counts the calls of a client, and keeps them at a pace. */
export const counted = (client: TwentyClient, pace: Pick<Pace, 'take'> | null): PacedClient => {
  let calls = 0;
  // A command asks the same few questions over and over.
  const costs = new Map<string, number>();
  return {
    calls: () => calls,
    requestMetadata: client.requestMetadata,
    request: async (query, variables) => {
      const cost = costs.get(query) ?? callsOf(query);
      costs.set(query, cost);
      calls += cost;
      await pace?.take(cost);
      return client.request(query, variables);
    },
  };
};

/** Asks a workspace from outside at a pace Twenty takes from API keys. */
export const workspaceClient = (url: string, token: string, options: PaceOptions): PacedClient => {
  const { tell, sleep } = options;
  const wait = sleep ?? ((milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
  const client = createClient({
    url,
    token,
    timeoutMs: TIMEOUT_MS,
    retries: RETRIES,
    budgetMs: Number.POSITIVE_INFINITY,
    sleep: (milliseconds) => {
      tell(`${url} takes nothing for now; asking again in ${Math.ceil(milliseconds / 1000)} s …`);
      return wait(milliseconds);
    },
  });
  return counted(client, new Pace(options));
};

const DENIED: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'HTTP_401']);
const CLOSED: ReadonlySet<string> = new Set(['FORBIDDEN', 'HTTP_403']);
const UNKNOWN: ReadonlySet<string> = new Set(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** What went wrong between us and a workspace, in one line that says what to try; other errors as they are. */
export const explained = (error: unknown, url: string): unknown => {
  if (!(error instanceof TwentyError)) return error;
  const { code, message } = error;
  if (DENIED.has(code)) {
    return new UsageError(`${url} does not accept the key; make one in Twenty under Settings → APIs & Webhooks`);
  }
  if (CLOSED.has(code)) return new UsageError(`The key's role may not do that at ${url}: ${message}`);
  if (code === 'UNREACHABLE') return new UsageError(`${message}: check the address ${url} and that Twenty runs there`);
  if (UNKNOWN.has(code)) {
    return new UsageError(
      `${url} does not know what was asked for; is this version of Tag Policy applied? (${message})`,
    );
  }
  return new UsageError(`${url} refused (${code}): ${message}`);
};
