import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '07503242-81db-4c80-aca2-40f88cec016a',
  name: 'route-inspection',
  description: 'What whoever supervises sees of an inspection, and the notices they issue from it',
  timeoutSeconds: 30,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-inspection.ts')).showInspection(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/inspection', httpMethod: 'POST', isAuthRequired: true },
});
