import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '12f7b24d-eb49-4a98-a5bc-adf25ef01d69',
  name: 'follow-tag-opportunity-item',
  description: 'Judges the opportunity and the product of an offered product when it changes',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagOpportunityItem.*',
    updatedFields: wakingFields.tagOpportunityItem,
    batchMode: true,
  },
});
