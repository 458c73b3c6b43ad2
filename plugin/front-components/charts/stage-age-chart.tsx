import type { ReactNode } from 'react';
import { type Language, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadStageAge } from './load-stage-age.ts';
import { NOTHING, shareOf } from './numbers.ts';
import { dayAfter, dayStart } from './policy-day.ts';
import { isOneOf, type RecordFilter } from './records.ts';
import type { StageAge } from './stage-age.ts';
import { stageLabel } from './stage-label.ts';

const HEADS = ['stage', 'open', 'averageDays', 'longestDays'] as const;

const days = (number: number | null, language: Language): string =>
  number === null
    ? NOTHING
    : new Intl.NumberFormat(language, { style: 'unit', unit: 'day', maximumFractionDigits: 0 }).format(number);

/** What is open in a stage; without one an opportunity stands at the first. */
const openIn = (stage: Stage): RecordFilter => ({
  tagStage: isOneOf(stage, ...(stage === STAGES[0] ? [''] : [])),
  tagOutcome: isOneOf('OPEN'),
});

/** Days, of the records of which they are counted. */
const daysCell = (number: number | null, filter: RecordFilter, language: Language): Cell => ({
  text: days(number, language),
  ...(number === null ? {} : { records: { plural: 'opportunities', filter } }),
});

const cellsOf = (row: StageAge, most: number, language: Language): readonly Cell[] => {
  const here = openIn(row.stage);
  const cameFirst =
    row.since === null ? here : { ...here, tagStageSince: { IS_BEFORE: dayStart(dayAfter(row.since)) } };
  return [
    { text: String(row.open), records: { plural: 'opportunities', filter: here } },
    { ...daysCell(row.average, here, language), bar: shareOf(row.average ?? 0, most) ?? 0 },
    daysCell(row.longest, cameFirst, language),
  ];
};

/** A row for each stage; without figures while they are counted. */
export const stageAgeRows = (rows: readonly StageAge[] | null, language: Language): readonly ChartRow[] => {
  const most = Math.max(0, ...(rows ?? []).map(({ average }) => average ?? 0));
  return STAGES.map((stage, at) => {
    const row = rows?.[at];
    return { key: stage, name: stageLabel(stage, language), cells: row ? cellsOf(row, most, language) : [] };
  });
};

/** How long the open opportunities have stood in their stage (5.2.3). */
export const StageAgeChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadStageAge);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.stageAge}
      note={CHART_WORDS.stageAgeNote}
      answer={answer}
      again={again}
      emptyText={(rows) => (rows.some(({ open }) => open > 0) ? null : CHART_WORDS.nothingOpen)}
    >
      {(rows) => (
        <ChartTable heads={HEADS.map((head) => CHART_WORDS[head][language])} rows={stageAgeRows(rows, language)} />
      )}
    </ChartFrame>
  );
};
