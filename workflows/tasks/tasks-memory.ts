import { type Slice, texts } from '../memory/slice.ts';

/** What is remembered of tasks. */
export interface TasksMemory {
  /** Open matters that have a task, each with whose it is and a mark of the tags its task names: `key|member|mark`. */
  readonly tasks: readonly string[];
}

export const tasksMemory: Slice<TasksMemory> = (stored) => ({ tasks: texts(stored.tasks) });
