import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '662cdf85-e85f-45f8-ae2b-972dd41190e0',
  name: 'follow-tag-member',
  description: "Judges a team member's tags when they change",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagMember.*',
    updatedFields: wakingFields.tagMember,
    batchMode: true,
  },
});
