import { defineLogicFunction } from 'twenty-sdk/define';
import { wakingFields } from '../pipeline/changed-tags.ts';
import { followChanges } from './follow-changes.ts';

export default defineLogicFunction({
  universalIdentifier: '8b5310ea-93c9-4727-8791-c71e1fbffd7a',
  name: 'follow-company',
  description: "Judges a customer's tags when they change",
  timeoutSeconds: 60,
  handler: followChanges,
  databaseEventTriggerSettings: {
    eventName: 'company.*',
    updatedFields: [...wakingFields('company')],
    batchMode: true,
  },
});
