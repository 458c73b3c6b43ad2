import { type Command, InvalidArgumentError } from 'commander';
import { isOfficialYear } from '../../../workflows/calendar/official-days.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { json, UsageError } from '../output.ts';
import { isoInstant } from '../read-instant.ts';
import type { Session } from '../session.ts';

const wholeNumber = (text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 0 to 9999.');
  return Number(text);
};

const provisionalYears = (from: string, to: string): readonly number[] => {
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_unused, at) => first + at).filter((year) => !isOfficialYear(year));
};

interface Options {
  readonly from: string;
  readonly days: number;
  readonly timeZone: string;
  readonly dayEndsAt: string;
  readonly json?: boolean;
}

/** `deadline`: N working days after an instant (4.1.3, 4.1.9, WORKDAYS). */
export const deadlineCommand = (program: Command, session: Session): void => {
  program
    .command('deadline')
    .description('Working days after an instant: when a tag must be updated')
    .requiredOption('--from <instant>', 'when it happened, with offset: 2026-09-30T17:00:00+08:00')
    .requiredOption('--days <n>', 'working days', wholeNumber)
    .option('--time-zone <zone>', 'zone in which days begin and end', 'Asia/Shanghai')
    .option('--day-ends-at <time>', '24:00, or the close of business such as 18:00', '24:00')
    .option('--json', 'print JSON')
    .action((options: Options) => {
      const compute = () => {
        const calendar = createWorkingCalendar({ timeZone: options.timeZone, dayEndsAt: options.dayEndsAt });
        return calendar.deadline({ from: isoInstant(options.from), days: options.days });
      };
      let deadline: ReturnType<typeof compute>;
      try {
        deadline = compute();
      } catch (error) {
        throw new UsageError(error instanceof Error ? error.message : String(error));
      }
      const { dueAt, dueDate, calendar, countedDays, startDate } = deadline;
      if (options.json) {
        session.output.out(json({ dueAt, dueDate, calendar, countedDays }));
        return;
      }
      const until =
        options.dayEndsAt === '24:00' ? 'to the end of that day' : `before ${options.dayEndsAt} of that day`;
      session.output.out(`Last day: ${dueDate}, ${until} (${options.timeZone})`);
      session.output.out(
        countedDays.length === 0
          ? 'No working day is counted: due on the day it happened'
          : `Counted: ${countedDays.join(', ')}; ${startDate}, the day it happened, is not counted`,
      );
      if (calendar === 'PROVISIONAL') {
        const years = provisionalYears(startDate, dueDate).join(', ');
        session.output.out(`PROVISIONAL: the holiday notice of ${years} is not loaded; the date may move`);
      }
    });
};
