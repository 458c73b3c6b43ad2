import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '3f0b6a52-6f0d-4a3c-9d0e-7c2a51e4b6d8',
  name: 'follow-tag-target',
  description: 'Counts the figures of a target that a person sets, and shows it on the profile',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-target-changes.ts')).followTargetChanges(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagTarget.*',
    updatedFields: wakingFields.tagTarget,
    batchMode: true,
  },
});
