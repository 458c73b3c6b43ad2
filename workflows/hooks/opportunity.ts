import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: 'bea89622-4ffb-41fb-a908-8d37f0205f41',
  name: 'follow-opportunity',
  description: "Judges an opportunity's tags, and its customer's, when they change",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'opportunity.*',
    updatedFields: wakingFields.opportunity,
    batchMode: true,
  },
});
