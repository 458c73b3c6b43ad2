import { defineLogicFunction } from 'twenty-sdk/define';
import { watchedFields } from '../pipeline/changed-tags.ts';
import { followChanges } from './follow-changes.ts';

export default defineLogicFunction({
  universalIdentifier: '12f7b24d-eb49-4a98-a5bc-adf25ef01d69',
  name: 'follow-tag-opportunity-item',
  description: 'Judges the opportunity and the product of an offered product when it changes',
  timeoutSeconds: 60,
  handler: followChanges,
  databaseEventTriggerSettings: {
    eventName: 'tagOpportunityItem.*',
    updatedFields: [...watchedFields('tagOpportunityItem')],
    batchMode: true,
  },
});
