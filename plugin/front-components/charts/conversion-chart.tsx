import type { ReactNode } from 'react';
import { type Language, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadConversion } from './load-conversion.ts';
import { NOTHING, percent, shareOf } from './numbers.ts';
import { EACH, isOneOf, isOneOfIds, type Records } from './records.ts';
import type { StageConversion } from './stage-conversion.ts';
import { stageLabel } from './stage-label.ts';

const HEADS = ['stage', 'reached', 'passedOn', 'open', 'ended'] as const;

/** The stages from one on; without a stage an opportunity stands at the first. */
const isFrom = (stage: Stage) => isOneOf(...STAGES.slice(STAGES.indexOf(stage)));
const isIn = (stage: Stage) => isOneOf(stage, ...(stage === STAGES[0] ? [''] : []));

/** What stands in a stage with one of these outcomes; with any where none is given. */
const recordsOf = (stage: Stage, ...outcomes: readonly string[]): Records => ({
  plural: 'opportunities',
  filter: { tagStage: isIn(stage), ...(outcomes.length > 0 ? { tagOutcome: isOneOf(...outcomes) } : {}) },
});

/** What ever came to a stage: whatever stands there or further on, and what moved back from there. */
const reachedBy = ({ stage, movedBack }: StageConversion): Records => {
  if (stage === STAGES[0]) return { plural: 'opportunities', filter: EACH };
  if (movedBack.length === 0) return { plural: 'opportunities', filter: { tagStage: isFrom(stage) } };
  return {
    plural: 'opportunities',
    filterGroup: {
      operator: 'OR',
      filters: [
        { field: 'tagStage', op: 'IS', value: isFrom(stage).IS },
        { field: 'id', op: 'IS', value: isOneOfIds(movedBack).IS },
      ],
    },
  };
};

const passedOn = (row: StageConversion, next: StageConversion | undefined, language: Language): Cell =>
  row.passedOn === null || !next
    ? { text: NOTHING }
    : { text: `${percent(row.passedOn, language)} (${next.reached})`, records: reachedBy(next) };

/** A row for each stage; without figures while they are counted. */
export const conversionRows = (rows: readonly StageConversion[] | null, language: Language): readonly ChartRow[] =>
  STAGES.map((stage, at) => {
    const row = rows?.[at];
    const cells: readonly Cell[] = row
      ? [
          {
            text: String(row.reached),
            bar: shareOf(row.reached, rows[0]?.reached ?? 0) ?? 0,
            records: reachedBy(row),
          },
          passedOn(row, rows[at + 1], language),
          { text: String(row.open), records: recordsOf(stage, 'OPEN', '') },
          { text: String(row.ended), records: recordsOf(stage, 'LOST', 'ABANDONED') },
        ]
      : [];
    return { key: stage, name: stageLabel(stage, language), records: recordsOf(stage), cells };
  });

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
        <ChartTable heads={HEADS.map((head) => CHART_WORDS[head][language])} rows={conversionRows(rows, language)} />
      )}
    </ChartFrame>
  );
};
