import { defineLogicFunction } from 'twenty-sdk/define';
import { watchedFields } from '../pipeline/changed-tags.ts';
import { followChanges } from './follow-changes.ts';

export default defineLogicFunction({
  universalIdentifier: 'b61d0ad8-59a4-490b-aab8-50e694f991c0',
  name: 'follow-tag-credit',
  description: "Judges a customer's tags when its credit record changes",
  timeoutSeconds: 60,
  handler: followChanges,
  databaseEventTriggerSettings: {
    eventName: 'tagCredit.*',
    updatedFields: [...watchedFields('tagCredit')],
    batchMode: true,
  },
});
