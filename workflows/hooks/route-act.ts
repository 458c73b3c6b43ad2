import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d202',
  name: 'route-act',
  description: 'Confirms, approves or returns the tags of up to 200 records in the name of whoever asks',
  timeoutSeconds: 60,
  handler: async (event: unknown, context?: Signed) => (await import('./answer-act.ts')).act(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/act', httpMethod: 'POST', isAuthRequired: true },
});
