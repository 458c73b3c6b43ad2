import { defineLogicFunction } from 'twenty-sdk/define';
import wakingFields from './waking-fields.generated.json' with { type: 'json' };

export default defineLogicFunction({
  universalIdentifier: '3074248f-0efc-40cf-a106-765c7b6b8d61',
  name: 'follow-tag-rectification',
  description: 'Issues a rectification notice, and follows its answer and its recheck',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-supervision.ts')).followSupervision(payload),
  databaseEventTriggerSettings: {
    eventName: 'tagRectification.*',
    updatedFields: wakingFields.tagRectification,
    batchMode: true,
  },
});
