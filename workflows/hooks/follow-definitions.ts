import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { readChanges } from '../run/record-change.ts';
import { mayConcern } from './may-concern.ts';

/**
 * What the hook of the dictionary does. The application's own rows wake it and cost no call.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followDefinitions = async (payload: unknown): Promise<FollowResult> => {
  const changes = readChanges(payload).filter((change) => !change.byApplication && mayConcern(change));
  if (changes.length === 0) return NOTHING;
  const { judgeDefinitions } = await import('./judge-definitions.ts');
  try {
    return await judgeDefinitions(changes);
  } catch (error) {
    throw asRetryable(error);
  }
};
