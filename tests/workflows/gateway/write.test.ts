import { describe, expect, it } from 'vitest';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import { writePlan } from '../../../workflows/gateway/write.ts';
import { emptyDraft, type Plan, type PlannedTask } from '../../../workflows/run/plan.ts';
import type { Patch } from '../../../workflows/run/snapshot.ts';

type Variables = Readonly<Record<string, unknown>>;
interface Call {
  readonly query: string;
  readonly variables: Variables;
}

/** Records what is asked; `refuse` says which request is refused. */
const recorder = (refuse: (call: Call) => TwentyError | null = () => null) => {
  const calls: Call[] = [];
  return {
    calls,
    client: {
      request: async <Data>(query: string, variables: Variables = {}): Promise<Data> => {
        const error = refuse({ query, variables });
        calls.push({ query, variables });
        if (error) throw error;
        return {} as Data;
      },
      requestMetadata: () => Promise.reject(new Error('a plan has no business with the server itself')),
    },
  };
};

const plan = (more: Partial<Plan>): Plan => ({ ...emptyDraft(), ...more });
const patches = (count: number, prefix: string): readonly Patch[] =>
  Array.from({ length: count }, (_unused, at) => ({ id: `${prefix}${at}`, fields: { tagCompleteness: at } }));
const logs = (count: number): readonly Patch[] =>
  Array.from({ length: count }, (_unused, at) => ({ id: `log${at}`, fields: { key: `${at}`, companyId: `c${at}` } }));
const task = (id: string, subject: string): PlannedTask => ({
  id,
  title: 'title',
  body: ['body'],
  dueAt: null,
  assigneeId: null,
  isReopened: false,
  isRewritten: false,
  kind: 'CHECK',
  priority: 'NORMAL',
  stage: null,
  groups: [],
  target: { object: 'company', id: subject },
});
const mentions = ({ variables }: Call, id: string) => JSON.stringify(variables).includes(`"${id}"`);
const refused = new TwentyError('BAD_USER_INPUT', 'no', false);
const passing = new TwentyError('HTTP_500', 'Twenty answered 500', true);

