import chineseDays from 'chinese-days';
import { addBusinessDays } from 'date-fns';
import { createWorkingCalendar } from '../../workflows/calendar/working-calendar.ts';
import { atLeast, type Figure, perSecond, told } from './measure.ts';

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const DATES = Array.from({ length: 365 }, (_unused, at) => new Date(START + at * DAY).toISOString().slice(0, 10));
const DAYS = [1, 2, 5, 10, 20];

/** Working days added to each day of 2025, by ours, by chinese-days and by date-fns, which knows no holidays. */
export const calendarFigures = (): readonly Figure[] => {
  const calendar = createWorkingCalendar();
  const rateOf = (add: (date: string, days: number) => unknown): number => {
    let at = 0;
    return perSecond(() => {
      add(DATES[at % DATES.length] ?? '2025-01-01', DAYS[at % DAYS.length] ?? 1);
      at += 1;
    });
  };
  for (const date of DATES) {
    for (const days of DAYS) {
      if (calendar.addWorkdays(date, days) !== chineseDays.findWorkday(days, date)) {
        throw new Error(
          `${days} working days after ${date} differ from chinese-days: what is compared is not the same`,
        );
      }
    }
  }
  const ours = rateOf((date, days) => calendar.addWorkdays(date, days));
  const theirs = rateOf((date, days) => chineseDays.findWorkday(days, date));
  const dateFns = rateOf((date, days) => addBusinessDays(new Date(date), days));
  return [
    told('working days added', ours, '/s'),
    atLeast('  to chinese-days', ours / theirs, '×', 20),
    told('  to date-fns addBusinessDays (weekdays only)', ours / dateFns, '×'),
  ];
};
