import type { TwentyClient } from '../gateway/client.ts';
import { TwentyError } from '../gateway/errors.ts';
import { loadScope } from '../gateway/load.ts';
import { type WriteFailure, writePlan } from '../gateway/write.ts';
import type { Fault, Plan } from '../pipeline/plan.ts';
import { type PlanInput, planRun } from '../pipeline/plan-run.ts';
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

/** What a judgement of a scope goes by. */
export interface ScopeEnvironment {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
}

/** Reads the records of a scope, ready to be planned for. */
export const readScope = async ({ client, settings, now }: ScopeEnvironment, scope: Scope): Promise<PlanInput> => ({
  ...(await loadScope(client, scope)),
  settings,
  now,
  entries: scope.entries,
  asides: scope.asides,
  actions: scope.actions,
  clearings: scope.clearings,
  whereabouts: scope.whereabouts,
});

/** A scope judged and written: what was read, what was planned, and what Twenty would not take. */
export interface Judged {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly written: number;
  readonly failures: readonly WriteFailure[];
}

/** Judges the records of a scope and writes what differs. Harmless when it comes twice, late or out of order. */
export const judgeScope = async (environment: ScopeEnvironment, scope: Scope): Promise<Judged> => {
  const input = await readScope(environment, scope);
  const plan = planRun(input);
  const { written, failures } = await writePlan(environment.client, plan);
  reportFaults(plan.faults);
  reportFailures(failures);
  return { snapshot: input.snapshot, plan, written, failures };
};

/** A judged scope in numbers. */
export const inNumbers = ({ snapshot, plan, written, failures }: Judged): FollowResult => ({
  judged: subjectsIn(snapshot),
  written,
  failures: plan.faults.length + failures.length,
});

/** {@link judgeScope}, told in numbers. */
export const followScope = async (environment: ScopeEnvironment, scope: Scope): Promise<FollowResult> =>
  inNumbers(await judgeScope(environment, scope));
