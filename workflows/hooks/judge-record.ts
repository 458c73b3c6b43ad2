import { defineLogicFunction } from 'twenty-sdk/define';
import { OBJECT_INPUT, RECORD_INPUT } from './workflow-schemas.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d101',
  name: 'judge-record',
  description: "Judges a record's tags again and gives its review status, completeness and problems",
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./answer-judge-record.ts')).judgeRecord(payload),
  workflowActionTriggerSettings: {
    label: 'Judge record',
    icon: 'IconChecklist',
    inputSchema: [{ type: 'object', properties: { object: OBJECT_INPUT, recordId: RECORD_INPUT } }],
    outputSchema: [
      {
        type: 'object',
        properties: {
          status: { type: 'string', label: 'Review status' },
          completeness: { type: 'number', label: 'Completeness' },
          problems: {
            type: 'array',
            label: 'Problems',
            items: {
              type: 'object',
              properties: {
                code: { type: 'string' },
                severity: { type: 'string' },
                tag: { type: 'string' },
                clause: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
          summary: { type: 'string', label: 'Summary' },
        },
      },
    ],
  },
});
