import { type Slice, texts } from '../memory/slice.ts';

/** What is remembered of tasks. */
export interface TasksMemory {
  /** Open matters that have a task, each with whose it is and a mark of the tags its task names: `key|member|mark`. */
  readonly tasks: readonly string[];
}

/** The key of a remembered matter. */
export const rememberedKey = (memory: string): string => memory.split('|', 1)[0] ?? memory;

/** Whether a matter is remembered by its key alone: it was there before the installation, and has no task. */
export const isLetIn = (memory: string): boolean => !memory.includes('|');

export const tasksMemory: Slice<TasksMemory> = (stored) => ({ tasks: texts(stored.tasks) });
