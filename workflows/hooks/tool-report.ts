import { defineLogicFunction } from 'twenty-sdk/define';
import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import type { Signed } from './answer-route.ts';
import { CAUSE_INPUT, KIND_INPUT } from './workflow-schemas.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d303',
  name: 'tag-policy-report-change',
  description:
    'Reports that something changed at customers, opportunities, products or team members, in the name of the person who chats: opens a change notice with its last day. Ask the person before it is called.',
  timeoutSeconds: 60,
  handler: async (args: unknown, context?: Signed) => (await import('./answer-report.ts')).reportByTool(args, context),
  toolTriggerSettings: {
    inputSchema: {
      type: 'object',
      properties: {
        object: { type: 'string', enum: [...GOVERNED_OBJECTS] },
        ids: { type: 'array', items: { type: 'string' }, description: 'Ids of the records, at most 200' },
        kind: { type: 'string', enum: KIND_INPUT.enum, description: 'What kind of change it is' },
        occurredAt: {
          type: 'string',
          description: 'When it happened, with offset: 2026-09-30T17:00:00+08:00; now when it is left out',
        },
        description: { type: 'string', description: 'What changed, without confidential figures' },
        cause: { type: 'string', enum: CAUSE_INPUT.enum, description: 'Why a product changed; products alone' },
      },
      required: ['object', 'ids', 'kind'],
    },
  },
});
