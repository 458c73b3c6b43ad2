import { asRetryable, type FollowResult, NOTHING } from '../gateway/report.ts';
import { readChanges } from '../run/record-change.ts';

const FOLLOWED: ReadonlySet<string> = new Set(['created', 'updated', 'restored']);

/**
 * What the hooks of inspections and rectification notices do. What the application wrote costs no call.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followSupervision = async (payload: unknown): Promise<FollowResult> => {
  const changes = readChanges(payload).filter(({ byApplication, action }) => !byApplication && FOLLOWED.has(action));
  if (changes.length === 0) return NOTHING;
  const { judgeSupervision } = await import('./judge-supervision.ts');
  try {
    return await judgeSupervision(changes);
  } catch (error) {
    throw asRetryable(error);
  }
};
