import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '9681b744-66e7-409d-93c4-dbde57a4b4a2',
  name: 'route-assessment',
  description: 'What a member, or who assesses, sees of an assessment, and what they may do with it',
  timeoutSeconds: 30,
  handler: async (event: unknown, context?: Signed) =>
    (await import('./answer-assessment.ts')).showAssessment(event, context),
  httpRouteTriggerSettings: { path: '/tag-policy/assessment', httpMethod: 'POST', isAuthRequired: true },
});
