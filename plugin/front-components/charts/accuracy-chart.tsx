import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadAccuracy } from './load-accuracy.ts';
import { monthName } from './month-name.ts';
import { NOTHING, percent } from './numbers.ts';
import type { Share } from './quality.ts';

/** Room for the table of a few members while it is counted. */
const RESERVED = 160;

const cellOf = ({ part, whole, share }: Share, language: Language): Cell =>
  share === null ? { text: NOTHING } : { text: `${percent(share, language)} (${part} / ${whole})`, bar: share };

/** Of the reviews of each member's entries, the share that was approved, by month (1.3.1, 3.2.4). */
export const AccuracyChart = (): ReactNode => {
  const [answer, again] = useAnswer(loadAccuracy);
  const { language } = useSay();
  return (
    <ChartFrame
      title={CHART_WORDS.accuracy}
      note={CHART_WORDS.accuracyNote}
      answer={answer}
      again={again}
      emptyText={({ members }) => (members.length > 0 ? null : CHART_WORDS.nothingReviewed)}
    >
      {(accuracy) => (
        <div style={{ minHeight: RESERVED }}>
          {accuracy && (
            <ChartTable
              heads={[
                CHART_WORDS.member[language],
                CHART_WORDS.total[language],
                ...accuracy.months.map((month) => monthName(month, language)),
              ]}
              rows={accuracy.members.map(({ member, total, byMonth }) => ({
                key: member ?? '',
                name: member ?? CHART_WORDS.memberUnknown[language],
                cells: [total, ...byMonth].map((share) => cellOf(share, language)),
              }))}
            />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
