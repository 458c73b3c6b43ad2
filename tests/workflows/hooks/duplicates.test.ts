import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerOf, idOf, type Row, useOffice } from '../support.ts';

const [C, D, A, B, E] = [1, 2, 3, 4, 5].map(idOf) as [string, string, string, string, string];
const NAME = '自动化仓储改造';
const office = useOffice('2026-09-28T01:00:00.000Z');

const customers = async () => {
  await office.create(office.team.rep, 'company', customerOf(C));
  await office.create(office.team.rep, 'company', customerOf(D, { name: '苏州恒达机械有限公司' }));
};
const dealOf = (id: string, more: Row = {}) => ({ id, name: NAME, companyId: C, tagStage: 'INTERESTED', ...more });
const deal = (id: string, more: Row = {}) => office.create(office.team.rep, 'opportunity', dealOf(id, more));
const set = (id: string, data: Row) => office.update(office.team.rep, 'opportunity', id, data);
/** Whom each of them is told of. */
const told = (...ids: readonly string[]) =>
  ids.map((id) =>
    ((office.one('opportunity', id).tagProblems ?? []) as { code: string; severity: string; data: Row }[])
      .filter(({ code }) => code === 'DEAL_DUPLICATE')
      .map(({ severity, data }) => `${severity} ${data.others}`),
  );
const WARNED = [`WARNING ${NAME}`];

describe('two opportunities that are probably the same', () => {
  it('know of each other, by name, in words', async () => {
    await customers();
    await deal(A);
    await deal(B, { name: '自动化 仓储改造' });
    expect(told(A, B)).toEqual([['WARNING 自动化 仓储改造'], WARNED]);
    expect(office.one('opportunity', A).tagProblemSummary).toContain(
      'Name: probably the same as 自动化 仓储改造 (5.2.7)',
    );
  });

  it('know as well when another name makes them so, or no longer', async () => {
    await customers();
    await deal(A);
    await deal(B, { name: '软件维护' });
    expect(told(A, B)).toEqual([[], []]);
    await set(B, { name: NAME });
    expect(told(A, B)).toEqual([WARNED, WARNED]);
    await set(B, { name: `${NAME}。` });
    expect(told(A)).toEqual([[`WARNING ${NAME}。`]]);
    await set(B, { name: '软件维护' });
    expect(told(A, B)).toEqual([[], []]);
  });

  it.each<[string, Row]>([
    ['is lost', { tagOutcome: 'LOST' }],
    ['is signed', { tagStage: 'SIGNED' }],
    ['goes to another customer', { companyId: D }],
  ])('are not, once one of them %s', async (_case, data) => {
    await customers();
    await deal(A);
    await deal(B);
    await set(B, data);
    expect(told(A, B)).toEqual([[], []]);
  });

  it.each(['delete', 'destroy'] as const)('are not, once one of them is gone: %s', async (verb) => {
    await customers();
    await deal(A);
    await deal(B);
    await office.remove(office.team.manager, verb, 'opportunity', B);
    expect(told(A)).toEqual([[]]);
    if (verb === 'destroy') return;
    await office.remove(office.team.manager, 'restore', 'opportunity', B);
    expect(told(A, B)).toEqual([WARNED, WARNED]);
  });

  it('cost no further call once they know', async () => {
    const callsOf = async (id: string) => {
      await set(id, { tagSource: 'TRADE_FAIR' });
      return office.workspace.runs.filter(({ name }) => name === 'follow-opportunity').at(-1)?.apiCalls;
    };
    await customers();
    await deal(A);
    await deal(B);
    await deal(E, { name: '软件维护' });
    expect(await callsOf(A)).toBe(await callsOf(E));
  });

  it('are found by the sweep, whose second run writes nothing', async () => {
    await customers();
    await office.holding(async () => {
      for (const id of [A, B, E]) await deal(id);
    });
    await office.sweep();
    await office.workspace.settle();
    expect(told(A, B, E)).toEqual(Array(3).fill([`WARNING ${NAME},${NAME}`]));
    const before = JSON.stringify(office.all('opportunity'));
    await office.sweep();
    expect(JSON.stringify(office.all('opportunity'))).toBe(before);
  });

  it('are found among more opportunities of a customer than Twenty nests', async () => {
    await customers();
    const many = Array.from({ length: 70 }, (_unused, at) => dealOf(idOf(100 + at), { name: `${NAME} ${100 + at}` }));
    office.workspace.insert('opportunity', many);
    await deal(A, { name: `${NAME} 169` });
    expect(told(A, idOf(169))).toEqual(Array(2).fill([`WARNING ${NAME} 169`]));
  });
});

describe('whatever the order', () => {
  it('in which events come, or whether twice, they know of each other alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1_000)), fc.boolean(), async (picks, isTwice) => {
        office.open();
        await customers();
        const held = await office.holding(async () => {
          await deal(A);
          await deal(B);
          await set(A, { name: '软件维护' });
          await deal(E, { name: '软件 维护' });
          await set(B, { companyId: D });
          await set(B, { companyId: C });
        });
        let left = isTwice ? [...held, ...held] : [...held];
        while (left.length > 0) {
          const at = (picks.next().value ?? 0) % left.length;
          office.workspace.deliver(left[at] as (typeof held)[number]);
          await office.workspace.settle();
          left = left.toSpliced(at, 1);
        }
        expect(told(A, B, E)).toEqual([['WARNING 软件 维护'], [], ['WARNING 软件维护']]);
      }),
      { seed: 1, numRuns: 8 },
    );
  });
});
