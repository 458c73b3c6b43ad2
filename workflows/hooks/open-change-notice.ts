import { defineLogicFunction } from 'twenty-sdk/define';
import { CAUSE_INPUT, KIND_INPUT, OBJECT_INPUT, RECORD_INPUT } from './workflow-schemas.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d103',
  name: 'open-change-notice',
  description: 'Reports a change of a record: opens a change notice with its deadline and task',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./answer-open-change-notice.ts')).openChangeNotice(payload),
  workflowActionTriggerSettings: {
    label: 'Open change notice',
    icon: 'IconBellPlus',
    inputSchema: [
      {
        type: 'object',
        properties: {
          object: OBJECT_INPUT,
          recordId: RECORD_INPUT,
          kind: KIND_INPUT,
          cause: CAUSE_INPUT,
          occurredAt: { type: 'string', label: 'Occurred at (now when empty)' },
          description: { type: 'string', label: 'Description', multiline: true },
        },
      },
    ],
    outputSchema: [
      {
        type: 'object',
        properties: {
          noticeId: { type: 'string', label: 'Notice id' },
          dueOn: { type: 'string', label: 'Last day' },
          status: { type: 'string', label: 'Status' },
        },
      },
    ],
  },
});
