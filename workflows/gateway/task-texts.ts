import type { PlannedTask } from '../run/plan.ts';
import { idOf } from '../run/run.ts';
import { reworded, taskText } from '../run/task-text.ts';
import type { RecordsClient } from './client.ts';
import { LIVE_OR_DELETED } from './live-or-deleted.ts';
import { readNamed } from './read.ts';

/**
 * The text to write of each task, by id; none where it stays as it is. Those that are there already are looked at first:
 * what people wrote into them stays.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const textsOf = async (
  client: RecordsClient,
  tasks: readonly PlannedTask[],
): Promise<ReadonlyMap<string, string>> => {
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
  return new Map(
    tasks.flatMap(({ id, body }): [string, string][] => {
      const stood = before.get(id);
      const text = stood === undefined ? taskText(body) : reworded(stood, body);
      return text === null ? [] : [[id, text]];
    }),
  );
};

const blocknoteOf = (body: unknown): string | null => {
  const text = typeof body === 'object' && body !== null && 'blocknote' in body ? body.blocknote : null;
  return typeof text === 'string' ? text : null;
};
