import type { ReactNode } from 'react';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadOnTime } from './load-on-time.ts';
import { monthName } from './month-name.ts';
import { NOTHING, percent } from './numbers.ts';
import { DUTIES, type OnTime } from './on-time.ts';

const HEADS = ['month', 'changes', 'completions', 'corrections', 'due', 'keptOnTime', 'rate'] as const;
/** Room for the table of a few months while it is counted. */
const RESERVED = 120;

const ofDue = ({ onTime, due }: OnTime): string => (due === 0 ? NOTHING : `${onTime} / ${due}`);

/** Which share of what fell due in each month was in time (1.3.5). */
export const OnTimeChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadOnTime);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.onTime}
      note={CHART_WORDS.onTimeNote}
      answer={answer}
      again={again}
      emptyText={(months) => (months.length > 0 ? null : CHART_WORDS.nothingDue)}
    >
      {(months) => (
        <div style={{ minHeight: RESERVED }}>
          {months && (
            <ChartTable
              heads={HEADS.map((head) => CHART_WORDS[head][language])}
              rows={months.map(({ month, due, onTime, of }) => ({
                key: month,
                name: monthName(month, language),
                cells: [
                  ...DUTIES.map((duty) => ({ text: ofDue(of[duty]) })),
                  { text: String(due) },
                  { text: String(onTime) },
                  { text: percent(onTime / due, language), bar: onTime / due },
                ],
              }))}
            />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
