import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { FIGURE_LIST, Figure, type ShownFigure } from './figure.tsx';
import { loadManagement } from './load-management.ts';
import type { Management } from './management.ts';
import { shortMoney } from './money.ts';
import { NOTHING, percent } from './numbers.ts';
import type { Share } from './quality.ts';
import { EACH, IS_FILLED, IS_OVER, IS_UNFILLED, isOneOf, type RecordFilter, type Records } from './records.ts';

const FIGURES = [
  'customers',
  'withoutProblems',
  'openDeals',
  'openAmount',
  'won',
  'signedThisQuarter',
  'atRisk',
  'overdueTasks',
] as const satisfies readonly (keyof Management)[];

/** Without an outcome an opportunity is open. */
const OPEN: Records = { plural: 'opportunities', filter: { tagOutcome: isOneOf('OPEN', '') } };
/** Amounts in other currencies are not added up. */
const IN_YUAN: RecordFilter = { 'amount.currencyCode': isOneOf('CNY') };
/** The records each figure counts. */
const RECORDS: Readonly<Record<keyof Management, Records>> = {
  customers: { plural: 'companies', filter: EACH },
  withoutProblems: { plural: 'companies', filter: { tagProblemTags: IS_UNFILLED } },
  openDeals: OPEN,
  openAmount: { ...OPEN, filter: { ...OPEN.filter, ...IN_YUAN } },
  won: { plural: 'opportunities', filter: { tagOutcome: isOneOf('WON') } },
  signedThisQuarter: {
    plural: 'opportunities',
    filter: { tagSignedOn: { IS_RELATIVE: 'THIS_1_QUARTER;;Asia/Shanghai;;MONDAY;;' }, ...IN_YUAN },
  },
  atRisk: { plural: 'opportunities', filter: { tagOutcome: isOneOf('OPEN', 'WON'), tagRisks: IS_FILLED } },
  overdueTasks: { plural: 'tasks', filter: { status: isOneOf('TODO', 'IN_PROGRESS'), dueAt: IS_OVER } },
};
const AMOUNTS: ReadonlySet<keyof Management> = new Set(['openAmount', 'signedThisQuarter']);

const textOf = (figure: keyof Management, value: number | Share, language: Language): string => {
  if (typeof value !== 'number') return value.share === null ? NOTHING : percent(value.share, language);
  return AMOUNTS.has(figure)
    ? shortMoney({ amountMicros: value, currencyCode: 'CNY' }, language)
    : value.toLocaleString(language);
};

const besideOf = (value: number | Share): string | null =>
  typeof value === 'number' || value.share === null ? null : `${value.part} / ${value.whole}`;

/** Each figure with its records; without a number while it is counted. */
export const managementFigures = (management: Management | null, language: Language): readonly ShownFigure[] =>
  FIGURES.map((figure) => ({
    name: CHART_WORDS.position[figure][language],
    text: management && textOf(figure, management[figure], language),
    beside: management && besideOf(management[figure]),
    records: RECORDS[figure],
  }));

/** The sales position in a few figures, each of which leads to its records (5.3.5). */
export const ManagementFigures = (): ReactNode => {
  const [answer, again] = useAnswer(loadManagement);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.management}
      note={CHART_WORDS.managementNote}
      answer={answer}
      again={again}
      emptyText={() => null}
    >
      {(management) => (
        <dl style={FIGURE_LIST}>
          {managementFigures(management, language).map((figure) => (
            <Figure key={figure.name} {...figure} />
          ))}
        </dl>
      )}
    </ChartFrame>
  );
};
