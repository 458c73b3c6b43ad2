import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: 'b61d0ad8-59a4-490b-aab8-50e694f991c0',
  name: 'follow-tag-credit',
  description: "Judges a customer's tags when its credit record changes",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagCredit.*',
    updatedFields: wakingFields.tagCredit,
    batchMode: true,
  },
});
