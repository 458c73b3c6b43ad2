import { asMerged, type Merging } from '../duplicates/as-merged.ts';
import { fieldOf, type MergePlan, planMerge } from '../duplicates/plan-merge.ts';
import { readScope } from '../gateway/follow-scope.ts';
import { endMerge, moveChildren, readChildren } from '../gateway/merging.ts';
import { reportFailures, reportFaults } from '../gateway/report.ts';
import { writePlan } from '../gateway/write.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { PlanInput } from '../pipeline/start-run.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import type { Lost } from '../run/merged.ts';
import type { Plan } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import { ownTasks } from '../tasks/whereabouts.ts';
import type { Environment } from './environment.ts';
import type { MergeRequest } from './read-merge-request.ts';

type Children = Awaited<ReturnType<typeof readChildren>>;

/** Two records to be merged, as they were read. */
export interface Pair {
  readonly read: PlanInput;
  readonly survivor: TwentyRecord;
  readonly loser: TwentyRecord;
  readonly plan: MergePlan;
  /** Tasks of the loser's own matters: the survivor has its own. */
  readonly ownTasks: readonly string[];
}

/** Reads two records with what their judgement looks at. @throws RequestFault when one is not there */
export const readPair = async (
  environment: Environment,
  { object, keepId, loseId, take }: MergeRequest,
): Promise<Pair> => {
  const read = await readScope(environment, scopeOfRecords(object, [keepId, loseId]));
  const [survivor, loser] = [keepId, loseId].map((id) =>
    read.snapshot.subjects[object].find((record) => record.id === id),
  );
  if (!survivor || !loser) throw new RequestFault('NOT_FOUND');
  if (object === 'opportunity' && survivor.companyId !== loser.companyId) throw new RequestFault('OTHER_CUSTOMER');
  return {
    read,
    survivor,
    loser,
    plan: planMerge(object, survivor, loser, take),
    ownTasks: ownTasks(object, loseId, loser),
  };
};

/** What is written on the survivor by the same update as its standing, so that no hook sees the one without the other. */
const withFields = (plan: Plan, { object, survivor, fields }: Merging): Plan => {
  const id = idOf(survivor);
  const own = plan.subjects[object]?.find((patch) => patch.id === id);
  const merged = { ...fields, ...own?.fields };
  const patches = Object.keys(merged).length > 0 ? [{ id, fields: merged }] : [];
  return { ...plan, subjects: { ...plan.subjects, [object]: patches } };
};

/** The loser as what went up in the survivor, and what of the survivor gave way to it: there, or kept aside. */
const lostOf = ({ survivor, loser, fields }: Merging, { filled, conflicts }: MergePlan, by: string): Lost => {
  const tags = new Set([...filled, ...conflicts].filter((tag) => fieldOf(tag) in fields).map(({ name }) => name));
  return { record: loser, by, ...(tags.size > 0 ? { replaced: { record: survivor, tags } } : {}) };
};

/** Judges the survivor as it will be, once, so that nothing of it is told twice. @throws RequestFault when Twenty refuses */
const judgeSurvivor = async (environment: Environment, { read, plan }: Pair, merging: Merging, by: string) => {
  const planned = planRun({
    ...read,
    snapshot: asMerged(read.snapshot, merging),
    lost: new Map([[idOf(merging.loser), lostOf(merging, plan, by)]]),
  });
  reportFaults(planned.faults);
  const { failures } = await writePlan(environment.client, withFields(planned, merging));
  reportFailures(failures);
  if (failures.length > 0 || planned.faults.length > 0) throw new RequestFault('NOT_WRITTEN');
};

/**
 * Merges a record into another: what the application keeps of it moves first, then the survivor is judged as it will be,
 * then all else moves, and last the loser goes into the trash. Wherever it was cut off, the same again ends it: what has
 * moved is not found any more, and what was told is remembered.
 */
export const mergeRecords = async (
  environment: Environment,
  request: MergeRequest,
  pair: Pair,
  by: string,
): Promise<void> => {
  const { object, keepId, loseId } = request;
  const { survivor, loser, plan } = pair;
  const query = { object, id: loseId, without: pair.ownTasks };
  const part = (children: Children, ...parts: readonly string[]): Children =>
    new Map([...children].filter(([child]) => parts.includes(child.part)));
  const found = await readChildren(environment.client, query);
  await moveChildren(environment, part(found, 'KEPT'), keepId);
  const merging = { object, survivor, loser, fields: plan.fields, at: environment.now.toISOString() };
  await judgeSurvivor(environment, pair, merging, by);
  await moveChildren(environment, part(found, 'PEOPLES'), keepId);
  // What was added to it since.
  const left = await readChildren(environment.client, query);
  await moveChildren(environment, part(left, 'KEPT', 'PEOPLES'), keepId);
  await endMerge(environment, object, left, [loseId, keepId]);
};
