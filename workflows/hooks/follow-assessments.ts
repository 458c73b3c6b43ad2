import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { readChanges } from '../run/record-change.ts';

/**
 * What the hook of the assessments does. What the application wrote, and what leaves the status as it is, costs no call.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followAssessments = async (payload: unknown): Promise<FollowResult> => {
  const changes = readChanges(payload).filter(
    ({ byApplication, before, after }) => !byApplication && before?.status !== after?.status,
  );
  if (changes.length === 0) return NOTHING;
  const { judgeAssessments } = await import('./judge-assessments.ts');
  try {
    return await judgeAssessments(changes);
  } catch (error) {
    throw asRetryable(error);
  }
};
