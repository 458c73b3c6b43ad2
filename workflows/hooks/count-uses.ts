import { defineLogicFunction } from 'twenty-sdk/define';

export default defineLogicFunction({
  universalIdentifier: '5c5d2f0e-5d2a-4b3e-8f4b-0a7f64e1c9b1',
  name: 'count-tag-uses',
  description: 'Once a day: how many records carry each tag and each option, and when it was last used',
  timeoutSeconds: 300,
  handler: async () => (await import('./count-dictionary-uses.ts')).countDictionaryUses(),
  // Twenty's hours are UTC: twenty to three in the night in Shanghai.
  cronTriggerSettings: { pattern: '40 18 * * *' },
});
