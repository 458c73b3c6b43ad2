import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Money } from '../../../workflows/judgement/values.ts';
import { quarterAfter, quarterStart } from '../../../workflows/rules/quarter.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadTargetResults } from './load-target-results.ts';
import { shortMoney } from './money.ts';
import { NOTHING } from './numbers.ts';
import { EACH, isOneOf, isRecord, isWithin, type Records } from './records.ts';
import { TEAM_HEIGHT } from './table-style.ts';
import type { SellerResults, TargetResults, TargetRow, TeamResult } from './target-results.ts';

/** Room for the table of a small team while it is counted. */
const RESERVED = 200;

const shareText = (share: number | null): string => (share === null ? NOTHING : `${share}%`);
const ofTarget = (actual: Money | null, target: Money | null, language: Language): string =>
  [actual, target].flatMap((amount) => (amount ? [shortMoney(amount, language)] : [])).join(' / ');
const yuan = (amountMicros: number): Money => ({ amountMicros, currencyCode: 'CNY' });

const salesCell = (share: number | null, amounts: string, records: Records): Cell => ({
  text: amounts === '' ? shareText(share) : `${shareText(share)} (${amounts})`,
  ...(share === null ? {} : { bar: Math.min(1, Math.max(0, share / 100)) }),
  records,
});

/** The opportunities of an owner that were signed in a quarter. */
const signedIn = (quarter: string, userId: string): Records => ({
  plural: 'opportunities',
  filter: {
    tagSignedOn: isWithin(quarterStart(quarter), quarterStart(quarterAfter(quarter))),
    owner: isRecord(userId),
  },
});

/** The targets of a quarter, of which the team's is the sum. */
const targetsIn = (quarter: string): Records => ({
  plural: 'tagTargets',
  filter: { quarter: { CONTAINS: quarter }, state: isOneOf('CURRENT', 'PAST') },
});

const targetsOf = (memberId: string, quarter?: string): Records => ({
  plural: 'tagTargets',
  filter: { member: isRecord(memberId), ...(quarter ? { quarter: { CONTAINS: quarter } } : {}) },
});

const sellerCell = (row: TargetRow | null, userId: string | null, language: Language): Cell =>
  row === null
    ? { text: NOTHING }
    : salesCell(
        row.sales,
        ofTarget(row.salesActual, row.salesTarget, language),
        userId === null ? targetsOf(row.memberId, row.quarter) : signedIn(row.quarter, userId),
      );

const otherCells = ({ byQuarter: [latest] }: SellerResults): readonly Cell[] =>
  [latest?.customers, latest?.profit, latest?.satisfaction].map((share) =>
    latest && share !== null && share !== undefined
      ? { text: shareText(share), records: targetsOf(latest.memberId, latest.quarter) }
      : { text: NOTHING },
  );

const teamCell = ({ actual, target, share }: TeamResult, quarter: string, language: Language): Cell =>
  target === 0
    ? { text: NOTHING }
    : salesCell(share, ofTarget(yuan(actual), yuan(target), language), targetsIn(quarter));

/** A row for the team, and one for each seller. */
export const targetRows = (results: TargetResults, language: Language): readonly ChartRow[] => [
  {
    key: 'team',
    name: CHART_WORDS.team[language],
    records: { plural: 'tagTargets', filter: EACH },
    cells: [
      ...results.team.map((one, at) => teamCell(one, results.quarters[at] ?? '', language)),
      ...Array.from({ length: 3 }, () => ({ text: '' })),
    ],
  },
  ...results.sellers.map((one) => ({
    key: one.seller.id,
    name: one.seller.name,
    records: targetsOf(one.seller.id),
    cells: [...one.byQuarter.map((row) => sellerCell(row, one.seller.userId, language)), ...otherCells(one)],
  })),
];

/** Sales against target by member and quarter, and how far the other targets of the latest quarter are reached (5.3.4). */
export const TargetChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadTargetResults);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.targets}
      note={CHART_WORDS.targetsNote}
      answer={answer}
      again={again}
      maxHeight={TEAM_HEIGHT}
      emptyText={({ sellers }) => (sellers.length > 0 ? null : CHART_WORDS.noTargets)}
    >
      {(results) => (
        <div style={{ minHeight: RESERVED }}>
          {results && (
            <ChartTable
              heads={[
                CHART_WORDS.member[language],
                ...results.quarters,
                ...(['newCustomers', 'profit', 'satisfaction'] as const).map(
                  (key) => `${CHART_WORDS[key][language]} ${results.quarters[0] ?? ''}`,
                ),
              ]}
              rows={targetRows(results, language)}
            />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
