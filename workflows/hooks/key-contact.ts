import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: 'c6c573e3-da2b-466f-840e-2bad4e94c7ad',
  name: 'follow-key-contact',
  description: 'Judges the customers of a key contact when the contact changes',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'person.*',
    updatedFields: wakingFields.person,
    batchMode: true,
  },
});
