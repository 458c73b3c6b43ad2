import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d207',
  name: 'route-holders',
  description: 'Who holds a role that shows sensitive tags, and how their confidentiality agreement stands',
  timeoutSeconds: 60,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-holders.ts')).showHolders(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/holders', httpMethod: 'POST', isAuthRequired: true },
});
