import { defineApplicationRole } from 'twenty-sdk/define';

export default defineApplicationRole({
  universalIdentifier: '0c3b1d52-6a0e-4f6c-8f0e-52f1c2a7d901',
  label: 'Tag Policy application',
});
