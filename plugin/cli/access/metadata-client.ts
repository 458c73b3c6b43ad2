import { z } from 'zod';
import { UsageError } from '../output.ts';

const TIMEOUT_MS = 15_000;

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string(), subCode: z.string() }).partial().optional(),
      }),
    )
    .optional(),
});

/** Twenty would not do it: its words, and its code. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

export type AskMetadata = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * Asks the API of a server's own things by an API key: roles, objects, what is licensed.
 * @throws UsageError that says in one line what went wrong; Refusal where the server answers that it would not
 */
export const metadataClient =
  (url: string, key: string): AskMetadata =>
  async (query, variables = {}) => {
    const response = await fetch(`${url}/metadata`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!response) throw new UsageError(`${url} could not be reached; check the address and that Twenty runs there`);
    const read = answerSchema.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new UsageError(`${url} did not answer as Twenty does; check the address`);
    const [error] = read.data.errors ?? [];
    const code = error?.extensions?.code ?? 'REFUSED';
    if (code === 'UNAUTHENTICATED')
      throw new UsageError(`${url} does not accept the key; make one in Twenty under Settings → APIs & Webhooks`);
    if (error) throw new Refusal(code, error.message);
    return read.data.data;
  };
