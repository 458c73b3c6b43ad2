import { HttpResponse, http } from 'msw';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { customerOf, idOf, server, useOffice } from '../support.ts';

const A = idOf(1);
const B = idOf(2);
const BASIC = customerOf(A);
const NOW = '2026-09-28T01:00:00.000Z';
let said: string[];
const office = useOffice(NOW, { mayFail: true });

beforeEach(() => {
  // Time passes when the test lets it: pauses between tries take none.
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: new Date(NOW) });
  said = [];
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(words.map(String).join(' '));
    });
  }
});
afterEach(() => {
  // Whatever went wrong, no word of it says what a record holds.
  expect(said.join('\n')).not.toContain('精控');
});

/** Runs what is queued, letting the pauses between tries pass. */
const settle = async (): Promise<void> => {
  let isOver = false;
  const settled = office.workspace.settle().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await vi.advanceTimersByTimeAsync(250);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await settled;
};

const create = async (data: Record<string, unknown>) => {
  await office.post(office.team.rep.token, 'mutation($d:CompanyCreateInput!){createCompany(data:$d){id}}', { d: data });
  await settle();
};

type Failure = () => Response | Promise<Response>;
/** Lets requests that match fail, so many times. Everything else is answered. */
const fail = (match: (query: string) => boolean, failure: Failure, times: number): { readonly count: () => number } => {
  let count = 0;
  server.use(
    http.post('http://workspace.local/graphql', async ({ request }) => {
      const { query } = (await request.clone().json()) as { query: string };
      if (!match(query) || count >= times) return undefined;
      count += 1;
      return failure();
    }),
  );
  return { count: () => count };
};

const any = (): boolean => true;
const FAILURES: readonly (readonly [string, Failure])[] = [
  ['429', () => HttpResponse.json({ statusCode: 429, message: 'Too many requests' }, { status: 429 })],
  ['500', () => new HttpResponse('Internal server error', { status: 500 })],
  ['503 with errors', () => HttpResponse.json({ errors: [{ message: 'busy' }] }, { status: 503 })],
  ['a lost connection', () => HttpResponse.error()],
];

