import { defineLogicFunction } from 'twenty-sdk/define';

export default defineLogicFunction({
  universalIdentifier: 'e3b5c8b4-52f7-4d6e-9a41-0c7d93f1a6b8',
  name: 'follow-user',
  description: 'Hands on what a user had who leaves the workspace',
  timeoutSeconds: 60,
  handler: async (payload: unknown) => (await import('./follow-changes.ts')).followChanges(payload),
  databaseEventTriggerSettings: {
    // Whether a server destroys whoever leaves or deletes them, their own changes wake nobody.
    eventName: 'workspaceMember.*',
    updatedFields: ['deletedAt'],
    batchMode: true,
  },
});
