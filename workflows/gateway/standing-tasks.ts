import type { PlannedTask } from '../run/plan.ts';
import { idOf } from '../run/run.ts';
import { reworded, taskText } from '../run/task-text.ts';
import type { RecordsClient } from './client.ts';
import { LIVE_OR_DELETED } from './live-or-deleted.ts';
import { readNamed } from './read.ts';

/** A task, and how it stands before it is written. */
export interface StandingTask {
  readonly task: PlannedTask;
  readonly isThere: boolean;
  /** What it says from now on, as Twenty's editor keeps it; null where that stays as it is. */
  readonly text: string | null;
}

/**
 * How each task stands. Those that may be there already are looked at: what people wrote into them stays.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const standingTasks = async (
  client: RecordsClient,
  tasks: readonly PlannedTask[],
): Promise<readonly StandingTask[]> => {
  const rewritten = tasks.filter(({ isRewritten }) => isRewritten).map(({ id }) => id);
  const { found = [] } = await readNamed(client, {
    found: {
      object: 'task',
      // Written anew, a deleted one comes back.
      filter: rewritten.length > 0 ? { and: [{ id: { in: rewritten } }, LIVE_OR_DELETED] } : null,
      selection: 'id bodyV2{blocknote}',
    },
  });
  const before = new Map(found.map((record) => [idOf(record), blocknoteOf(record.bodyV2)]));
  return tasks.map((task) => {
    const stood = before.get(task.id);
    const isThere = stood !== undefined;
    return { task, isThere, text: isThere ? reworded(stood, task.body) : taskText(task.body) };
  });
};

const blocknoteOf = (body: unknown): string | null => {
  const text = typeof body === 'object' && body !== null && 'blocknote' in body ? body.blocknote : null;
  return typeof text === 'string' ? text : null;
};
