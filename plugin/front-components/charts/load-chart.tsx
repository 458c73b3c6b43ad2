import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadMemberLoad } from './load-member-load.ts';
import type { MemberLoad } from './member-load.ts';
import { IS_OVER, IS_UNFILLED, isOneOf, isRecord, type RecordFilter } from './records.ts';
import { TEAM_HEIGHT } from './table-style.ts';

const HEADS = ['member', 'openDeals', 'openTasks', 'overdueTasks'] as const;
/** Rows there is room for. */
const MOST = 10;
/** Room for the table of a small team while it is counted. */
const RESERVED = 160;
const OPEN_TASKS: RecordFilter = { status: isOneOf('TODO', 'IN_PROGRESS') };

const cellsOf = ({ worker, openDeals, openTasks, overdueTasks }: MemberLoad, most: number): readonly Cell[] => {
  const whose = worker ? isRecord(worker.id) : IS_UNFILLED;
  const tasks = { ...OPEN_TASKS, assignee: whose };
  return [
    {
      text: String(openDeals),
      records: { plural: 'opportunities', filter: { tagOutcome: isOneOf('OPEN'), owner: whose } },
    },
    { text: String(openTasks), bar: openTasks / Math.max(1, most), records: { plural: 'tasks', filter: tasks } },
    { text: String(overdueTasks), records: { plural: 'tasks', filter: { ...tasks, dueAt: IS_OVER } } },
  ];
};

/** A row for each member there is room for. */
export const loadRows = (rows: readonly MemberLoad[], language: Language): readonly ChartRow[] => {
  const most = Math.max(...rows.map(({ openTasks }) => openTasks));
  return rows.slice(0, MOST).map((row) => ({
    key: row.worker?.id ?? '',
    name: row.worker?.name ?? CHART_WORDS.nobody[language],
    cells: cellsOf(row, most),
  }));
};

/** How much work each member has (5.3.4). */
export const LoadChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadMemberLoad);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.load}
      note={CHART_WORDS.loadNote}
      answer={answer}
      again={again}
      maxHeight={TEAM_HEIGHT}
      emptyText={(rows) => (rows.length > 0 ? null : CHART_WORDS.nothingToDo)}
    >
      {(rows) => (
        <div style={{ minHeight: RESERVED }}>
          {rows && (
            <ChartTable heads={HEADS.map((head) => CHART_WORDS[head][language])} rows={loadRows(rows, language)} />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
