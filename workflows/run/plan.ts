import type { MatterKind, Priority } from '../../objects/taxonomy/matters.ts';
import type { Stage } from '../../objects/taxonomy/types.ts';
import type { Action, Refusal } from './action.ts';
import type { Patch } from './snapshot.ts';

/** A task of an open matter, with the record it hangs on. */
export interface PlannedTask {
  readonly id: string;
  readonly title: string;
  /** What it says, by paragraphs. */
  readonly body: readonly string[];
  /** As {@link taskDueAt} gives it; null without a deadline. */
  readonly dueAt: string | null;
  readonly assigneeId: string | null;
  /** It was closed with its matter, which is open again. */
  readonly isReopened: boolean;
  /** It is there already, most likely, with what people wrote into it, which stays. */
  readonly isRewritten: boolean;
  /** What it is about (5.2.3), and how pressing that is (5.2.5). */
  readonly kind: MatterKind;
  readonly priority: Priority;
  readonly stage: Stage | null;
  readonly groups: readonly string[];
  readonly target: { readonly object: string; readonly id: string };
}

/** Fields to put back, if nobody has written the record since it was read. */
export interface Revert {
  readonly object: string;
  readonly id: string;
  /** When the record was last written, as read. */
  readonly updatedAt: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What became of an action somebody asked for. */
export interface Outcome {
  readonly object: string;
  readonly id: string;
  readonly action: Action;
  /** Null when it is carried out. */
  readonly refusal: Refusal | null;
}

/** Patches of several objects, by object. */
export type PatchesByObject = Readonly<Record<string, readonly Patch[]>>;

/**
 * What to write. Consequences (log, notices, tasks) go first and the subjects, which carry the memory of having been
 * judged, last: whatever is cut short is done again by the next judgement.
 */
export interface Plan {
  readonly reverts: readonly Revert[];
  /** Rows of the log, append-only. */
  readonly logs: readonly Patch[];
  readonly notices: readonly Patch[];
  readonly tasks: readonly PlannedTask[];
  /** Tasks whose matter is closed. */
  readonly closedTasks: readonly string[];
  /** Tasks of deleted records, which go with them, and of restored ones, which come back as they were. */
  readonly deletedTasks: readonly string[];
  readonly restoredTasks: readonly string[];
  /** Records to make, by object: they are not there yet, unless a run before has made them and was cut short. */
  readonly made: PatchesByObject;
  /** Patches of the subjects and of what is named after them, by object: they change what is there, and make nothing. */
  readonly subjects: PatchesByObject;
  /** Not written: told to whoever asked. */
  readonly outcomes: readonly Outcome[];
  /** Records that could not be judged, and what kind of error it was. */
  readonly faults: readonly Fault[];
}

/** A record that could not be judged; never what it holds. */
export interface Fault {
  readonly object: string;
  readonly id: string;
  readonly reason: string;
}

/** A plan being made. */
export interface Draft {
  readonly reverts: Revert[];
  readonly logs: Patch[];
  readonly notices: Patch[];
  readonly tasks: PlannedTask[];
  readonly closedTasks: string[];
  readonly deletedTasks: string[];
  readonly restoredTasks: string[];
  readonly made: Record<string, Patch[]>;
  readonly subjects: Record<string, Patch[]>;
  readonly outcomes: Outcome[];
  readonly faults: Fault[];
}

export const emptyDraft = (): Draft => ({
  reverts: [],
  logs: [],
  notices: [],
  tasks: [],
  closedTasks: [],
  deletedTasks: [],
  restoredTasks: [],
  made: {},
  subjects: {},
  outcomes: [],
  faults: [],
});

const addPatches = (target: Record<string, Patch[]>, source: PatchesByObject): void => {
  for (const [object, patches] of Object.entries(source)) target[object] = [...(target[object] ?? []), ...patches];
};

/** Adds a plan to a draft. */
export const mergeDraft = (target: Draft, source: Plan): void => {
  target.reverts.push(...source.reverts);
  target.logs.push(...source.logs);
  target.notices.push(...source.notices);
  target.tasks.push(...source.tasks);
  target.closedTasks.push(...source.closedTasks);
  target.deletedTasks.push(...source.deletedTasks);
  target.restoredTasks.push(...source.restoredTasks);
  target.faults.push(...source.faults);
  target.outcomes.push(...source.outcomes);
  addPatches(target.made, source.made);
  addPatches(target.subjects, source.subjects);
};

/** Whether a plan writes anything. */
export const isIdle = (plan: Plan): boolean =>
  [plan.reverts, plan.logs, plan.notices, plan.tasks, plan.closedTasks, plan.deletedTasks, plan.restoredTasks].every(
    (list) => list.length === 0,
  ) && [plan.made, plan.subjects].every((by) => Object.values(by).every((patches) => patches.length === 0));
