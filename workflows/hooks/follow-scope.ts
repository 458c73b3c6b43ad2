import type { TwentyClient } from '../../plugin/gateway/client.ts';
import { TwentyError } from '../../plugin/gateway/errors.ts';
import { loadScope } from '../../plugin/gateway/load.ts';
import { type WriteFailure, writePlan } from '../../plugin/gateway/write.ts';
import type { Fault } from '../pipeline/plan.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { Scope } from '../pipeline/scope.ts';
import type { Snapshot } from '../pipeline/snapshot.ts';
import type { Settings } from '../settings.ts';

export interface FollowResult {
  /** Records judged. */
  readonly judged: number;
  /** Records written. */
  readonly written: number;
  /** Records that Twenty would not take; the sweep comes back to them. */
  readonly failures: number;
}

export const NOTHING: FollowResult = { judged: 0, written: 0, failures: 0 };

export const subjectsIn = (snapshot: Snapshot): number =>
  Object.values(snapshot.subjects).reduce((sum, records) => sum + records.length, 0);

/** Tells of what could not be written: which record and why, never what it holds. */
export const reportFailures = (failures: readonly WriteFailure[]): void => {
  for (const { object, id, code, reason } of failures) {
    console.error(`${object} ${id} could not be written (${code}): ${reason}`);
  }
};

/** Tells of what could not be judged. */
export const reportFaults = (faults: readonly Fault[]): void => {
  for (const { object, id, reason } of faults) console.error(`${object} ${id} could not be judged (${reason})`);
};

/** A failure that may pass is left to Twenty's retry. */
export const asRetryable = (error: unknown): unknown => {
  if (error instanceof TwentyError && error.isTransient) error.name = 'RetryableLogicFunctionError';
  return error;
};

/** Judges the records of a scope and writes what differs. Harmless when it comes twice, late or out of order. */
export const followScope = async (
  { client, settings, now }: { readonly client: TwentyClient; readonly settings: Settings; readonly now: Date },
  scope: Scope,
): Promise<FollowResult> => {
  const { snapshot, surroundings } = await loadScope(client, scope);
  const plan = planRun({
    snapshot,
    surroundings,
    settings,
    now,
    entries: scope.entries,
    asides: scope.asides,
    actions: scope.actions,
    clearings: scope.clearings,
    gone: scope.gone,
  });
  const { written, failures } = await writePlan(client, plan);
  reportFaults(plan.faults);
  reportFailures(failures);
  return { judged: subjectsIn(snapshot), written, failures: plan.faults.length + failures.length };
};
