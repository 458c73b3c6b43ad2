import { defineLogicFunction } from 'twenty-sdk/define';
import { GOVERNED_OBJECTS } from '../../objects/taxonomy/types.ts';
import { runSweepPart, type SweepResult } from '../sweep/run-sweep.ts';
import { SWEEP_PART_IDENTIFIER } from '../sweep/sweep-part-identifier.ts';
import { readEnvironment } from './environment.ts';
import { asRetryable } from './follow-scope.ts';
import { SWEEP_BUDGET, SWEEP_TIMEOUT_SECONDS, startRunLimit } from './run-limit.ts';

const sweepPart = async (payload: { readonly object?: unknown }): Promise<SweepResult> => {
  const object = GOVERNED_OBJECTS.find((one) => one === payload.object);
  if (!object) {
    throw new TypeError(`Expected {"object": one of ${GOVERNED_OBJECTS.join(', ')}}, got ${JSON.stringify(payload)}`);
  }
  try {
    return await runSweepPart({ ...readEnvironment(SWEEP_BUDGET), isOver: startRunLimit() }, object);
  } catch (error) {
    throw asRetryable(error);
  }
};

export default defineLogicFunction({
  universalIdentifier: SWEEP_PART_IDENTIFIER,
  name: 'sweep-part',
  description: 'A job of the daily sweep of a large workspace: judges every record of one object',
  timeoutSeconds: SWEEP_TIMEOUT_SECONDS,
  handler: sweepPart,
});
