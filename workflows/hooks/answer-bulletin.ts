import { type Bulletin, bulletinOf } from '../assessment/bulletin.ts';
import { assessedPeople } from '../assessment/people.ts';
import { monthBefore, monthsUpTo, spanOfMonth } from '../assessment/quarters.ts';
import { loadFound } from '../gateway/assessment-facts.ts';
import { mayRead } from '../gateway/caller.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { startRun } from '../pipeline/start-run.ts';
import { type Input, monthIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import { answerRoute, type Caller } from './answer-route.ts';
import type { Environment } from './environment.ts';

/** It is about everybody: no record is named. */
interface BulletinRequest {
  /** `YYYY-MM`; empty for the one that ended last. */
  readonly month: string;
}

/** Months that can be chosen: a year, and the present one. */
const MONTHS = 13;

const readBulletinRequest = (input: Input): BulletinRequest => ({ month: monthIn(input, 'month') });

const work = async (environment: Environment, caller: Caller, request: BulletinRequest): Promise<Bulletin> => {
  const { client, callerClient, settings, now } = environment;
  const { timeZone } = settings;
  const [surroundings, isAllowed] = await Promise.all([
    loadSurroundings(client),
    mayRead(callerClient, 'tagAssessment', 'id'),
  ]);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  if (!isAllowed && !run.roster.hasDuty(caller.id, 'SUPERVISOR')) throw new RequestFault('MAY_NOT_ASSESS');
  const month = request.month || monthBefore(run.today);
  if (month > run.today.slice(0, 7)) throw new RequestFault('MONTH_INVALID', { field: 'month' });
  const found = await loadFound(client, spanOfMonth(month), timeZone, true);
  const people = assessedPeople(surroundings.members, run.roster);
  return {
    month,
    months: monthsUpTo(run.today, MONTHS),
    at: now.toISOString(),
    language: caller.language,
    timeZone,
    weights: settings.assessmentWeights,
    teams: bulletinOf(people, found, settings, caller.language),
  };
};

/** The bulletin of a month, for whoever may read assessments. */
export const showBulletin = answerRoute(readBulletinRequest, work);
