import { defineLogicFunction } from 'twenty-sdk/define';
import { SWEEP_TIMEOUT_SECONDS } from './run-limit.ts';

export default defineLogicFunction({
  universalIdentifier: '5c5d2f0e-5d2a-4b3e-8f4b-0a7f64e1c9aa',
  name: 'sweep',
  description: 'Every hour: judges what is due or was missed; once a day, everything',
  timeoutSeconds: SWEEP_TIMEOUT_SECONDS,
  handler: async () => (await import('./sweep-due.ts')).sweepDue(),
  cronTriggerSettings: { pattern: '0 * * * *' },
});
