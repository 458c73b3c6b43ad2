import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '46c8e484-b2ae-4a2b-b46d-aa642d826e1b',
  name: 'follow-tag-product',
  description: "Judges a product's tags when they change",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagProduct.*',
    updatedFields: wakingFields.tagProduct,
    batchMode: true,
  },
});
