import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '9c37659c-b710-4ec9-8633-452f5c58fbbe',
  name: 'follow-tag-definition',
  description: 'Judges the name and the definition of a tag that a person puts into the dictionary',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-definitions.ts')).followDefinitions(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagDefinition.*',
    updatedFields: wakingFields.tagDefinition,
    batchMode: true,
  },
});
