import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '5f0c3b1e-7d0b-4b77-9f53-3c1f6b6de7a1',
  name: 'follow-tag-assessment',
  description: 'Follows the status a supervisor gives an assessment, and puts back what may not be',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-assessments.ts')).followAssessments(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagAssessment.updated',
    updatedFields: wakingFields.tagAssessment,
    batchMode: true,
  },
});
