import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import { LANGUAGES, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { accuracyByMember } from '../../../plugin/front-components/charts/accuracy.ts';
import { CHART_WORDS } from '../../../plugin/front-components/charts/chart-words.ts';
import { industryProducts } from '../../../plugin/front-components/charts/industry-products.ts';
import { type DatedDuty, onTimeByMonth } from '../../../plugin/front-components/charts/on-time.ts';
import { qualityOf } from '../../../plugin/front-components/charts/quality.ts';
import { stageAge } from '../../../plugin/front-components/charts/stage-age.ts';
import { stageConversion } from '../../../plugin/front-components/charts/stage-conversion.ts';

const open = (stage: Stage | null, count: number) => ({ stage, outcome: 'OPEN', count });

describe('conversion by stage', () => {
  it.each(LANGUAGES)('calls a lost opportunity in %s what the records call it', (language) => {
    const lost =
      tagOf('opportunity', 'tagOutcome').options?.find(({ value }) => value === 'LOST')?.label[language] ?? '';
    expect(CHART_WORDS.conversionNote[language].toLowerCase()).toContain(lost.toLowerCase());
  });

  it('counts whoever stands further on as having come, and shares of those that came', () => {
    const rows = stageConversion(
      [open('PROSPECT', 4), { stage: 'INTERESTED', outcome: 'LOST', count: 2 }, open('SOLUTION', 2)],
      [],
    );
    expect(rows.map(({ stage }) => stage)).toEqual(STAGES);
    expect(rows.map(({ reached }) => reached)).toEqual([8, 4, 2, 2, 0, 0, 0, 0]);
    expect(rows.map(({ passedOn }) => passedOn)).toEqual([0.5, 0.5, 1, 0, null, null, null, null]);
    expect(rows.map(({ open: here, ended }) => [here, ended]).slice(0, 4)).toEqual([
      [4, 0],
      [0, 2],
      [0, 0],
      [2, 0],
    ]);
  });

  it('counts whoever moved back where they had come to, each once', () => {
    const counts = [open('INTERESTED', 1), open('SIGNED', 1)];
    const move = (from: Stage, now: Stage, opportunityId = 'a') => ({ opportunityId, from, now });
    const reached = (moves: Parameters<typeof stageConversion>[1]) =>
      stageConversion(counts, moves).map((row) => row.reached);
    expect(reached([])).toEqual([2, 2, 1, 1, 1, 1, 0, 0]);
    const twice = [move('NEGOTIATION', 'INTERESTED'), move('SOLUTION', 'INTERESTED')];
    expect(reached(twice)).toEqual([2, 2, 2, 2, 2, 1, 0, 0]);
    expect(reached([move('NEGOTIATION', 'SIGNED', 'b')])).toEqual([2, 2, 1, 1, 1, 1, 0, 0]);
  });

  it('takes a record without stage and outcome for an open one at the first', () => {
    const [first] = stageConversion([{ stage: null, outcome: null, count: 3 }], []);
    expect(first).toEqual({ stage: 'PROSPECT', reached: 3, movedBack: [], passedOn: 0, open: 3, ended: 0 });
  });

  it('counts won ones neither as open nor as ended', () => {
    const last = stageConversion([{ stage: 'AFTER_SALES', outcome: 'WON', count: 2 }], []).at(-1);
    expect(last).toEqual({ stage: 'AFTER_SALES', reached: 2, movedBack: [], passedOn: null, open: 0, ended: 0 });
  });
});

describe('products bought by industry', () => {
  const counts = [
    { industry: 'C', products: ['MES', 'PLC'], count: 2 },
    { industry: 'C', products: ['PLC'], count: 3 },
    { industry: 'I', products: ['MES', 'WMS'], count: 1 },
    { industry: null, products: ['WMS'], count: 1 },
    { industry: 'A', products: [], count: 9 },
  ];

  it('has the most bought first, and leaves out who bought nothing', () => {
    expect(industryProducts(counts, 8)).toEqual({
      products: ['PLC', 'MES', 'WMS'],
      withoutColumn: [],
      rows: [
        { industry: 'C', customers: 5, bought: [5, 2, 0], others: 0 },
        { industry: 'I', customers: 1, bought: [0, 1, 1], others: 0 },
        { industry: null, customers: 1, bought: [0, 0, 1], others: 0 },
      ],
      most: 5,
    });
  });

  it('counts a customer once among the products without a column', () => {
    const { products, withoutColumn, rows } = industryProducts(counts, 1);
    expect([products, withoutColumn]).toEqual([['PLC'], ['MES', 'WMS']]);
    expect(rows.map(({ others }) => others)).toEqual([2, 1, 1]);
  });

  it('is empty where nobody bought anything', () => {
    expect(industryProducts([], 8)).toEqual({ products: [], withoutColumn: [], rows: [], most: 0 });
  });
});

describe('days in the stage', () => {
  const NOW = Date.parse('2026-10-10T12:00:00Z');
  const came = (stage: Stage | null, since: string | null, count: number) => ({ stage, since, count });

  it('weighs each day with those that came on it', () => {
    const [, , needs] = stageAge(
      [
        came('NEEDS_CONFIRMED', '2026-10-10T00:00:00.000Z', 3),
        came('NEEDS_CONFIRMED', '2026-09-30T00:00:00.000Z', 1),
        came('SOLUTION', '2026-01-01T00:00:00.000Z', 1),
      ],
      NOW,
    );
    expect(needs).toEqual({ stage: 'NEEDS_CONFIRMED', open: 4, average: 2.5, longest: 10, since: '2026-09-30' });
  });

  it('takes days as Twenty may write them, with or without time', () => {
    const [first] = stageAge([came('PROSPECT', '2026-10-01', 1)], NOW);
    expect(first).toMatchObject({ average: 9, longest: 9, since: '2026-10-01' });
  });

  it('counts those without a date or a stage, but not their days, and none as younger than today', () => {
    const [first, second] = stageAge([came(null, null, 2), came('INTERESTED', '2026-10-11T00:00:00.000Z', 1)], NOW);
    expect(first).toEqual({ stage: 'PROSPECT', open: 2, average: null, longest: null, since: null });
    expect(second).toEqual({ stage: 'INTERESTED', open: 1, average: 0, longest: 0, since: '2026-10-11' });
  });
});

describe('on-time rate by month', () => {
  const of = (duty: DatedDuty, month: string | null, isOnTime: boolean, count: number) => ({
    duty,
    month,
    isOnTime,
    count,
  });
  const counts = [
    of('CHANGE', '2026-08-01T00:00:00.000Z', true, 1),
    of('CHANGE', '2026-09-01', true, 3),
    of('CHANGE', '2026-09-01', false, 2),
    of('CHANGE', null, true, 9),
    of('DISCOVERY', '2026-09-01', false, 2),
    of('COMPLETION', '2026-09-01', true, 4),
    of('COMPLETION', '2026-09-01', false, 1),
    of('CORRECTION', '2026-09-01', true, 1),
    of('CORRECTION', '2026-09-01', false, 1),
  ];
  const NONE = { due: 0, onTime: 0 };

  it('counts what was in time of what was due, changes, gaps and returns, the latest month first', () => {
    expect(onTimeByMonth(counts, 12)).toEqual([
      {
        month: '2026-09-01',
        due: 14,
        onTime: 8,
        of: {
          CHANGE: { due: 5, onTime: 3 },
          DISCOVERY: { due: 2, onTime: 0 },
          COMPLETION: { due: 5, onTime: 4 },
          CORRECTION: { due: 2, onTime: 1 },
        },
      },
      {
        month: '2026-08-01',
        due: 1,
        onTime: 1,
        of: { CHANGE: { due: 1, onTime: 1 }, DISCOVERY: NONE, COMPLETION: NONE, CORRECTION: NONE },
      },
    ]);
  });

  it('keeps the latest months', () =>
    expect(onTimeByMonth(counts, 1).map(({ month }) => month)).toEqual(['2026-09-01']));
});

describe('accuracy rate by member', () => {
  const of = (member: string | null, month: string | null, isApproved: boolean, count: number) => ({
    member,
    month,
    isApproved,
    count,
  });
  const counts = [
    of('王志强', '2026-09-01T00:00:00.000Z', true, 7),
    of('王志强', '2026-09-01T00:00:00.000Z', false, 1),
    of('王志强', '2026-08-01T00:00:00.000Z', false, 2),
    of('林晓梅', '2026-07-01T00:00:00.000Z', true, 1),
    of(null, '2026-09-01T00:00:00.000Z', true, 1),
    of('林晓梅', null, true, 9),
  ];
  const share = (part: number, whole: number) => ({ part, whole, share: whole === 0 ? null : part / whole });

  it('is what was approved of what was approved or returned, by month, the latest first, nobody known last', () => {
    expect(accuracyByMember(counts, 2)).toEqual({
      months: ['2026-09-01', '2026-08-01'],
      members: [
        { member: '林晓梅', total: share(1, 1), byMonth: [share(0, 0), share(0, 0)] },
        { member: '王志强', total: share(7, 10), byMonth: [share(7, 8), share(0, 2)] },
        { member: null, total: share(1, 1), byMonth: [share(1, 1), share(0, 0)] },
      ],
    });
  });

  it('of nothing is nothing', () => expect(accuracyByMember([], 3)).toEqual({ months: [], members: [] }));
});

describe('key figures', () => {
  const nothing = {
    customers: [],
    customersWithoutProblems: 0,
    opportunities: [],
    opportunitiesWithoutProblems: 0,
    notices: [],
  };

  it('know no share of nothing', () => {
    for (const figure of Object.values(qualityOf(nothing))) expect(figure).toEqual({ part: 0, whole: 0, share: null });
  });

  it('are shares of all records, and of the reported changes that were due', () => {
    const quality = qualityOf({
      customers: [
        { status: 'APPROVED', count: 1 },
        { status: 'INCOMPLETE', count: 2 },
        { status: null, count: 1 },
      ],
      customersWithoutProblems: 2,
      opportunities: [{ status: 'PENDING', count: 5 }],
      opportunitiesWithoutProblems: 5,
      notices: [
        { status: 'DONE', count: 3 },
        { status: 'DONE_LATE', count: 1 },
      ],
    });
    expect(quality).toEqual({
      cleanCustomers: { part: 2, whole: 4, share: 0.5 },
      approvedCustomers: { part: 1, whole: 4, share: 0.25 },
      cleanOpportunities: { part: 5, whole: 5, share: 1 },
      changesOnTime: { part: 3, whole: 4, share: 0.75 },
    });
  });
});
