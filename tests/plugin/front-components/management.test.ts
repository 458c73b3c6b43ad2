import { describe, expect, it } from 'vitest';
import { type ManagementCounts, managementOf } from '../../../plugin/front-components/charts/management.ts';
import { memberLoad } from '../../../plugin/front-components/charts/member-load.ts';
import { shortMoney } from '../../../plugin/front-components/charts/money.ts';
import { policyDay } from '../../../plugin/front-components/charts/policy-day.ts';
import { isRecord } from '../../../plugin/front-components/charts/records.ts';
import { type TargetRow, targetResults } from '../../../plugin/front-components/charts/target-results.ts';

const money = (amount: number, currencyCode = 'CNY') => ({ amountMicros: amount * 1_000_000, currencyCode });

describe('sales against target', () => {
  const ROOM = { quarters: 2, sellers: 2 };
  const row = (memberId: string, quarter: string, target: number, actual: number, currency = 'CNY'): TargetRow => ({
    memberId,
    quarter,
    salesTarget: money(target, currency),
    salesActual: money(actual, currency),
    sales: 0,
    customers: null,
    profit: null,
    satisfaction: null,
  });
  const sellers = ['wang', 'lin', 'zhao', 'sun'].map((id) => ({ id, name: id, userId: id }));

  it('has the latest quarters, whoever sold most first, and says how many there is no room for', () => {
    const results = targetResults(
      [
        row('wang', '2026Q3', 10, 4),
        row('lin', '2026Q3', 10, 9),
        row('zhao', '2026Q2', 10, 99),
        row('wang', '2026Q1', 10, 10),
      ],
      sellers,
      ROOM,
    );
    expect(results.quarters).toEqual(['2026Q3', '2026Q2']);
    expect(results.sellers.map(({ seller }) => seller.id)).toEqual(['lin', 'wang']);
    expect(results.more).toBe(1);
    expect(results.team).toEqual([
      { actual: 13e6, target: 20e6, share: 65 },
      { actual: 99e6, target: 10e6, share: 990 },
    ]);
  });

  it('adds no other currency to the yuan of the team', () => {
    const { team } = targetResults(
      [row('wang', '2026Q3', 10, 5), row('lin', '2026Q3', 100, 100, 'USD')],
      sellers,
      ROOM,
    );
    expect(team).toEqual([{ actual: 5e6, target: 10e6, share: 50 }]);
  });

  it('is empty where nobody has a target, and none is no share of anything', () => {
    expect(targetResults([], sellers, ROOM)).toEqual({ quarters: [], team: [], sellers: [], more: 0 });
    const { team } = targetResults([{ ...row('wang', '2026Q3', 0, 5), salesTarget: null }], sellers, ROOM);
    expect(team).toEqual([{ actual: 0, target: 0, share: null }]);
  });
});

describe('load by member', () => {
  const workers = ['wang', 'lin', 'sun'].map((id) => ({ id, name: id }));

  it('counts what is open, and as overdue what ended before today; what is nobody’s comes last', () => {
    const loads = memberLoad(
      workers,
      [
        { person: 'wang', count: 2 },
        { person: null, count: 1 },
      ],
      [
        { person: 'lin', dueOn: '2026-10-19', count: 3 },
        { person: 'lin', dueOn: '2026-10-20T00:00:00.000Z', count: 2 },
        { person: 'lin', dueOn: null, count: 1 },
      ],
      '2026-10-20',
    );
    expect(loads.map(({ worker, ...load }) => [worker?.id ?? null, load])).toEqual([
      ['lin', { openDeals: 0, openTasks: 6, overdueTasks: 3 }],
      ['wang', { openDeals: 2, openTasks: 0, overdueTasks: 0 }],
      [null, { openDeals: 1, openTasks: 0, overdueTasks: 0 }],
    ]);
  });
});

describe('the position', () => {
  const COUNTS: ManagementCounts = {
    customers: 4,
    customersWithoutProblems: 1,
    opportunities: [
      { outcome: 'OPEN', currency: 'CNY', count: 2, micros: 30 },
      { outcome: null, currency: null, count: 1, micros: 0 },
      { outcome: 'OPEN', currency: 'USD', count: 1, micros: 500 },
      { outcome: 'WON', currency: 'CNY', count: 1, micros: 9 },
      { outcome: 'LOST', currency: 'CNY', count: 3, micros: 9 },
    ],
    signedThisQuarter: 7,
    atRisk: 2,
    overdueTasks: 5,
  };

  it('counts every open opportunity, adds up yuan alone, and takes shares of what has ended', () => {
    expect(managementOf(COUNTS)).toEqual({
      customers: 4,
      withoutProblems: { part: 1, whole: 4, share: 0.25 },
      openDeals: 4,
      openAmount: 30,
      won: { part: 1, whole: 4, share: 0.25 },
      signedThisQuarter: 7,
      atRisk: 2,
      overdueTasks: 5,
    });
  });

  it('of nothing there is no share', () => {
    const nothing = managementOf({ ...COUNTS, customers: 0, customersWithoutProblems: 0, opportunities: [] });
    expect([nothing.withoutProblems.share, nothing.won.share]).toEqual([null, null]);
  });
});

it('today is that of the policy’s time zone', () => {
  expect(['2026-09-30T15:59:59Z', '2026-09-30T16:00:00Z'].map((now) => policyDay(Date.parse(now)))).toEqual([
    '2026-09-30',
    '2026-10-01',
  ]);
});

it('amounts are short in each language', () => {
  expect((['en', 'zh-CN', 'zh-TW'] as const).map((language) => shortMoney(money(1_240_000), language))).toEqual([
    '¥1.2M',
    '¥124万',
    '¥124萬',
  ]);
});

it('a record is named as Twenty’s own filters name one', () => {
  expect(isRecord('id-1')).toEqual({ IS: '{"isCurrentWorkspaceMemberSelected":false,"selectedRecordIds":["id-1"]}' });
});
