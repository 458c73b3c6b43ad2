/**
 * How many calls Twenty takes from one caller: a bucket that fills again evenly over the window. Every root field of a
 * request that reads or writes records is a call.
 */
export interface CallLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/** What all API keys of a workspace have together, unless whoever runs the server has set it otherwise. */
export const KEY_LIMIT: CallLimit = { calls: 100, windowMs: 60_000 };

/** An error as an answer carries it. */
export interface AnsweredError {
  readonly message?: string | undefined;
  readonly extensions?: { readonly code?: string | undefined; readonly subCode?: string | undefined } | undefined;
}

const REACHED = 'LIMIT_REACHED';
const IN_WORDS = /\((\d+) tokens per (\d+) ms\)/;

/** The limit that an answer says is reached; null where its errors say something else. */
export const limitIn = (errors: readonly AnsweredError[] = []): CallLimit | null => {
  const reached = errors.find(({ extensions }) => extensions?.subCode === REACHED || extensions?.code === REACHED);
  if (!reached) return null;
  const [, calls, windowMs] = (IN_WORDS.exec(reached.message ?? '') ?? []).map(Number);
  return calls && windowMs ? { calls, windowMs } : KEY_LIMIT;
};

/** No request of ours has more root fields. */
const MOST_CALLS = 10;

/**
 * Milliseconds until the bucket has filled enough for a request of ours. Others may draw from it too: each further time
 * twice as long, and at most a window, after which it is full.
 */
export const pauseFor = ({ calls, windowMs }: CallLimit, attempt: number): number =>
  Math.min(windowMs, Math.ceil((windowMs * MOST_CALLS) / calls) * 2 ** attempt);
