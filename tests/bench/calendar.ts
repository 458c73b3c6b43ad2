import chineseDays from 'chinese-days';
import { addBusinessDays } from 'date-fns';
import { formatEpochDay, parseEpochDay } from '../../workflows/calendar/epoch-day.ts';
import { createWorkingCalendar } from '../../workflows/calendar/working-calendar.ts';
import type { Figure } from './figure.ts';
import { ratesOf } from './rate.ts';

const FIRST = parseEpochDay('2024-01-01');

/** Days all over 2024–2026 and the policy's numbers of working days, 1 to 10. */
const cases = Array.from({ length: 500 }, (_unused, at) => {
  const date = formatEpochDay(FIRST + ((at * 397) % 1_060));
  return { date, instant: `${date}T09:30:00+08:00`, local: new Date(`${date}T12:00:00`), days: 1 + (at % 10) };
});

/** All must answer the same question before their speed is compared. */
const agree = (calendar: ReturnType<typeof createWorkingCalendar>): void => {
  for (const { date, instant, days } of cases) {
    const due = calendar.addWorkdays(date, days);
    const theirs = chineseDays.findWorkday(days, date);
    if (due !== theirs || due !== calendar.deadline({ from: instant, days }).dueDate) {
      throw new Error(`${days} working days after ${date}: ${due} here, ${theirs} by chinese-days`);
    }
  }
};

/** Working days added a second, against chinese-days (the same answers) and date-fns (weekends alone). */
export const calendarFigures = (): readonly Figure[] => {
  const calendar = createWorkingCalendar();
  agree(calendar);
  const things = cases.length;
  const rates = ratesOf([
    {
      name: 'addWorkdays',
      things,
      run: () => cases.reduce((sum, { date, days }) => sum + calendar.addWorkdays(date, days).length, 0),
    },
    {
      name: 'deadline',
      things,
      run: () =>
        cases.reduce((sum, { instant, days }) => sum + calendar.deadline({ from: instant, days }).dueAt.length, 0),
    },
    {
      name: 'chinese-days findWorkday',
      things,
      run: () => cases.reduce((sum, { date, days }) => sum + chineseDays.findWorkday(days, date).length, 0),
    },
    {
      name: 'date-fns addBusinessDays',
      things,
      run: () => cases.reduce((sum, { local, days }) => sum + addBusinessDays(local, days).getTime(), 0),
    },
  ]);
  const rate = (name: string): number => rates.get(name) ?? Number.NaN;
  const ours = rate('addWorkdays');
  const theirs = rate('chinese-days findWorkday');
  return [
    ...[...rates].map(([name, value]): Figure => ({ group: 'calendar', name, value, unit: '/s' })),
    {
      group: 'calendar',
      name: 'addWorkdays to chinese-days',
      value: ours / theirs,
      unit: 'x',
      goal: { atLeast: 20 },
    },
    { group: 'calendar', name: 'deadline to chinese-days', value: rate('deadline') / theirs, unit: 'x' },
    {
      group: 'calendar',
      name: 'addWorkdays to date-fns',
      value: ours / rate('date-fns addBusinessDays'),
      unit: 'x',
      beside: 'which knows weekends alone',
    },
  ];
};
