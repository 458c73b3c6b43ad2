import { type Fact, logRow } from './log-entry.ts';
import type { Draft, PlannedTask } from './plan.ts';
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
}

/** Several in one. */
export const together = (all: readonly Consequences[]): Consequences => ({
  facts: all.flatMap(({ facts = [] }) => facts),
  notices: all.flatMap(({ notices = [] }) => notices),
  tasks: all.flatMap(({ tasks = [] }) => tasks),
  closedTasks: all.flatMap(({ closedTasks = [] }) => closedTasks),
  deletedTasks: all.flatMap(({ deletedTasks = [] }) => deletedTasks),
});

/** Puts consequences into a plan. */
export const addConsequences = (
  run: Run,
  draft: Draft,
  { facts = [], notices = [], tasks = [], closedTasks = [], deletedTasks = [] }: Consequences,
): void => {
  for (const fact of facts) draft.logs.push(logRow(run, fact));
  draft.notices.push(...notices);
  draft.tasks.push(...tasks);
  draft.closedTasks.push(...closedTasks);
  draft.deletedTasks.push(...deletedTasks);
};
