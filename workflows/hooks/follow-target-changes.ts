import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { readChanges } from '../run/record-change.ts';
import { mayConcern } from './may-concern.ts';

/**
 * What the hook of the targets does. The application's own writes wake it and cost no call.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followTargetChanges = async (payload: unknown): Promise<FollowResult> => {
  if (!readChanges(payload).some((change) => !change.byApplication && mayConcern(change))) return NOTHING;
  const { countTargets } = await import('./count-targets.ts');
  try {
    return await countTargets();
  } catch (error) {
    throw asRetryable(error);
  }
};
