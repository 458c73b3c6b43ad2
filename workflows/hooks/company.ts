import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '8b5310ea-93c9-4727-8791-c71e1fbffd7a',
  name: 'follow-company',
  description: "Judges a customer's tags when they change",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'company.*',
    updatedFields: wakingFields.company,
    batchMode: true,
  },
});
