import { createClient } from '../../plugin/gateway/client.ts';
import { TwentyError } from '../../plugin/gateway/errors.ts';
import { loadSnapshot } from '../../plugin/gateway/load.ts';
import { writePlan } from '../../plugin/gateway/write.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { planJudgements } from '../pipeline/plan-judgements.ts';
import { readChanges } from '../pipeline/record-change.ts';
import { type Scope, scopeOf } from '../pipeline/scope.ts';
import { subjectEntries } from '../pipeline/subject-entries.ts';
import { readSettings } from '../settings.ts';

export interface FollowResult {
  /** Records judged. */
  readonly judged: number;
  /** Records written. */
  readonly written: number;
}

const NOTHING: FollowResult = { judged: 0, written: 0 };

const isEmpty = (scope: Scope): boolean =>
  Object.entries(scope).every(([name, set]) => name === 'entries' || (set as ReadonlySet<string>).size === 0);

/**
 * What every database hook does: judges anew the records a change concerns and writes what differs. Harmless when it
 * comes twice, late or out of order. A passing failure of the API is left to Twenty's retry.
 * @throws TypeError when the payload is no database event
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const followChanges = async (payload: unknown): Promise<FollowResult> => {
  const scope = scopeOf(readChanges(payload));
  if (isEmpty(scope)) return NOTHING;
  const { env } = process;
  const { settings, faults } = readSettings(env);
  for (const fault of faults) {
    console.warn(`Setting ${fault.name}: "${fault.value}" cannot be used; using "${fault.used}"`);
  }
  const client = createClient({
    url: env.TWENTY_API_URL ?? '',
    token: env.TWENTY_APP_APPLICATION_ACCESS_TOKEN ?? env.TWENTY_APP_ACCESS_TOKEN ?? '',
  });
  try {
    const snapshot = await loadSnapshot(client, scope);
    const calendar = createWorkingCalendar({ timeZone: settings.timeZone });
    const plan = planJudgements({
      snapshot,
      entries: subjectEntries(scope, snapshot),
      settings,
      today: calendar.dateOf(new Date()),
    });
    const written = await writePlan(client, plan);
    const judged = Object.values(snapshot.subjects).reduce((sum, records) => sum + records.length, 0);
    return { judged, written };
  } catch (error) {
    if (error instanceof TwentyError && error.isTransient) error.name = 'RetryableLogicFunctionError';
    throw error;
  }
};
