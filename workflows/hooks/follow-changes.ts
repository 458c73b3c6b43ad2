import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { readChanges } from '../run/record-change.ts';
import { mayConcern } from './may-concern.ts';

/**
 * What every database hook does: judges anew the records a change concerns and writes what differs. Harmless when it
 * comes twice, late or out of order. A passing failure of the API is left to Twenty's retry.
 * @throws TypeError when the payload is no database event
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followChanges = async (payload: unknown): Promise<FollowResult> => {
  const changes = readChanges(payload).filter(mayConcern);
  if (changes.length === 0) return NOTHING;
  const { judgeChanges } = await import('./judge-changes.ts');
  try {
    return await judgeChanges(changes);
  } catch (error) {
    throw asRetryable(error);
  }
};
