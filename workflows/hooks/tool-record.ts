import { defineLogicFunction } from 'twenty-sdk/define';
import { GOVERNED_OBJECTS, STAGES } from '../../objects/taxonomy/types.ts';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d301',
  name: 'tag-policy-record',
  description:
    'Says where a customer, opportunity, product or team member stands in the tag policy: which tags are missing now and before a sales stage, what is wrong and how to mend it, open change notices, check and last days. Reads only, and never the values of tags.',
  timeoutSeconds: 30,
  handler: async (args: unknown, context?: Signed) =>
    (await import('./answer-tool-record.ts')).tellOfRecord(args, context),
  toolTriggerSettings: {
    inputSchema: {
      type: 'object',
      properties: {
        object: {
          type: 'string',
          enum: [...GOVERNED_OBJECTS],
          description: 'company is a customer, tagProduct a product, tagMember a member of the sales team',
        },
        recordId: { type: 'string', description: 'Id of the record; look it up by its name first' },
        stage: {
          type: 'string',
          enum: [...STAGES],
          description: 'Sales stage asked about; the next one when it is left out',
        },
      },
      required: ['object', 'recordId'],
    },
  },
});
