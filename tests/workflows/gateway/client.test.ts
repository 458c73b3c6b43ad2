import { describe, expect, it } from 'vitest';
import { type ClientOptions, createClient, withoutValues } from '../../../workflows/gateway/client.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';

type Answer = () => Promise<Response>;
const json =
  (body: unknown, status = 200): Answer =>
  async () =>
    Response.json(body, { status });
const text =
  (body: string, status: number): Answer =>
  async () =>
    new Response(body, { status });
const broken: Answer = async () => {
  throw new TypeError('fetch failed');
};
const refusal = (code: string, status = 200, message = 'no') =>
  json({ errors: [{ message, extensions: { code } }] }, status);
const GOOD = json({ data: { company: { id: '1' } } });

/** A client on a clock that only its own pauses and the given duration of each request move. */
const clientOf = (answers: readonly Answer[], options: Partial<ClientOptions> & { readonly takes?: number } = {}) => {
  const pauses: number[] = [];
  const sent: Request[] = [];
  const left = [...answers];
  let clock = 0;
  const client = createClient({
    url: 'http://twenty.test',
    token: 'secret-token',
    fetch: async (input, init) => {
      sent.push(new Request(input, init));
      clock += options.takes ?? 0;
      return (left.shift() ?? GOOD)();
    },
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      clock += milliseconds;
    },
    elapsed: () => clock,
    ...options,
  });
  return { client, pauses, sent };
};

describe('what may pass is tried again, with growing pauses', () => {
  it.each([
    ['429', json({ statusCode: 429, message: 'Too many requests' }, 429)],
    ['429 with a GraphQL error of a code of its own', refusal('THROTTLED', 429)],
    ['500', json({}, 500)],
    ['502 of a proxy, without JSON', text('<html>Bad gateway</html>', 502)],
    ['503', text('', 503)],
    ['408', json({}, 408)],
    ['an internal error inside 200', refusal('INTERNAL_SERVER_ERROR')],
    ['a lost connection', broken],
  ])('%s', async (_what, answer) => {
    const { client, pauses, sent } = clientOf([answer, answer, answer]);
    expect(await client.request('{company{id}}')).toEqual({ company: { id: '1' } });
    expect(pauses).toEqual([250, 500, 1000]);
    expect(sent).toHaveLength(4);
  });

  it('a request that gets no answer in time is given up and tried again', async () => {
    let calls = 0;
    const { client } = clientOf([], {
      timeoutMs: 1,
      fetch: (_input, init) => {
        calls += 1;
        if (calls > 1) return GOOD();
        return new Promise((_resolve, reject) => {
          const { signal } = init ?? {};
          const give = () => reject(signal?.reason);
          if (signal?.aborted) give();
          else signal?.addEventListener('abort', give);
        });
      },
    });
    await client.request('{company{id}}');
    expect(calls).toBe(2);
  });

  it('is given up after three further tries, and the error says that it may pass', async () => {
    const { client, sent } = clientOf(Array.from({ length: 9 }, () => json({}, 500)));
    const error = await client.request('{company{id}}').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TwentyError);
    expect(error).toMatchObject({ code: 'HTTP_500', isTransient: true });
    expect(sent).toHaveLength(4);
  });

  it("is not tried again when that could outlast the run's time", async () => {
    const slow = { takes: 15_000, timeoutMs: 15_000, budgetMs: 45_000 };
    const { client, sent } = clientOf(
      Array.from({ length: 9 }, () => broken),
      slow,
    );
    await expect(client.request('{company{id}}')).rejects.toMatchObject({ code: 'UNREACHABLE', isTransient: true });
    expect(sent).toHaveLength(2);
    // The time is the run's, not the request's: what comes after is asked once.
    await expect(client.request('{company{id}}')).rejects.toMatchObject({ isTransient: true });
    expect(sent).toHaveLength(3);
  });
});

/** As Twenty says it. */
const limited = (calls: number, windowMs: number) =>
  json({
    data: { companies: null },
    errors: [
      {
        message: `Limit reached (${calls} tokens per ${windowMs} ms)`,
        extensions: {
          subCode: 'LIMIT_REACHED',
          userFriendlyMessage: 'Rate limit reached. Please try again later.',
          code: 'BAD_USER_INPUT',
        },
      },
    ],
  });

