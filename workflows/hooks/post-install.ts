import { definePostInstallLogicFunction } from 'twenty-sdk/define';
import { SWEEP_TIMEOUT_SECONDS } from './run-limit.ts';

export default definePostInstallLogicFunction({
  universalIdentifier: 'a20e496f-3639-4b38-9bef-2d140dfca198',
  name: 'post-install',
  description: 'Fills the tag dictionary and judges the records that are there',
  timeoutSeconds: SWEEP_TIMEOUT_SECONDS,
  shouldRunOnVersionUpgrade: true,
  handler: async () => (await import('./settle-in.ts')).settleIn(),
});
