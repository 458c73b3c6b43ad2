import { followScope } from '../gateway/follow-scope.ts';
import { surroundingQueries } from '../gateway/load.ts';
import { readNamed } from '../gateway/read.ts';
import { type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { emptyScope } from '../pipeline/scope.ts';
import { allTargets, followTargets } from '../sweep/follow-targets.ts';
import { readEnvironment } from './environment.ts';

/**
 * Counts all targets, and judges the profiles that show another one than before. The sweep does the same each hour: this
 * lets whoever sets a target see at once how far it is reached.
 */
export const countTargets = async (): Promise<FollowResult> => {
  const environment = readEnvironment();
  if (environment.settings.isPaused) return NOTHING;
  const { members = [], targets = [] } = await readNamed(environment.client, {
    members: surroundingQueries.members,
    targets: allTargets,
  });
  const { written, failures, changed } = await followTargets({ ...environment, members, targets, isWhole: true });
  reportFailures(failures);
  const counted = { judged: targets.length, written, failures: failures.length };
  if (changed.length === 0) return counted;
  const followed = await followScope(environment, { ...emptyScope(), memberIds: new Set(changed) });
  return {
    judged: counted.judged + followed.judged,
    written: counted.written + followed.written,
    failures: counted.failures + followed.failures,
  };
};
