import type { TwentyClient } from '../gateway/client.ts';
import { idsOf, keysOf } from '../gateway/filter.ts';
import { type Lists, type NamedQueries, PAGE_SIZE, readNamed } from '../gateway/read.ts';
import { isOwnId } from '../run/record-id.ts';

/** A task is written a moment before its target. */
const MOMENT = 10 * 60_000;

/** What these tasks hang on. */
const targetsOf = (taskIds: readonly string[]) => ({
  object: 'taskTarget',
  filter: taskIds.length > 0 ? { taskId: { in: taskIds } } : null,
  selection: 'taskId',
});

/**
 * Finds the open tasks of the application that hang on nothing. They are read a page at a time, each page with what the
 * tasks of the one before hang on, so that each step may come along with what is read anyway.
 */
export class OpenTasks {
  readonly #before: string;
  #after: string | null = null;
  #isLast = false;
  /** The tasks of the page that was read last. */
  #waiting: readonly string[] = [];
  readonly #orphaned: string[] = [];

  /** @param now ISO 8601 */
  constructor(now: string) {
    this.#before = new Date(Date.parse(now) - MOMENT).toISOString();
  }

  /** What is read next; nothing once all is known. */
  get next(): NamedQueries {
    const conditions = [
      { status: { in: ['TODO', 'IN_PROGRESS'] } },
      { createdBy: { source: { eq: 'APPLICATION' } } },
      { updatedAt: { lte: this.#before } },
      ...(this.#after === null ? [] : [{ id: { gt: this.#after } }]),
    ];
    return {
      tasks: { object: 'task', filter: this.#isLast ? null : { and: conditions }, selection: 'id', isOnePage: true },
      targets: targetsOf(this.#waiting),
    };
  }

  /** Takes what {@link next} found. */
  add({ tasks = [], targets = [] }: Lists): void {
    const held = new Set(keysOf(targets, 'taskId'));
    this.#orphaned.push(...this.#waiting.filter((id) => !held.has(id)));
    const ids = idsOf(tasks);
    this.#waiting = ids.filter(isOwnId);
    this.#isLast ||= tasks.length < PAGE_SIZE;
    this.#after = ids.at(-1) ?? this.#after;
  }

  /** Reads what did not come along with other lists, and gives the tasks that hung on nothing. */
  async orphaned(client: TwentyClient): Promise<readonly string[]> {
    while (!this.#isLast || this.#waiting.length > 0) this.add(await readNamed(client, this.next));
    return this.#orphaned;
  }
}

/** Those of the tasks that still hang on nothing: what was judged meanwhile may have taken some up. */
export const stillOrphaned = async (client: TwentyClient, taskIds: readonly string[]): Promise<readonly string[]> => {
  const held = new Set<string>();
  for (let at = 0; at < taskIds.length; at += PAGE_SIZE) {
    const { targets = [] } = await readNamed(client, { targets: targetsOf(taskIds.slice(at, at + PAGE_SIZE)) });
    for (const id of keysOf(targets, 'taskId')) held.add(id);
  }
  return taskIds.filter((id) => !held.has(id));
};