describe('a limit that is reached', () => {
  it.each([
    ['of an API key', limited(100, 60_000), 6000],
    ['of the application', limited(500, 60_000), 1200],
    ['of a second', limited(100, 1000), 100],
    ['that says no numbers', refusal('BAD_REQUEST', 200, 'Limit reached'), null],
    ['told by the code alone', refusal('LIMIT_REACHED'), 6000],
  ])('%s is waited for as long as it takes to have some calls left', async (_what, answer, pause) => {
    const { client, pauses, sent } = clientOf([answer]);
    const request = client.request('{companies{edges{node{id}}}}');
    if (pause === null) await expect(request).rejects.toMatchObject({ code: 'BAD_REQUEST', isTransient: false });
    else await request;
    expect({ pauses, calls: sent.length }).toEqual(pause ? { pauses: [pause], calls: 2 } : { pauses: [], calls: 1 });
  });

  it('is waited for longer while others use it up, at most its window, and oftener than a fault is tried again', async () => {
    const answers = Array.from({ length: 7 }, () => limited(100, 60_000));
    const { client, pauses } = clientOf(answers, { budgetMs: 540_000 });
    await client.request('{companies{edges{node{id}}}}');
    expect(pauses).toEqual([6000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000]);
  });

  it("is given up within the run's time, and the error says that it may pass", async () => {
    const answers = Array.from({ length: 9 }, () => limited(100, 60_000));
    const { client, pauses } = clientOf(answers, { budgetMs: 45_000, timeoutMs: 15_000 });
    await expect(client.request('{companies{edges{node{id}}}}')).rejects.toMatchObject({
      code: 'LIMIT_REACHED',
      isTransient: true,
      limit: { calls: 100, windowMs: 60_000 },
    });
    expect(pauses).toEqual([6000, 12_000]);
  });

  it('is seen behind the refusals of other roots of the request', async () => {
    const answer = json({
      data: { companies: null, people: null },
      errors: [
        { message: 'no', extensions: { code: 'FORBIDDEN' } },
        { message: 'Limit reached (100 tokens per 60000 ms)', extensions: { subCode: 'LIMIT_REACHED' } },
      ],
    });
    const { client, pauses } = clientOf([answer]);
    await client.request('{companies{totalCount} people{totalCount}}');
    expect(pauses).toEqual([6000]);
  });
});

describe('what will not pass is not', () => {
  it.each([
    ['FORBIDDEN', refusal('FORBIDDEN')],
    ['BAD_USER_INPUT', refusal('BAD_USER_INPUT')],
    ['HTTP_401', json({}, 401)],
    ['HTTP_400', text('nonsense', 400)],
    ['GRAPHQL_ERROR', json({ errors: [{ message: 'no code' }] })],
  ])('%s', async (code, answer) => {
    const { client, sent } = clientOf([answer]);
    await expect(client.request('{company{id}}')).rejects.toMatchObject({ code, isTransient: false });
    expect(sent).toHaveLength(1);
  });

  it('an answer of 200 that is no JSON is no success', async () => {
    const { client } = clientOf([text('<html>', 200)]);
    await expect(client.request('{company{id}}')).rejects.toMatchObject({ code: 'HTTP_200', isTransient: false });
  });
});

describe('what an error tells', () => {
  it('neither the token nor the query', async () => {
    const { client, sent } = clientOf([broken, broken, broken, broken]);
    const error = await client.request('{company{secretField}}').catch((reason: unknown) => reason);
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/secret/);
  });

  it.each([
    ['Invalid UUID "王先生"', 'Invalid UUID "…"'],
    ["Invalid value '无锡' for field", 'Invalid value "…" for field'],
    ['a "quote \\" inside 王" ends', 'a "…" ends'],
    ['amount 50000000000 is too large', 'amount … is too large'],
    ['Variable "$d" got invalid value { name: 王, amountMicros: 5 }; Expected', 'Variable "…" got invalid value …'],
    ['null value\nDETAIL: Failing row contains (王, 5)', 'null value\nDETAIL: …'],
  ])('words without values: %s', (message, told) => expect(withoutValues(message)).toBe(told));

  it('no more than three hundred characters', () => expect(withoutValues('x'.repeat(500))).toHaveLength(300));
});
