import type { Matter } from '../run/task.ts';
import { taskId, taskOf } from '../run/task.ts';
import type { Step } from '../subject/step.ts';
import { type TasksMemory, tasksMemory } from './tasks-memory.ts';

/** What is remembered of a matter: its key, and whose it is, if anybody's. */
const memoryOf = ({ key, assigneeId }: Matter): string => `${key}|${assigneeId ?? ''}`;
/** The key of a remembered matter. */
export const rememberedKey = (memory: string): string => memory.split('|', 1)[0] ?? memory;

/**
 * Opens the tasks of new matters, hands them on with their matter, and closes those of matters that are over. A task a
 * person closed stays closed: handing it on writes no status. What was open before the installation gets no task.
 */
export const taskStep: Step<TasksMemory> = {
  memory: tasksMemory,
  follow: (run, { object, id, isFirst, matters, merged }, { tasks: remembered }) => {
    if (isFirst && run.isInstalling) return { memory: { tasks: matters.map(({ key }) => key).sort() } };
    const known = new Map(remembered.map((memory) => [rememberedKey(memory), memory]));
    const wanted = new Set(matters.map(({ key }) => key));
    const tasks = matters.flatMap((matter) => {
      const memory = known.get(matter.key);
      // One remembered by its key alone has no task: it was there before the installation.
      const isHandedOn = memory?.includes('|') && matter.assigneeId !== null && memory !== memoryOf(matter);
      const isReopened = memory === undefined && matter.recurs === true;
      return memory === undefined || isHandedOn ? [taskOf(run, object, id, matter, isReopened)] : [];
    });
    const closed = [...known.keys()].filter((key) => !wanted.has(key));
    // What went up in this record may have had a task for the same matter: one of them is enough.
    const ofLosers = merged.fresh.flatMap((loser) => [...wanted].map((key) => taskId(object, loser.id, key)));
    return {
      tasks,
      closedTasks: closed.map((key) => taskId(object, id, key)),
      deletedTasks: ofLosers,
      memory: {
        tasks: matters
          .map((matter) => (known.get(matter.key)?.includes('|') === false ? matter.key : memoryOf(matter)))
          .sort(),
      },
    };
  },
};
