import { defineLogicFunction } from 'twenty-sdk/define';
import { watchedFields } from '../pipeline/changed-tags.ts';
import { followChanges } from './follow-changes.ts';

export default defineLogicFunction({
  universalIdentifier: 'c6c573e3-da2b-466f-840e-2bad4e94c7ad',
  name: 'follow-key-contact',
  description: 'Judges the customers of a key contact when the contact changes',
  timeoutSeconds: 60,
  handler: followChanges,
  databaseEventTriggerSettings: {
    eventName: 'person.*',
    updatedFields: [...watchedFields('person')],
    batchMode: true,
  },
});
