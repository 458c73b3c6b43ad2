import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { dashboards } from '../../../plugin/dashboards/dashboard-table.ts';
import { accuracyRows } from '../../../plugin/front-components/charts/accuracy-chart.tsx';
import type { ChartRow } from '../../../plugin/front-components/charts/chart-table.tsx';
import { conversionRows } from '../../../plugin/front-components/charts/conversion-chart.tsx';
import type { ShownFigure } from '../../../plugin/front-components/charts/figure.tsx';
import { industryRows } from '../../../plugin/front-components/charts/industry-products-chart.tsx';
import { loadAccuracy } from '../../../plugin/front-components/charts/load-accuracy.ts';
import { loadRows } from '../../../plugin/front-components/charts/load-chart.tsx';
import { loadConversion } from '../../../plugin/front-components/charts/load-conversion.ts';
import { loadIndustryProducts } from '../../../plugin/front-components/charts/load-industry-products.ts';
import { loadManagement } from '../../../plugin/front-components/charts/load-management.ts';
import { loadMemberLoad } from '../../../plugin/front-components/charts/load-member-load.ts';
import { loadOnTime } from '../../../plugin/front-components/charts/load-on-time.ts';
import { loadQuality } from '../../../plugin/front-components/charts/load-quality.ts';
import { loadStageAge } from '../../../plugin/front-components/charts/load-stage-age.ts';
import { loadTargetResults } from '../../../plugin/front-components/charts/load-target-results.ts';
import { managementFigures } from '../../../plugin/front-components/charts/management-figures.tsx';
import { onTimeRows } from '../../../plugin/front-components/charts/on-time-chart.tsx';
import { qualityFigures } from '../../../plugin/front-components/charts/quality-figures.tsx';
import type { RecordsOf } from '../../../plugin/front-components/charts/records.ts';
import { stageAgeRows } from '../../../plugin/front-components/charts/stage-age-chart.tsx';
import { targetRows } from '../../../plugin/front-components/charts/target-chart.tsx';
import { idOf, useOffice, yuan } from '../../workflows/support.ts';
import { listedIn } from './twenty-list.ts';

/** A number on a page, or several, with what it leads to. */
interface Shown {
  readonly of: string;
  readonly text: string;
  readonly records: RecordsOf | undefined;
  readonly isSum: boolean;
}

const inTable = (rows: readonly ChartRow[]): readonly Shown[] =>
  rows.flatMap(({ name, cells }) =>
    cells.map(({ text, records, isSum = false }, at) => ({ of: `${name}, ${at + 1}`, text, records, isSum })),
  );
const inList = (figures: readonly ShownFigure[]): readonly Shown[] =>
  figures.map(({ name, text, beside, records }) => ({
    of: name,
    text: `${text} ${beside ?? ''}`,
    records,
    isSum: false,
  }));

/** Every chart of ours, and which of the numbers of a figure counts the records it leads to. */
const CHARTS = {
  management: { shown: async () => inList(managementFigures(await loadManagement(), 'en')), counts: 'FIRST' },
  targets: { shown: async () => inTable(targetRows(await loadTargetResults(), 'en')), counts: 'FIRST' },
  load: { shown: async () => inTable(loadRows(await loadMemberLoad(), 'en')), counts: 'FIRST' },
  conversion: { shown: async () => inTable(conversionRows(await loadConversion(), 'en')), counts: 'FIRST' },
  quality: { shown: async () => inList(qualityFigures(await loadQuality(), 'en')), counts: 'FIRST' },
  onTime: { shown: async () => inTable(onTimeRows(await loadOnTime(), 'en')), counts: 'LAST' },
  accuracy: { shown: async () => inTable(accuracyRows(await loadAccuracy(), 'en')), counts: 'LAST' },
  stageAge: { shown: async () => inTable(stageAgeRows(await loadStageAge(), 'en')), counts: 'FIRST' },
  industryProducts: { shown: async () => inTable(industryRows(await loadIndustryProducts(), 'en')), counts: 'FIRST' },
} as const;
type Chart = keyof typeof CHARTS;
const NAMES = Object.keys(CHARTS) as Chart[];
/** Pages that tell and list, of which no figure counts records of Twenty. */
const PAGES: readonly string[] = ['naming', 'bulletin', 'status', 'holders'];

