import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d206',
  name: 'route-acknowledge',
  description: 'Takes the acknowledgement of a confidentiality agreement from the member whose it is',
  timeoutSeconds: 60,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-acknowledge.ts')).acknowledge(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/acknowledge', httpMethod: 'POST', isAuthRequired: true },
});
