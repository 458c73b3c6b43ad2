import type { ReactNode } from 'react';
import { type Language, STAGES } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadStageAge } from './load-stage-age.ts';
import { NOTHING, shareOf } from './numbers.ts';
import type { StageAge } from './stage-age.ts';
import { stageLabel } from './stage-label.ts';

const HEADS = ['stage', 'open', 'averageDays', 'longestDays'] as const;

const days = (number: number | null, language: Language): string =>
  number === null
    ? NOTHING
    : new Intl.NumberFormat(language, { style: 'unit', unit: 'day', maximumFractionDigits: 0 }).format(number);

const cellsOf = (row: StageAge, most: number, language: Language): readonly Cell[] => [
  { text: String(row.open) },
  { text: days(row.average, language), bar: shareOf(row.average ?? 0, most) ?? 0 },
  { text: days(row.longest, language) },
];

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
      {(rows) => {
        const most = Math.max(0, ...(rows ?? []).map(({ average }) => average ?? 0));
        return (
          <ChartTable
            heads={HEADS.map((head) => CHART_WORDS[head][language])}
            rows={STAGES.map((stage, at) => {
              const row = rows?.[at];
              return { key: stage, name: stageLabel(stage, language), cells: row ? cellsOf(row, most, language) : [] };
            })}
          />
        );
      }}
    </ChartFrame>
  );
};