/** The numbers in a text that count records: no shares, amounts or days. */
const countsIn = (text: string): readonly number[] =>
  (text.replaceAll(/\d+%|¥[\d.,]+[KMB]?|[\d.,]+ days?/g, '').match(/\d+/g) ?? []).map(Number);

const office = useOffice('2026-10-20T12:00:00+08:00');
const listed = async (records: RecordsOf): Promise<number> =>
  listedIn(office.workspace, office.team.manager.token, typeof records === 'function' ? await records() : records);

let last = 0;
const several = (count: number, of: Readonly<Record<string, unknown>>) =>
  Array.from({ length: count }, () => {
    last += 1;
    return { id: idOf(last), name: `No. ${last}`, ...of };
  });

/** A workspace in which each figure has a number of its own, and what is easily counted wrong. */
beforeEach(() => {
  last = 0;
  const { workspace, team } = office;
  vi.stubEnv('TWENTY_API_URL', workspace.url);
  vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', team.manager.token);

  const customers = (count: number, tagIndustry: string | null, ...tagPurchasedProducts: readonly string[]) =>
    several(count, { tagIndustry, tagPurchasedProducts, tagProblemTags: tagIndustry === 'C' ? [] : ['NAME'] });
  workspace.insert('company', [
    ...customers(3, 'C', 'MES'),
    ...customers(2, 'C', 'MES Pro'),
    ...customers(1, 'C', 'mes pro', 'MES', 'PLC'),
    ...customers(4, null, 'PLC'),
    ...customers(5, 'I', ...Array.from({ length: 8 }, (_one, at) => `Sensor ${at}`)),
    ...customers(2, 'I', 'Sensor 9'),
    ...several(3, { tagIndustry: 'I', tagPurchasedProducts: null, tagProblemTags: null, tagReviewStatus: 'APPROVED' }),
  ]);

  const deals = (count: number, tagStage: Stage | null, more: Readonly<Record<string, unknown>> = {}) =>
    several(count, { tagStage, tagOutcome: 'OPEN', ownerId: team.rep.id, ...more });
  const since = (day: string) => ({ tagStageSince: `${day}T04:00:00.000Z` });
  const signed = { tagOutcome: 'WON', tagSignedOn: '2026-10-12', amount: yuan(300_000) };
  const [back = { id: '' }, further = { id: '' }, won = { id: '' }] = [
    ...deals(1, 'INTERESTED', since('2026-10-01')),
    ...deals(1, 'PROSPECT', { ownerId: null }),
    ...deals(1, 'SIGNED', signed),
  ];
  workspace.insert('opportunity', [
    back,
    further,
    won,
    ...deals(2, null, { tagOutcome: null }),
    ...deals(3, 'PROSPECT', since('2026-10-15')),
    ...deals(2, 'INTERESTED', { ...since('2026-10-15'), amount: { amountMicros: 5_000_000, currencyCode: 'USD' } }),
    ...deals(1, 'SOLUTION', { tagOutcome: 'LOST' }),
    ...deals(4, 'NEGOTIATION', { tagOutcome: 'ABANDONED' }),
    ...deals(5, 'NEGOTIATION', { tagRisks: ['STALE'], amount: yuan(100_000) }),
    ...deals(1, 'DELIVERY', { ...signed, tagSignedOn: '2026-09-30' }),
  ]);
  workspace.insert('tagLog', [
    ...several(1, { kind: 'STAGE_MOVED', opportunityId: back.id, before: 'NEGOTIATION', after: 'INTERESTED' }),
    ...several(2, { kind: 'STAGE_MOVED', opportunityId: further.id, before: 'SOLUTION', after: 'PROSPECT' }),
    // Moved back, and on again.
    ...several(1, { kind: 'STAGE_MOVED', opportunityId: won.id, before: 'SIGNED', after: 'SOLUTION' }),
  ]);

  const reviews = (count: number, kind: string, responsibleName: string | null, at: string) =>
    several(count, { kind, responsibleName, at });
  const fell = (count: number, kind: string, onTime: boolean, dueOn: string) => several(count, { kind, onTime, dueOn });
  workspace.insert('tagLog', [
    ...reviews(3, 'APPROVED', '王志', '2026-10-08T04:00:00.000Z'),
    ...reviews(1, 'RETURNED', '王志', '2026-09-30T04:00:00.000Z'),
    ...reviews(4, 'APPROVED', '王志强', '2026-10-31T04:00:00.000Z'),
    ...reviews(2, 'RETURNED', '', '2026-10-02T04:00:00.000Z'),
    ...reviews(6, 'CHECKED', '王志', '2026-10-08T04:00:00.000Z'),
    ...fell(3, 'COMPLETED', true, '2026-10-01'),
    // What was done late was missed before.
    ...fell(1, 'COMPLETED', false, '2026-10-01'),
    ...fell(1, 'COMPLETION_MISSED', false, '2026-10-31'),
    ...fell(2, 'CORRECTED', true, '2026-09-30'),
    ...fell(4, 'CORRECTION_MISSED', false, '2026-10-15'),
  ]);
  const notices = (count: number, status: string, dueOn: string, isDetected = false) =>
    several(count, { status, dueOn, isDetected });
  workspace.insert('tagChangeNotice', [
    ...notices(5, 'DONE', '2026-10-01'),
    // Found by itself: late by discovery, in time or not.
    ...notices(4, 'DONE', '2026-10-08', true),
    ...notices(1, 'DONE_LATE', '2026-10-08', true),
    ...notices(2, 'OPEN', '2026-10-31', true),
    ...notices(1, 'OVERDUE', '2026-10-31'),
    ...notices(2, 'DONE_LATE', '2026-09-30'),
    ...notices(3, 'OPEN', '2026-10-31'),
    ...notices(3, 'CANCELLED', '2026-10-15'),
  ]);

  const tasks = (count: number, assigneeId: string | null, dueAt: string | null, status = 'TODO') =>
    several(count, { assigneeId, dueAt, status }).map(({ name, ...task }) => ({ ...task, title: name }));
  workspace.insert('task', [
    ...tasks(3, team.rep.id, '2026-10-19T10:00:00.000Z'),
    ...tasks(2, team.rep.id, '2026-10-20T10:00:00.000Z', 'IN_PROGRESS'),
    ...tasks(1, team.other.id, null),
    ...tasks(4, null, '2026-10-18T10:00:00.000Z', 'DONE'),
    ...tasks(2, null, '2026-10-18T10:00:00.000Z'),
  ]);

  const [, profile] = office.all('tagMember');
  const [gone] = several(1, { name: '孙立新' });
  workspace.insert('tagMember', gone ? [gone] : []);
  const target = (member: unknown, quarter: string, more: Readonly<Record<string, unknown>> = {}) =>
    several(1, {
      memberId: member,
      quarter,
      state: quarter === '2026Q4' ? 'CURRENT' : 'PAST',
      salesTarget: yuan(600_000),
      salesActual: yuan(300_000),
      salesAttainment: 50,
      ...more,
    });
  workspace.insert('tagTarget', [
    ...target(profile?.id, '2026Q4', { newCustomerAttainment: 75 }),
    ...target(profile?.id, '2026Q3'),
    ...target(gone?.id, '2026Q4', { profitAttainment: 20 }),
  ]);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the figures of the charts', () => {
  it('are looked at here, of every chart on a page', () => {
    const used = dashboards.flatMap(({ figures, components = [] }) => [...(figures ? [figures] : []), ...components]);
    const charts = new Set(used.map(({ component }) => component).filter((component) => !PAGES.includes(component)));
    expect([...charts].sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('lead to records, each of %s', async (chart) => {
    const shown = await CHARTS[chart].shown();
    const figures = shown.filter(({ text }) => /\d/.test(text));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ records, isSum }) => !records && !isSum).map(({ of, text }) => `${of}: ${text}`)).toEqual(
      [],
    );
  });

  it.each(NAMES)('lead to as many records as they say, each of %s', async (chart) => {
    const { shown, counts } = CHARTS[chart];
    const told: string[] = [];
    const found: string[] = [];
    for (const { of, text, records } of await shown()) {
      if (!records || !/\d/.test(text)) continue;
      const number = countsIn(text).at(counts === 'FIRST' ? 0 : -1);
      const there = await listed(records);
      // A share, an amount or an age says nothing of how many it is of; but of none there is none.
      told.push(`${of}: ${text.trim()}: ${number ?? 'some'}`);
      found.push(`${of}: ${text.trim()}: ${number === undefined && there > 0 ? 'some' : there}`);
    }
    expect(found).toEqual(told);
  });

  it('adds up only what leads to its records, in the same row', async () => {
    const rows = onTimeRows(await loadOnTime(), 'en');
    for (const { cells } of rows) {
      const parts = cells.filter(({ isSum, text }) => !isSum && /\d/.test(text));
      const [due, onTime] = cells.filter(({ isSum }) => isSum);
      const sum = (at: number) => parts.reduce((total, { text }) => total + (countsIn(text).at(at) ?? 0), 0);
      expect([onTime?.text, due?.text]).toEqual([String(sum(0)), String(sum(-1))]);
      expect(parts.every(({ records }) => records !== undefined)).toBe(true);
    }
  });
});

