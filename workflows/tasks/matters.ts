import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { Run } from '../run/run.ts';
import { type Matter, openTask, taskId } from '../run/task.ts';

/** What is remembered of a matter: its key, and whose it is, if anybody's. */
const memoryOf = ({ key, assigneeId }: Matter): string => `${key}|${assigneeId ?? ''}`;
/** The key of a remembered matter. */
export const rememberedKey = (memory: string): string => memory.split('|', 1)[0] ?? memory;

/**
 * Opens the tasks of new matters, hands them on with their matter, and closes those of matters that are over. Returns
 * what to remember. A task a person closed stays closed: handing it on writes no status.
 */
export const followMatters = (
  run: Run,
  object: GovernedObject,
  subjectId: string,
  remembered: readonly string[],
  matters: readonly Matter[],
): readonly string[] => {
  const known = new Map(remembered.map((memory) => [rememberedKey(memory), memory]));
  const wanted = new Set(matters.map((matter) => matter.key));
  for (const matter of matters) {
    const memory = known.get(matter.key);
    // One remembered by its key alone has no task: it was there before the installation.
    const isHandedOn = memory?.includes('|') && matter.assigneeId !== null && memory !== memoryOf(matter);
    const isReopened = memory === undefined && matter.recurs === true;
    if (memory === undefined || isHandedOn) openTask(run, object, subjectId, matter, isReopened);
  }
  for (const key of known.keys()) if (!wanted.has(key)) run.draft.closedTasks.push(taskId(object, subjectId, key));
  return matters
    .map((matter) => (known.get(matter.key)?.includes('|') === false ? matter.key : memoryOf(matter)))
    .sort();
};
