import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d2e6',
  name: 'route-duplicates',
  description:
    'The records that are probably the same as one, with what tells them apart, as far as whoever asks may see it',
  timeoutSeconds: 30,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-duplicates.ts')).showDuplicates(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/duplicates', httpMethod: 'POST', isAuthRequired: true },
});
