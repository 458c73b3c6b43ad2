import type { StatusSet } from '../assessment/follow-assessment.ts';
import { planAssessments } from '../assessment/plan-assessments.ts';
import { surroundingQueries, surroundingsOf } from '../gateway/load.ts';
import { readNamed } from '../gateway/read.ts';
import { type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { ASSESSMENT_SELECTION } from '../gateway/selection.ts';
import { writePlan } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import type { RecordChange } from '../run/record-change.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import { readEnvironment } from './environment.ts';

/** Who set the status last, as the events tell. */
const setsOf = (changes: readonly RecordChange[]): ReadonlyMap<string, StatusSet> =>
  new Map(
    [...changes]
      .sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
      .map(({ recordId, memberId, at }) => [recordId, { by: memberId, at }]),
  );

/** Follows the statuses that people set; the others of their quarters tell whether all of them are confirmed. */
export const judgeAssessments = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const { client, settings, now } = readEnvironment();
  if (settings.isPaused) return NOTHING;
  const quarters = new Set(changes.map(({ after }) => String(after?.quarter ?? '')));
  const lists = await readNamed(client, {
    ...surroundingQueries,
    assessments: {
      object: 'tagAssessment',
      filter: { quarter: { in: [...quarters] } },
      selection: ASSESSMENT_SELECTION,
    },
  });
  const surroundings = await surroundingsOf(client, lists);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const plan = planAssessments({ run, surroundings, assessments: lists.assessments ?? [], sets: setsOf(changes) });
  const { written, failures } = await writePlan(client, plan);
  reportFailures(failures);
  return { judged: changes.length, written, failures: failures.length };
};
