import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d205',
  name: 'route-card',
  description: 'What the decision card of an opportunity shows to whoever asks',
  timeoutSeconds: 30,
  handler: async (event: unknown, context?: Signed) => (await import('./answer-card.ts')).showCard(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/card', httpMethod: 'POST', isAuthRequired: true },
});
