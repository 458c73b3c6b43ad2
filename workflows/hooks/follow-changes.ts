import { followScope } from '../gateway/follow-scope.ts';
import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { concernsNothing, scopeOf } from '../pipeline/scope.ts';
import { readChanges } from '../run/record-change.ts';
import { readEnvironment } from './environment.ts';

/**
 * What every database hook does: judges anew the records a change concerns and writes what differs. Harmless when it
 * comes twice, late or out of order. Nothing is done while judgement is paused: the sweep
 * finds afterwards what has changed. A passing failure of the API is left to Twenty's retry.
 * @throws TypeError when the payload is no database event
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followChanges = async (payload: unknown): Promise<FollowResult> => {
  const scope = scopeOf(readChanges(payload));
  const environment = readEnvironment();
  if (concernsNothing(scope) || environment.settings.isPaused) return NOTHING;
  try {
    return await followScope(environment, scope);
  } catch (error) {
    throw asRetryable(error);
  }
};
