import { defineLogicFunction } from 'twenty-sdk/define';
import { runDueSweep, type SweepResult } from '../sweep/run-sweep.ts';
import { readEnvironment } from './environment.ts';
import { asRetryable } from './follow-scope.ts';
import { SWEEP_BUDGET, SWEEP_TIMEOUT_SECONDS, startRunLimit } from './run-limit.ts';

const sweep = async (): Promise<SweepResult> => {
  try {
    return await runDueSweep({ ...readEnvironment(SWEEP_BUDGET), isOver: startRunLimit() });
  } catch (error) {
    throw asRetryable(error);
  }
};

export default defineLogicFunction({
  universalIdentifier: '5c5d2f0e-5d2a-4b3e-8f4b-0a7f64e1c9aa',
  name: 'sweep',
  description: 'Every hour: judges what is due or was missed; once a day, everything',
  timeoutSeconds: SWEEP_TIMEOUT_SECONDS,
  handler: sweep,
  cronTriggerSettings: { pattern: '0 * * * *' },
});
