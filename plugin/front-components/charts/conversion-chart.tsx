import type { ReactNode } from 'react';
import { type Language, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadConversion } from './load-conversion.ts';
import { NOTHING, percent, shareOf } from './numbers.ts';
import { isOneOf, type Records } from './records.ts';
import type { StageConversion } from './stage-conversion.ts';
import { stageLabel } from './stage-label.ts';

const HEADS = ['stage', 'reached', 'passedOn', 'open', 'ended'] as const;

/** What stands in a stage with one of these outcomes; with any where none is given. */
const recordsOf = (stage: Stage, ...outcomes: readonly string[]): Records => ({
  plural: 'opportunities',
  filter: {
    tagStage: isOneOf(stage),
    ...(outcomes.length > 0 ? { tagOutcome: isOneOf(...outcomes) } : {}),
  },
});

const cellsOf = (row: StageConversion, all: number, language: Language): readonly Cell[] => [
  { text: String(row.reached), bar: shareOf(row.reached, all) ?? 0 },
  { text: row.passedOn === null ? NOTHING : percent(row.passedOn, language) },
  { text: String(row.open), records: recordsOf(row.stage, 'OPEN') },
  { text: String(row.ended), records: recordsOf(row.stage, 'LOST', 'ABANDONED') },
];

/** How many opportunities came to each stage, and which share passed on (5.3.1). */
export const ConversionChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadConversion);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.conversion}
      note={CHART_WORDS.conversionNote}
      answer={answer}
      again={again}
      emptyText={([first]) => (first?.reached ? null : CHART_WORDS.noOpportunities)}
    >
      {(rows) => (
        <ChartTable
          heads={HEADS.map((head) => CHART_WORDS[head][language])}
          rows={STAGES.map((stage, at) => {
            const row = rows?.[at];
            const cells = row ? cellsOf(row, rows[0]?.reached ?? 0, language) : [];
            return { key: stage, name: stageLabel(stage, language), records: recordsOf(stage), cells };
          })}
        />
      )}
    </ChartFrame>
  );
};
