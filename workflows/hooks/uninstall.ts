import { defineUninstallLogicFunction } from 'twenty-sdk/define';

export default defineUninstallLogicFunction({
  universalIdentifier: '5b7c2f0e-9d34-4c1a-8a67-2f5e1d90b3c4',
  name: 'uninstall',
  description: 'Closes the open tasks of the policy, which nobody would close once the application is gone',
  timeoutSeconds: 60,
  handler: async () => (await import('./leave-tidy.ts')).leaveTidy(),
});
