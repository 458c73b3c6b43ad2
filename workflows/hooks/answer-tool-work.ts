import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { loadOpenWork } from '../gateway/open-work.ts';
import { type WorkAnswer, workAnswer } from '../panel/work-answer.ts';
import { dateIn, type Input } from '../requests/read-input.ts';
import { answerTool, type Caller } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface WorkRequest {
  readonly until: string | null;
}

const readWorkRequest = (input: Input): WorkRequest => ({ until: dateIn(input, 'until') ?? null });

const work = async (
  { client, callerClient, settings, now }: Environment,
  caller: Caller,
  { until }: WorkRequest,
): Promise<WorkAnswer> => {
  const [{ companyDays }, open] = await Promise.all([loadSurroundings(client), loadOpenWork(callerClient, caller.id)]);
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt, companyDays });
  return workAnswer(open, { calendar, today: calendar.dateOf(now), until, language: caller.language });
};

/** What the policy asks of whoever asks, for their AI chat. */
export const tellOfWork = answerTool(readWorkRequest, work);
