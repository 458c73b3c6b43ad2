import { defineHealthCheck } from 'twenty-sdk/define';

export default defineHealthCheck({
  universalIdentifier: 'd4e6fbe0-8764-486e-9a40-d68a29dbb445',
  name: 'health-check',
  description: 'Tells an admin what keeps the policy from being carried out, and what to do',
  timeoutSeconds: 60,
  handler: async () => (await import('./report-health.ts')).reportHealth(),
});
