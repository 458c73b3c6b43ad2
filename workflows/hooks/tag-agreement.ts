import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '7b744e15-c68f-4139-9ccb-f2c427ec6285',
  name: 'follow-tag-agreement',
  description: 'Judges a team member when their confidentiality agreements change',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagAgreement.*',
    updatedFields: wakingFields.tagAgreement,
    batchMode: true,
  },
});