describe('writing a plan', () => {
  it('asks again for a row that another run writes at the same time', async () => {
    const clash = new TwentyError('BAD_USER_INPUT', 'A duplicate entry was detected', false);
    let times = 0;
    const { client, calls } = recorder(({ query }) =>
      query.includes('createTagLogs') && times++ === 0 ? clash : null,
    );
    const result = await writePlan(client, plan({ logs: logs(3), subjects: { company: patches(1, 'c') } }));
    expect(result).toEqual({ written: 4, failures: [] });
    expect(calls.map(({ query }) => /createTagLogs|updateCompany/.exec(query)?.[0])).toEqual([
      'createTagLogs',
      'createTagLogs',
      'updateCompany',
    ]);
  });

  it('asks again where what hangs on a task came before the task', async () => {
    const early = new TwentyError('INTERNAL', 'insert violates foreign key constraint', false);
    let times = 0;
    const { client, calls } = recorder(({ query }) => (query.includes('createTasks') && times++ === 0 ? early : null));
    const result = await writePlan(client, plan({ logs: logs(1), tasks: [task('t', 'c0')] }));
    expect(result).toEqual({ written: 3, failures: [] });
    expect(calls).toHaveLength(2);
  });

  it('takes an entry that is there whenever it is asked for a refusal of that row alone', async () => {
    const clash = new TwentyError('BAD_USER_INPUT', 'A duplicate entry was detected', false);
    const { client } = recorder((call) => (mentions(call, 'log1') ? clash : null));
    const { written, failures } = await writePlan(client, plan({ logs: logs(3) }));
    expect([written, failures.map(({ id }) => id)]).toEqual([2, ['c1']]);
  });

  it('an empty plan writes nothing', async () => {
    const { client, calls } = recorder();
    expect(await writePlan(client, plan({}))).toEqual({ written: 0, failures: [] });
    expect(calls).toEqual([]);
  });

  it('consequences in one request, the subjects, which carry the memory, in the next', async () => {
    const { client, calls } = recorder();
    const result = await writePlan(
      client,
      plan({
        logs: logs(2),
        notices: [{ id: 'n1', fields: { key: 'n1', companyId: 'c0' } }],
        tasks: [task('t1', 'c0')],
        closedTasks: ['t2', 't2'],
        subjects: { company: patches(2, 'c'), opportunity: patches(1, 'o') },
      }),
    );
    expect(calls).toHaveLength(2);
    expect(calls[0]?.query).toMatch(
      /createTagLogs.*createTagChangeNotices.*createTasks.*createTaskTargets.*updateTasks/,
    );
    expect(calls[1]?.query).toMatch(/createCompanies.*updateOpportunity\(/);
    // Log, notice, task with its target, one closed task; then three subjects.
    expect(result).toEqual({ written: 2 + 1 + 2 + 1 + 3, failures: [] });
  });

  it('what is made, be it one record alone, is created; together with what changes of its kind, in one request', async () => {
    const { client, calls } = recorder();
    const made = { tagTarget: patches(1, 'new') };
    await writePlan(client, plan({ made }));
    await writePlan(client, plan({ made, subjects: { tagTarget: patches(1, 'old'), tagMember: patches(1, 'm') } }));
    expect(calls.map(({ query }) => query.match(/(?:create|update)\w+\(/g))).toEqual([
      ['createTagTargets('],
      ['createTagTargets(', 'updateTagMember('],
    ]);
    expect(calls[1]?.variables).toMatchObject({ d0: [{ id: 'new0' }, { id: 'old0' }], i1: 'm0' });
  });

  it('what is refused of what is made leaves what changes as an update, which makes nothing', async () => {
    const { client, calls } = recorder((call) => (mentions(call, 'new0') ? refused : null));
    const result = await writePlan(
      client,
      plan({ made: { tagTarget: patches(1, 'new') }, subjects: { tagTarget: patches(1, 'old') } }),
    );
    expect(calls.at(-1)?.query).toContain('updateTagTarget(');
    expect(result).toMatchObject({ written: 1, failures: [{ object: 'tagTarget', id: 'new0' }] });
  });

  it('closing a task never opens one: those that are done already are left alone', async () => {
    const { client, calls } = recorder();
    await writePlan(client, plan({ closedTasks: ['t1'] }));
    expect(calls[0]?.variables).toEqual({
      f0: { and: [{ id: { in: ['t1'] } }, { status: { neq: 'DONE' } }] },
      d0: { status: 'DONE' },
    });
  });

  it('in chunks of 200', async () => {
    const { client, calls } = recorder();
    const result = await writePlan(client, plan({ logs: logs(401), subjects: { company: patches(201, 'c') } }));
    expect(calls).toHaveLength(3 + 2);
    expect(result).toEqual({ written: 602, failures: [] });
  });
});

describe('one bad record', () => {
  it('among 200 keeps none of the 199 others from being written', async () => {
    const { client, calls } = recorder((call) => (mentions(call, 'c77') ? refused : null));
    const result = await writePlan(client, plan({ subjects: { company: patches(200, 'c') } }));
    expect(result).toEqual({
      written: 199,
      failures: [{ object: 'company', id: 'c77', code: 'BAD_USER_INPUT', reason: 'no' }],
    });
    // Halved until it stands alone: no more than two requests a halving.
    expect(calls.length).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(200)));
  });

  it('whose log row is refused is not advanced, the others are', async () => {
    const { client, calls } = recorder((call) => (mentions(call, 'log3') ? refused : null));
    const result = await writePlan(client, plan({ logs: logs(8), subjects: { company: patches(8, 'c') } }));
    expect(result.failures).toEqual([{ object: 'tagLog', id: 'c3', code: 'BAD_USER_INPUT', reason: 'no' }]);
    const written = calls.flatMap((call) => (call.query.includes('createCompanies') ? [call] : []));
    expect(written).toHaveLength(1);
    expect(written.some((call) => mentions(call, 'c3'))).toBe(false);
    expect(written.some((call) => mentions(call, 'c4'))).toBe(true);
  });

  it('whose task is refused is not advanced either', async () => {
    const { client, calls } = recorder((call) => (mentions(call, 't1') ? refused : null));
    const result = await writePlan(
      client,
      plan({ tasks: [task('t0', 'c0'), task('t1', 'c1')], subjects: { company: patches(3, 'c') } }),
    );
    expect(new Set(result.failures.map(({ id }) => id))).toEqual(new Set(['c1']));
    const last = calls.at(-1);
    expect(last && [mentions(last, 'c0'), mentions(last, 'c1'), mentions(last, 'c2')]).toEqual([true, false, true]);
  });
});

