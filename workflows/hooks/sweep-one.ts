import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import { asRetryable } from '../gateway/report.ts';
import { PAUSED_SWEEP, runSweepPart, type SweepResult } from '../sweep/run-sweep.ts';
import { readEnvironment } from './environment.ts';
import { SWEEP_BUDGET, startRunLimit } from './run-limit.ts';

/**
 * Sweeps the object a job names.
 * @throws TypeError when the payload names none
 * @throws TwentyError when Twenty refuses, or could not be reached within the run's time
 */
export const sweepOne = async (payload: { readonly object?: unknown }): Promise<SweepResult> => {
  const object = GOVERNED_OBJECTS.find((one) => one === payload.object);
  if (!object) {
    throw new TypeError(`Expected {"object": one of ${GOVERNED_OBJECTS.join(', ')}}, got ${JSON.stringify(payload)}`);
  }
  const environment = readEnvironment(SWEEP_BUDGET);
  if (environment.settings.isPaused) return PAUSED_SWEEP;
  try {
    return await runSweepPart({ ...environment, isOver: startRunLimit() }, object);
  } catch (error) {
    throw asRetryable(error);
  }
};
