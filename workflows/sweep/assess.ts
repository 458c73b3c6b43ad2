import type { Found } from '../assessment/count-facts.ts';
import { assessedPeople } from '../assessment/people.ts';
import { planAssessments, quartersToCount } from '../assessment/plan-assessments.ts';
import { quarterBefore, spanOfQuarter } from '../assessment/quarters.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { loadFound } from '../gateway/assessment-facts.ts';
import type { TwentyClient } from '../gateway/client.ts';
import type { ListQuery } from '../gateway/read.ts';
import { ASSESSMENT_SELECTION } from '../gateway/selection.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { emptySnapshot, type Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';

export interface Assessing {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  readonly surroundings: Surroundings;
}

const closedQuarter = ({ settings: { timeZone }, now }: Pick<Assessing, 'settings' | 'now'>): string =>
  quarterBefore(createWorkingCalendar({ timeZone }).dateOf(now));

/** The assessments a sweep looks at: those of the quarter that closed last, and what is not final, or was not. */
export const assessmentsQuery = (environment: Pick<Assessing, 'settings' | 'now'>): ListQuery => ({
  object: 'tagAssessment',
  filter: {
    or: [
      { status: { neq: 'FINAL' } },
      { judgedStatus: { neq: 'FINAL' } },
      { quarter: { eq: closedQuarter(environment) } },
    ],
  },
  selection: ASSESSMENT_SELECTION,
});

/**
 * Makes the assessments of the quarter that closed last, one a member; counts those anew that are not confirmed; ends the
 * days of appeals (I3–I6, I9). Reads nothing more and writes nothing where all of them are confirmed.
 */
export const assess = async (
  { client, settings, now, surroundings }: Assessing,
  assessments: readonly TwentyRecord[],
): Promise<WriteResult> => {
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const closed = closedQuarter({ settings, now });
  const people = assessedPeople(surroundings.members, run.roster);
  const found = new Map<string, Found>();
  for (const { quarter, isNew } of quartersToCount(run, people, assessments, closed)) {
    found.set(quarter, await loadFound(client, spanOfQuarter(quarter), settings.timeZone, isNew));
  }
  return writePlan(client, planAssessments({ run, surroundings, assessments, found, closed }));
};
