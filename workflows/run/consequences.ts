import { type Fact, logRow } from './log-entry.ts';
import type { Draft, PlannedTask, Revert } from './plan.ts';
import type { Run } from './run.ts';
import type { Patch } from './snapshot.ts';

/** What follows from a judgement beside the fields of the record. */
export interface Consequences {
  /** Facts for the log. */
  readonly facts?: readonly Fact[];
  readonly notices?: readonly Patch[];
  readonly tasks?: readonly PlannedTask[];
  /** Tasks whose matter is closed. */
  readonly closedTasks?: readonly string[];
  /** Tasks that another stands for. */
  readonly deletedTasks?: readonly string[];
  /** Patches of records that hang on the subject, by object. */
  readonly patches?: Readonly<Record<string, readonly Patch[]>>;
  /** What is put back of such records, if nobody has written them since. */
  readonly putBack?: readonly Revert[];
}

/** Several in one. */
export const together = (all: readonly Consequences[]): Consequences => ({
  facts: all.flatMap(({ facts = [] }) => facts),
  notices: all.flatMap(({ notices = [] }) => notices),
  tasks: all.flatMap(({ tasks = [] }) => tasks),
  closedTasks: all.flatMap(({ closedTasks = [] }) => closedTasks),
  deletedTasks: all.flatMap(({ deletedTasks = [] }) => deletedTasks),
  putBack: all.flatMap(({ putBack = [] }) => putBack),
  patches: Object.fromEntries(
    [
      ...Map.groupBy(
        all.flatMap(({ patches = {} }) => Object.entries(patches)),
        ([object]) => object,
      ),
    ].map(([object, some]) => [object, some.flatMap(([, of]) => of)]),
  ),
});

/** Puts consequences into a plan. */
export const addConsequences = (
  run: Run,
  draft: Draft,
  {
    facts = [],
    notices = [],
    tasks = [],
    closedTasks = [],
    deletedTasks = [],
    patches = {},
    putBack = [],
  }: Consequences,
): void => {
  for (const fact of facts) draft.logs.push(logRow(run, fact));
  draft.notices.push(...notices);
  draft.tasks.push(...tasks);
  draft.closedTasks.push(...closedTasks);
  draft.deletedTasks.push(...deletedTasks);
  draft.reverts.push(...putBack);
  for (const [object, some] of Object.entries(patches)) {
    draft.subjects[object] = [...(draft.subjects[object] ?? []), ...some];
  }
};
