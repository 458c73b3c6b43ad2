import type { ReactNode } from 'react';
import { lastOfficialYear } from '../../../workflows/calendar/official-days.ts';
import { fill } from '../fill.ts';
import { Line } from '../parts/line.tsx';
import { useSay } from '../use-say.ts';
import { STATUS_WORDS } from './status-words.ts';

/** Up to which year deadlines go by official holiday notices. */
export const CalendarLine = ({ year }: { readonly year: number }): ReactNode => {
  const { language } = useSay();
  const last = lastOfficialYear();
  return year > last ? (
    <Line icon="warning" tone="warn">
      {fill(STATUS_WORDS.provisional[language], { year })}
    </Line>
  ) : (
    <Line icon="check" tone="good">
      {fill(STATUS_WORDS.official[language], { year: last })}
    </Line>
  );
};
