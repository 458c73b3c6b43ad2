import { followScope } from '../gateway/follow-scope.ts';
import { type FollowResult, NOTHING } from '../gateway/report.ts';
import { concernsNothing, scopeOf } from '../pipeline/scope.ts';
import type { RecordChange } from '../run/record-change.ts';
import { readEnvironment } from './environment.ts';

/**
 * Judges anew the records that changes concern, and writes what differs. Nothing is done while judgement is paused: the
 * sweep finds afterwards what has changed.
 * @throws TwentyError when Twenty refuses
 */
export const judgeChanges = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const scope = scopeOf(changes);
  if (concernsNothing(scope)) return NOTHING;
  const environment = readEnvironment();
  return environment.settings.isPaused ? NOTHING : followScope(environment, scope);
};
