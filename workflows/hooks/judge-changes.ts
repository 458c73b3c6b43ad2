import { followScope } from '../gateway/follow-scope.ts';
import { type FollowResult, NOTHING } from '../gateway/report.ts';
import { concernsNothing, scopeOf } from '../pipeline/scope.ts';
import type { RecordChange } from '../run/record-change.ts';
import { readEnvironment } from './environment.ts';

/** Judges anew the records that changes concern, and writes what differs. @throws TwentyError when Twenty refuses */
export const judgeChanges = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const scope = scopeOf(changes);
  if (concernsNothing(scope)) return NOTHING;
  return followScope(readEnvironment(), scope);
};