describe('what was found and nobody had reported (A2)', () => {
  it('is due and not in time in the rate of its month, told apart; the key figure is of what was reported', async () => {
    const [october] = onTimeRows(await loadOnTime(), 'en');
    expect(october?.cells.map(({ text }) => text)).toEqual(['5 / 6', '0 / 5', '3 / 4', '0 / 4', '19', '8', '42%']);
    const figures = qualityFigures(await loadQuality(), 'en');
    expect(figures.at(-1)).toMatchObject({ name: 'Reported changes in time', text: '63%', beside: '5 / 8' });
  });
});

describe('reached and passed on', () => {
  it('lead to what stands as far, and to what moved back from there', async () => {
    const rows = conversionRows(await loadConversion(), 'en');
    expect(rows.map(({ cells }) => cells[0]?.text)).toEqual(['21', '16', '14', '14', '12', '2', '1', '0']);
    expect(rows.map(({ cells }) => cells[1]?.text)).toEqual([
      '76% (16)',
      '88% (14)',
      '100% (14)',
      '86% (12)',
      '17% (2)',
      '50% (1)',
      '0% (0)',
      '–',
    ]);
    const solution = rows[STAGES.indexOf('SOLUTION')]?.cells[0]?.records;
    expect(solution).toMatchObject({
      filterGroup: {
        operator: 'OR',
        filters: [
          { field: 'tagStage', value: '["SOLUTION","NEGOTIATION","SIGNED","DELIVERY","AFTER_SALES"]' },
          { field: 'id', op: 'IS' },
        ],
      },
    });
    // Where nothing moved back a plain condition says it, which Twenty shows as such.
    expect(rows[STAGES.indexOf('SIGNED')]?.cells[0]?.records).toEqual({
      plural: 'opportunities',
      filter: { tagStage: { IS: '["SIGNED","DELIVERY","AFTER_SALES"]' } },
    });
  });
});
