import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d2e7',
  name: 'route-merge',
  description:
    'Merges a customer or an opportunity into another in the name of whoever asks, or shows what that would do',
  timeoutSeconds: 60,
  handler: async (event: unknown, context?: Signed) => (await import('./answer-merge.ts')).merge(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/merge', httpMethod: 'POST', isAuthRequired: true },
});
