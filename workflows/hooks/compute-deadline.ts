import { defineLogicFunction } from 'twenty-sdk/define';
import { loadSurroundings } from '../../plugin/gateway/load.ts';
import { type CalendarStatus, createWorkingCalendar, type Deadline } from '../calendar/working-calendar.ts';
import { daysIn, instantIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { answerWorkflow } from './answer-workflow.ts';

interface Output {
  readonly dueAt: string;
  readonly dueDate: string;
  readonly calendar: CalendarStatus;
  readonly countedDays: readonly string[];
}

const computeDeadline = answerWorkflow(async ({ client, settings }, input): Promise<Output> => {
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

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d102',
  name: 'compute-deadline',
  description: "Working days after an instant, by the statutory calendar and the company's own days",
  timeoutSeconds: 30,
  handler: computeDeadline,
  workflowActionTriggerSettings: {
    label: 'Compute deadline',
    icon: 'IconCalendarDue',
    inputSchema: [
      {
        type: 'object',
        properties: {
          from: { type: 'string', label: 'From (2026-09-30T17:00:00+08:00)' },
          days: { type: 'number', label: 'Working days' },
        },
      },
    ],
    outputSchema: [
      {
        type: 'object',
        properties: {
          dueAt: { type: 'string', label: 'Due at' },
          dueDate: { type: 'string', label: 'Last day' },
          calendar: { type: 'string', label: 'Calendar' },
          countedDays: { type: 'array', label: 'Days counted', items: { type: 'string' } },
        },
      },
    ],
  },
});
