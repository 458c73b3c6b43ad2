import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d204',
  name: 'route-recheck',
  description: 'Judges up to 200 records again',
  timeoutSeconds: 60,
  handler: async (event: unknown, context?: Signed) => (await import('./answer-recheck.ts')).recheck(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/recheck', httpMethod: 'POST', isAuthRequired: true },
});
