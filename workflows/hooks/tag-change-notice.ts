import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '3f6f8f52-6c0b-4a0f-9a55-0f0a2f2a1d37',
  name: 'follow-tag-change-notice',
  description: 'Judges a change notice when a person reports, corrects or cancels it',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagChangeNotice.*',
    updatedFields: wakingFields.tagChangeNotice,
    batchMode: true,
  },
});
