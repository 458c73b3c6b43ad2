import type { MatterKind } from '../../objects/taxonomy/matters.ts';
import type { Run } from '../run/run.ts';
import { isOverdue, type Matter, overdueMatter } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import { isLetIn, rememberedKey, type TasksMemory, tasksMemory } from './tasks-memory.ts';

/** Matters of the other kinds with a last day tell of it themselves, into the log as well, or are a manager's as they are. */
const FOLLOWED: ReadonlySet<MatterKind> = new Set<MatterKind>(['DOUBT', 'NEED', 'STAGE', 'GATE']);

/** What a matter is to the manager of whose it is; nothing where nobody else is to see to it. */
const managersMatter = (run: Run, matter: Matter): readonly Matter[] => {
  if (!FOLLOWED.has(matter.kind) || matter.isMet || matter.assigneeId === null || !isOverdue(run, matter)) return [];
  const managerId = run.roster.managerOf(matter.assigneeId);
  if (managerId === null || managerId === matter.assigneeId) return [];
  return [{ ...overdueMatter(run, matter, managerId), recurs: true }];
};

/**
 * A matter whose last day has passed is one of the manager's too, for as long as it is open (3.1.6, 4.2.3, 5.2.5): who
 * ticks off its task does not end it. What was let in by the installation, and so has no task, has none here either.
 */
export const overdueStep: Step<TasksMemory> = {
  memory: tasksMemory,
  follow: (run, { isFirst, matters }, { tasks }) => {
    if (isFirst && run.isInstalling) return {};
    const letIn = new Set(tasks.filter(isLetIn).map(rememberedKey));
    return { matters: matters.filter(({ key }) => !letIn.has(key)).flatMap((matter) => managersMatter(run, matter)) };
  },
};