describe('a failure that may pass', () => {
  it('while consequences are written leaves every subject as it was', async () => {
    const { client, calls } = recorder((call) => (call.query.includes('createTagLogs') ? passing : null));
    const write = writePlan(client, plan({ logs: logs(1), subjects: { company: patches(1, 'c') } }));
    await expect(write).rejects.toBe(passing);
    expect(calls.some((call) => /compan/i.test(call.query))).toBe(false);
  });

  it('is not taken for one of its records: nothing is halved', async () => {
    const { client, calls } = recorder(() => passing);
    await expect(writePlan(client, plan({ subjects: { company: patches(9, 'c') } }))).rejects.toBe(passing);
    expect(calls).toHaveLength(1);
  });
});

describe('putting back', () => {
  const revert = (id: string, fields: Patch['fields']) => ({
    object: 'opportunity',
    id,
    updatedAt: '2026-09-28T01:00:00.000Z',
    fields,
  });
  const reverting = plan({
    logs: [{ id: 'log0', fields: { key: '0', opportunityId: 'o0' } }],
    reverts: [revert('o0', { tagStage: 'PROSPECT' }), revert('o0', { tagSource: 'TRADE_FAIR' })],
    subjects: { opportunity: [{ id: 'o0', fields: { tagActionResult: 'put back' } }, ...patches(1, 'p')] },
  });

  it('comes after the log and together with the standing that tells of it, under one guard', async () => {
    const { client, calls } = recorder();
    await writePlan(client, reverting);
    expect(calls.map(({ query }) => /\{(\w+)\(/.exec(query)?.[1])).toEqual([
      'createTagLogs',
      'updateOpportunities',
      'updateOpportunity',
    ]);
    expect(calls[1]?.variables).toEqual({
      f: {
        and: [
          { id: { eq: 'o0' } },
          { updatedAt: { gte: '2026-09-28T01:00:00.000Z' } },
          { updatedAt: { lt: '2026-09-28T01:00:00.001Z' } },
        ],
      },
      d: { tagActionResult: 'put back', tagStage: 'PROSPECT', tagSource: 'TRADE_FAIR' },
    });
    expect(calls[2]?.variables).toEqual({ i0: 'p0', d0: { tagCompleteness: 0 } });
  });

  it('waits when its log row was refused', async () => {
    const { client, calls } = recorder((call) => (mentions(call, 'log0') ? refused : null));
    const result = await writePlan(client, reverting);
    expect(calls.some(({ query }) => query.includes('updateOpportunities'))).toBe(false);
    expect(result.written).toBe(1);
  });

  it('that is refused is told of and keeps no other record from being written', async () => {
    const { client } = recorder(({ query }) => (query.includes('updateOpportunities') ? refused : null));
    const result = await writePlan(client, reverting);
    expect(result).toEqual({
      written: 2,
      failures: [{ object: 'opportunity', id: 'o0', code: 'BAD_USER_INPUT', reason: 'no' }],
    });
  });
});
