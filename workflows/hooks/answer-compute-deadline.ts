import { type CalendarStatus, createWorkingCalendar, type Deadline } from '../calendar/working-calendar.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { daysIn, instantIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { answerWorkflow } from './answer-workflow.ts';

interface Output {
  readonly dueAt: string;
  readonly dueDate: string;
  readonly calendar: CalendarStatus;
  readonly countedDays: readonly string[];
}

/** When so many working days after an instant are over (A1). */
export const computeDeadline = answerWorkflow(async ({ client, settings }, input): Promise<Output> => {
  const from = instantIn(input, 'from');
  const days = daysIn(input, 'days');
  const { companyDays } = await loadSurroundings(client);
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt, companyDays });
  let deadline: Deadline;
  try {
    deadline = calendar.deadline({ from, days });
  } catch (error) {
    if (error instanceof RangeError) throw new RequestFault('OUT_OF_CALENDAR');
    throw error;
  }
  const { dueAt, dueDate, calendar: status, countedDays } = deadline;
  return { dueAt, dueDate, calendar: status, countedDays };
});
