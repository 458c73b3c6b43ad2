import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { Scope } from '../pipeline/scope.ts';
import type { PlanInput } from '../pipeline/start-run.ts';
import type { Plan } from '../run/plan.ts';
import type { Snapshot } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import type { TwentyClient } from './client.ts';
import { loadScope } from './load.ts';
import { type FollowResult, reportFailures, reportFaults } from './report.ts';
import { type WriteFailure, writePlan } from './write.ts';

const subjectsIn = (snapshot: Snapshot): number =>
  Object.values(snapshot.subjects).reduce((sum, records) => sum + records.length, 0);

/** What a judgement of a scope goes by. */
export interface ScopeEnvironment {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  /** First judgement after an installation. */
  readonly isInstalling?: boolean;
}

/** What the reading of a scope goes by. */
const daysOf = (settings: Settings, now: Date) => {
  const { dateOf } = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  return { settings, today: dateOf(now), dateOf };
};

/** Reads the records of a scope, ready to be planned for. */
export const readScope = async (
  { client, settings, now, isInstalling = false }: ScopeEnvironment,
  scope: Scope,
): Promise<PlanInput> => ({
  ...(await loadScope(client, scope, daysOf(settings, now))),
  settings,
  now,
  isInstalling,
  entries: scope.entries,
  asides: scope.asides,
  handovers: scope.handovers,
  actions: scope.actions,
  verifications: scope.verifications,
  acknowledgements: scope.acknowledgements,
  selfGifts: scope.selfGifts,
  clearings: scope.clearings,
  lost: scope.lost,
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