describe('what passes', () => {
  it.each(FAILURES)('%s, three times at any request: done within the run', async (_what, failure) => {
    const failing = fail(any, failure, 3);
    await create(BASIC);
    expect(failing.count()).toBe(3);
    expect(office.workspace.runs).toMatchObject([{ error: null, result: { judged: 1, failures: 0 } }]);
    expect(office.one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(office.kinds(A)).toEqual(['ENTERED']);
  });

  it('longer than a run tries: the run says that it may be tried again, and Twenty does', async () => {
    fail(any, () => new HttpResponse('', { status: 502 }), 5);
    await create(BASIC);
    expect(office.workspace.runs.map(({ error }) => error)).toEqual([
      'RetryableLogicFunctionError: Twenty answered 502 without JSON',
      null,
    ]);
    expect(office.one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
  });
});

describe('what does not pass while it lasts', () => {
  it.each([
    ['reading', (query: string) => query.startsWith('query')],
    ['writing the log', (query: string) => query.includes('createTagLogs')],
    ['writing the subject', (query: string) => /updateCompany|createCompanies/.test(query) && query.includes('Write')],
  ] as const)('at %s: nothing is half done, and the next look makes it whole', async (_what, match) => {
    const failing = fail(match, () => new HttpResponse('', { status: 500 }), 16);
    await create(BASIC);
    expect(failing.count()).toBe(16);
    expect(office.workspace.runs.every(({ error }) => error?.startsWith('RetryableLogicFunctionError'))).toBe(true);
    // The subject was not advanced, whatever of its consequences was written.
    expect(office.one('company', A)).toMatchObject({ tagBaseline: null, tagReviewStatus: 'INCOMPLETE' });
    await Promise.all([office.sweep(), settle()]);
    expect(office.one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING', tagEnteredById: office.team.rep.id });
    expect(office.kinds(A)).toEqual(['ENTERED']);
  });

  it('in REVERT, between the log and the putting back: both are there in the end, once', async () => {
    office.workspace.setVariable('ENFORCEMENT', 'REVERT');
    await create(BASIC);
    fail(
      (query) => query.includes('PutBack'),
      () => new HttpResponse('', { status: 500 }),
      6,
    );
    vi.setSystemTime('2026-09-28T02:00:00.000Z');
    await office.write(office.team.rep, 'company', A, { tagIndustry: null });
    await settle();
    expect(office.one('company', A)).toMatchObject({ tagIndustry: 'C' });
    expect(office.one('company', A).tagActionResult).toContain('put back');
    expect(office.kinds(A)).toEqual(['ENTERED', 'REVERTED']);
  });
});

describe('what is refused', () => {
  const refusal = () =>
    HttpResponse.json({ errors: [{ message: `bad value "${BASIC.name}"`, extensions: { code: 'BAD_USER_INPUT' } }] });

  it('of one record in 200 holds none of the 199 others, and is told of by id', async () => {
    const bad = idOf(77);
    server.use(
      http.post('http://workspace.local/graphql', async ({ request }) => {
        const { query, variables } = (await request.clone().json()) as { query: string; variables: unknown };
        const isWrite = query.startsWith('mutation Write') && /createCompanies|updateCompany/.test(query);
        return isWrite && JSON.stringify(variables).includes(bad) ? refusal() : undefined;
      }),
    );
    const data = Array.from({ length: 200 }, (_unused, at) => ({
      ...BASIC,
      id: idOf(at),
      name: `第${at}号精控有限公司`,
    }));
    await office.post(office.team.rep.token, 'mutation($d:[CompanyCreateInput!]!){createCompanies(data:$d){id}}', {
      d: data,
    });
    await settle();
    expect(office.workspace.runs[0]).toMatchObject({ error: null, result: { judged: 200, failures: 1 } });
    const waiting = office.all('company').filter(({ tagReviewStatus }) => tagReviewStatus !== 'PENDING');
    expect(waiting.map(({ id }) => id)).toEqual([bad]);
    expect(said).toEqual([`company ${bad} could not be written (BAD_USER_INPUT): bad value "…"`]);
  });

  it('of a log row leaves its subject for the next look, and the others go on', async () => {
    let isBroken = true;
    server.use(
      http.post('http://workspace.local/graphql', async ({ request }) => {
        const { query, variables } = (await request.clone().json()) as { query: string; variables: unknown };
        const isBad = query.includes('createTagLogs') && JSON.stringify(variables).includes(`"companyId":"${A}"`);
        return isBroken && isBad ? refusal() : undefined;
      }),
    );
    await office.post(office.team.rep.token, 'mutation($d:[CompanyCreateInput!]!){createCompanies(data:$d){id}}', {
      d: [BASIC, { ...BASIC, id: B, name: '苏州恒达机械有限公司' }],
    });
    await settle();
    expect(office.one('company', B)).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(office.one('company', A)).toMatchObject({ tagBaseline: null });
    isBroken = false;
    await Promise.all([office.sweep(), settle()]);
    expect(office.one('company', A)).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(office.kinds(A)).toEqual(['ENTERED']);
  });

  it('again and again is told of by health, with the reason, until it is taken', async () => {
    await create(BASIC);
    await create({ ...BASIC, id: B, name: '苏州恒达机械有限公司' });
    const days = (day: number) =>
      `2026-${day > 30 ? '10' : '09'}-${String(day > 30 ? day - 30 : day).padStart(2, '0')}T16:30:00.000Z`;
    let isBroken = true;
    server.use(
      http.post('http://workspace.local/graphql', async ({ request }) => {
        const { query, variables } = (await request.clone().json()) as { query: string; variables: unknown };
        const isBad =
          /^mutation Write.*(createCompanies|updateCompany)/.test(query) && JSON.stringify(variables).includes(A);
        return isBroken && isBad ? refusal() : undefined;
      }),
    );
    // Behind the hooks' back, so that each sweep has something to write.
    office.workspace.intercept(() => []);
    await office.write(office.team.rep, 'company', A, { tagRegion: 'JIANGSU' });
    const sweep = () => Promise.all([office.sweep(), settle()]);
    const health = async () => JSON.stringify(await office.workspace.checkHealth());
    for (const day of [28, 29]) {
      vi.setSystemTime(days(day));
      await sweep();
      expect(await health()).not.toContain('could not write');
    }
    vi.setSystemTime(days(30));
    await sweep();
    expect(await health()).toContain(
      `Records that several sweeps in a row could not write: 1 (company ${A} (BAD_USER_INPUT): bad value \\"…\\")`,
    );
    isBroken = false;
    vi.setSystemTime(days(31));
    await sweep();
    expect(await health()).not.toContain('could not write');
  });
});
