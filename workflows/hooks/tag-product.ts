import { defineLogicFunction } from 'twenty-sdk/define';
import { wakingFields } from '../pipeline/changed-tags.ts';
import { followChanges } from './follow-changes.ts';

export default defineLogicFunction({
  universalIdentifier: '46c8e484-b2ae-4a2b-b46d-aa642d826e1b',
  name: 'follow-tag-product',
  description: "Judges a product's tags when they change",
  timeoutSeconds: 60,
  handler: followChanges,
  databaseEventTriggerSettings: {
    eventName: 'tagProduct.*',
    updatedFields: [...wakingFields('tagProduct')],
    batchMode: true,
  },
});
