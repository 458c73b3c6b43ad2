import { defineLogicFunction } from 'twenty-sdk/define';
import { watchedFields } from '../pipeline/changed-tags.ts';
import { followDefinitions } from './follow-definitions.ts';

export default defineLogicFunction({
  universalIdentifier: '9c37659c-b710-4ec9-8633-452f5c58fbbe',
  name: 'follow-tag-definition',
  description: 'Judges the name and the definition of a tag that a person puts into the dictionary',
  timeoutSeconds: 60,
  handler: followDefinitions,
  databaseEventTriggerSettings: {
    eventName: 'tagDefinition.*',
    updatedFields: [...watchedFields('tagDefinition')],
    batchMode: true,
  },
});
