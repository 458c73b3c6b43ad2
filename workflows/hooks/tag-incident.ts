import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '3871fbbf-1622-4fe5-8b71-fa01c999e51a',
  name: 'follow-tag-incident',
  description: 'Judges a team member when breaches of confidentiality change',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagIncident.*',
    updatedFields: wakingFields.tagIncident,
    batchMode: true,
  },
});
