import { definePreInstallLogicFunction } from 'twenty-sdk/define';

export default definePreInstallLogicFunction({
  universalIdentifier: '338afd95-1acc-47e4-a3b0-e64e37eebb7f',
  name: 'pre-install',
  description: 'Refuses to install an older version over a newer one',
  timeoutSeconds: 30,
  shouldRunOnVersionUpgrade: true,
  handler: async (payload) => (await import('./refuse-downgrade.ts')).refuseDowngrade(payload),
});
