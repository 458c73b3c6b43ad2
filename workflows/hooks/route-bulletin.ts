import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '60368970-f424-45a5-987e-f17f9985af28',
  name: 'route-bulletin',
  description: 'The bulletin of a month by team and member, for whoever may read assessments',
  timeoutSeconds: 30,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-bulletin.ts')).showBulletin(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/bulletin', httpMethod: 'POST', isAuthRequired: true },
});
