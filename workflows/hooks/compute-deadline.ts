import { defineLogicFunction } from 'twenty-sdk/define';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d102',
  name: 'compute-deadline',
  description: "Working days after an instant, by the statutory calendar and the company's own days",
  timeoutSeconds: 30,
  handler: async (payload: unknown) => (await import('./answer-compute-deadline.ts')).computeDeadline(payload),
  toolTriggerSettings: {
    inputSchema: {
      type: 'object',
      properties: {
        from: { type: 'string', description: 'Instant with offset, such as 2026-09-30T17:00:00+08:00' },
        days: { type: 'number', description: 'Working days after it' },
      },
      required: ['from', 'days'],
    },
  },
  workflowActionTriggerSettings: {
    label: 'Compute deadline',
    icon: 'IconCalendarDue',
    inputSchema: [
      {
        type: 'object',
        properties: {
          from: { type: 'string', label: 'From (2026-09-30T17:00:00+08:00)' },
          days: { type: 'number', label: 'Working days' },
        },
      },
    ],
    outputSchema: [
      {
        type: 'object',
        properties: {
          dueDate: { type: 'string', label: 'Last day' },
          dueAt: { type: 'string', label: 'Instant it ends (exclusive)' },
          calendar: { type: 'string', label: 'Calendar' },
          countedDays: { type: 'array', label: 'Days counted', items: { type: 'string' } },
        },
      },
    ],
  },
});
