import { defineLogicFunction } from 'twenty-sdk/define';
import type { Signed } from './answer-route.ts';

export default defineLogicFunction({
  universalIdentifier: '41c8b0f6-0d0b-4f0e-9a53-64a4b2c7d302',
  name: 'tag-policy-my-work',
  description:
    'Lists what the tag policy asks of the person who chats: their open change notices and tasks with their last days, up to a day or all of them. Reads only.',
  timeoutSeconds: 30,
  handler: async (args: unknown, context?: Signed) => (await import('./answer-tool-work.ts')).tellOfWork(args, context),
  toolTriggerSettings: {
    inputSchema: {
      type: 'object',
      properties: {
        until: { type: 'string', description: 'Last day looked at, YYYY-MM-DD; all that is open when it is left out' },
      },
    },
  },
});
