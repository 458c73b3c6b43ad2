import { defineLogicFunction } from 'twenty-sdk/define';
import { SWEEP_PART_IDENTIFIER } from '../sweep/sweep-part-identifier.ts';
import { SWEEP_TIMEOUT_SECONDS } from './run-limit.ts';

export default defineLogicFunction({
  universalIdentifier: SWEEP_PART_IDENTIFIER,
  name: 'sweep-part',
  description: 'A job of the daily sweep of a large workspace: judges every record of one object',
  timeoutSeconds: SWEEP_TIMEOUT_SECONDS,
  handler: async (payload: { readonly object?: unknown }) => (await import('./sweep-one.ts')).sweepOne(payload),
});
