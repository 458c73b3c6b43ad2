import type { ReactNode } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import type { Accuracy } from './accuracy.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type Cell, type ChartRow, ChartTable } from './chart-table.tsx';
import { CHART_WORDS } from './chart-words.ts';
import { loadAccuracy } from './load-accuracy.ts';
import { monthName } from './month-name.ts';
import { NOTHING, percent } from './numbers.ts';
import { dayStart, monthAfter } from './policy-day.ts';
import type { Share } from './quality.ts';
import { type ConditionGroup, IS_UNFILLED, isOneOf, isWithin, type Records } from './records.ts';

/** Room for the table of a few members while it is counted. */
const RESERVED = 160;

/** A member's name, and none that only contains it: Twenty's lists look for parts of a text. */
const isNamed = (name: string, names: readonly (string | null)[]): ConditionGroup => {
  const part = name.toLowerCase();
  const longer = names.filter((other) => other && other.length > name.length && other.toLowerCase().includes(part));
  return {
    operator: 'AND',
    filters: [
      { field: 'responsibleName', op: 'CONTAINS', value: name },
      ...longer.flatMap((other) => (other ? [{ field: 'responsibleName', op: 'DOES_NOT_CONTAIN', value: other }] : [])),
    ],
  };
};

/** The reviews of a member's entries; those of a month where one is given. */
const reviewsOf = (member: string | null, names: readonly (string | null)[], month?: string): Records => ({
  plural: 'tagLogs',
  filter: {
    kind: isOneOf('APPROVED', 'RETURNED'),
    ...(month ? { at: isWithin(dayStart(month), dayStart(monthAfter(month))) } : {}),
    ...(member === null ? { responsibleName: IS_UNFILLED } : {}),
  },
  ...(member === null ? {} : { filterGroup: isNamed(member, names) }),
});

const cellOf = ({ part, whole, share }: Share, records: Records, language: Language): Cell =>
  share === null
    ? { text: NOTHING }
    : { text: `${percent(share, language)} (${part} / ${whole})`, bar: share, records };

/** A row for each member. */
export const accuracyRows = ({ members, months }: Accuracy, language: Language): readonly ChartRow[] => {
  const names = members.map(({ member }) => member);
  return members.map(({ member, total, byMonth }) => ({
    key: member ?? '',
    name: member ?? CHART_WORDS.memberUnknown[language],
    cells: [
      cellOf(total, reviewsOf(member, names), language),
      ...byMonth.map((share, at) => cellOf(share, reviewsOf(member, names, months[at]), language)),
    ],
  }));
};

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
              rows={accuracyRows(accuracy, language)}
            />
          )}
        </div>
      )}
    </ChartFrame>
  );
};
