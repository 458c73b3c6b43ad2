import { getOperationAST, parse } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import { z } from 'zod';
import { type AnsweredError, limitIn } from '../../../workflows/gateway/call-limit.ts';
import type { RecordsClient } from '../../../workflows/gateway/client.ts';
import { UsageError } from '../output.ts';
import { Pace, type PaceOptions } from '../pace.ts';

const TIMEOUT_MS = 15_000;
const DENIED: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'HTTP_401']);

const failure = z.object({
  status: z.number().optional(),
  errors: z
    .array(
      z.object({
        message: z.string().optional(),
        extensions: z.object({ code: z.string(), subCode: z.string() }).partial().optional(),
      }),
    )
    .optional(),
});

const errorsOf = (error: unknown): readonly AnsweredError[] =>
  error instanceof ClientError ? (failure.safeParse(error.response).data?.errors ?? []) : [];

const withCode = (error: ClientError): { readonly code: string; readonly message: string } => {
  const response = failure.safeParse(error.response).data;
  const [first] = response?.errors ?? [];
  return { code: first?.extensions?.code ?? `HTTP_${response?.status ?? 'unknown'}`, message: first?.message ?? '' };
};

/** The reason behind a lost connection, such as ECONNREFUSED. */
const reasonOf = (error: unknown): string => {
  const { cause, name } = error as { readonly cause?: { readonly code?: unknown }; readonly name?: unknown };
  return String(cause?.code ?? name ?? 'unknown reason');
};

/** Data of some kind; which, the questions know. */
const answered = z.record(z.string(), z.unknown());

/** What went wrong, for whoever called: one line that says what to try. The key is never in it. */
const explain = (error: unknown, url: string): UsageError => {
  if (error instanceof z.ZodError) return new UsageError(`${url} did not answer as Twenty does; check the address`);
  if (!(error instanceof ClientError)) {
    return new UsageError(
      `${url} could not be reached (${reasonOf(error)}); check the address and that Twenty runs there`,
    );
  }
  if (limitIn(errorsOf(error))) {
    return new UsageError(`${url} takes no more calls from API keys for now; others are using them, try again later`);
  }
  const { code, message } = withCode(error);
  if (DENIED.has(code)) {
    return new UsageError(`${url} does not accept the key; make one in Twenty under Settings → APIs & Webhooks`);
  }
  if (code === 'FORBIDDEN' || code === 'HTTP_403') {
    return new UsageError(`The key's role may not read what the doctor looks at; give it read access to all objects`);
  }
  if (message === '') return new UsageError(`${url} did not answer as Twenty does (${code}); check the address`);
  return new UsageError(`${url} refused the question (${code}): ${message}`);
};

const callsOf = (query: string): number => getOperationAST(parse(query))?.selectionSet.selections.length ?? 1;

/**
 * Asks a workspace from outside by an API key, at a pace Twenty takes.
 * @throws UsageError that says in one line what went wrong
 */
export const doctorClient = (url: string, key: string, options: PaceOptions): RecordsClient => {
  const client = new GraphQLClient(`${url}/graphql`, {
    headers: { authorization: `Bearer ${key}` },
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }),
  });
  const pace = new Pace(options);
  return {
    request: async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
      for (let attempt = 0; ; attempt += 1) {
        await pace.take(callsOf(query));
        try {
          return answered.parse(await client.request<unknown>(query, { ...variables })) as Data;
        } catch (error) {
          const limit = limitIn(errorsOf(error));
          if (!limit || !(await pace.recover(limit, attempt))) throw explain(error, url);
        }
      }
    },
  };
};
