import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: 'cb7e9171-4b30-499a-85b8-80ad946df0ca',
  name: 'follow-tag-opportunity-member',
  description: 'Hands the tasks of an opportunity on when its team changes',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagOpportunityMember.*',
    updatedFields: wakingFields.tagOpportunityMember,
    batchMode: true,
  },
});
