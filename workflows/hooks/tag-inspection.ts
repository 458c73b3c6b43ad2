import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '9626457e-545f-43f8-8320-08fcb211b147',
  name: 'follow-tag-inspection',
  description: 'Follows the status that whoever inspects gives an inspection',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-supervision.ts')).followSupervision(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagInspection.*',
    updatedFields: wakingFields.tagInspection,
    batchMode: true,
  },
});
