import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadOnTime } from './load-on-time.ts';
import { monthName } from './month-name.ts';
import { NOTHING, percent } from './numbers.ts';
import { type DatedDuty, DUTIES, type MonthOnTime, type OnTime } from './on-time.ts';
import { monthAfter } from './policy-day.ts';
import { isOneOf, isWithin, isYes, type Records } from './records.ts';

const HEADS = ['month', 'changes', 'discoveries', 'completions', 'corrections', 'due', 'keptOnTime', 'rate'] as const;
/** Room for the table of a few months while it is counted. */
const RESERVED = 120;

/** What is in the log of a duty: done in time, or missed; what was done after that was missed already. */
const LOGGED = {
  COMPLETION: { kept: 'COMPLETED', missed: 'COMPLETION_MISSED' },
  CORRECTION: { kept: 'CORRECTED', missed: 'CORRECTION_MISSED' },
} as const;

/** What fell due of a duty in a month. */
const dueIn = (duty: DatedDuty, month: string): Records => {
  const dueOn = isWithin(month, monthAfter(month));
  if (duty === 'CHANGE' || duty === 'DISCOVERY') {
    const isDetected = isYes(duty === 'DISCOVERY');
    return {
      plural: 'tagChangeNotices',
      filter: { dueOn, status: isOneOf('DONE', 'DONE_LATE', 'OVERDUE'), isDetected },
    };
  }
  const { kept, missed } = LOGGED[duty];
  const isOf = (kind: string) => ({ field: 'kind', op: 'IS', value: isOneOf(kind).IS });
  return {
    plural: 'tagLogs',
    filter: { dueOn },
    filterGroup: {
      operator: 'OR',
      filters: [isOf(missed)],
      groups: [{ operator: 'AND', filters: [isOf(kept), { field: 'onTime', op: 'IS', value: 'true' }] }],
    },
  };
};

const dutyCell = (duty: DatedDuty, month: string, { onTime, due }: OnTime): Cell =>
  due === 0 ? { text: NOTHING } : { text: `${onTime} / ${due}`, records: dueIn(duty, month) };

/** A row for each month. */
export const onTimeRows = (months: readonly MonthOnTime[], language: Language): readonly ChartRow[] =>
  months.map(({ month, due, onTime, of }) => ({
    key: month,
    name: monthName(month, language),
    cells: [
      ...DUTIES.map((duty) => dutyCell(duty, month, of[duty])),
      { text: String(due), isSum: true },
      { text: String(onTime), isSum: true },
      { text: percent(onTime / due, language), bar: onTime / due, isSum: true },
    ],
  }));

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
            <ChartTable heads={HEADS.map((head) => CHART_WORDS[head][language])} rows={onTimeRows(months, language)} />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
