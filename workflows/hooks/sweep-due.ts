import { asRetryable } from '../gateway/report.ts';
import { PAUSED_SWEEP, runDueSweep, type SweepResult } from '../sweep/run-sweep.ts';
import { readEnvironment } from './environment.ts';
import { SWEEP_BUDGET, startRunLimit } from './run-limit.ts';

/** What the hourly tick does. @throws TwentyError when Twenty refuses, or could not be reached within the run's time */
export const sweepDue = async (): Promise<SweepResult> => {
  const environment = readEnvironment(SWEEP_BUDGET);
  if (environment.settings.isPaused) return PAUSED_SWEEP;
  try {
    return await runDueSweep({ ...environment, isOver: startRunLimit() });
  } catch (error) {
    throw asRetryable(error);
  }
};
