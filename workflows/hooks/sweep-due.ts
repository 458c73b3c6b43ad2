import { asRetryable } from '../gateway/report.ts';
import { runDueSweep, type SweepResult } from '../sweep/run-sweep.ts';
import { readEnvironment } from './environment.ts';
import { SWEEP_BUDGET, startRunLimit } from './run-limit.ts';

/** What the hourly tick does. @throws TwentyError when Twenty refuses, or could not be reached within the run's time */
export const sweepDue = async (): Promise<SweepResult> => {
  try {
    return await runDueSweep({ ...readEnvironment(SWEEP_BUDGET), isOver: startRunLimit() });
  } catch (error) {
    throw asRetryable(error);
  }
};
