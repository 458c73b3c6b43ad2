import { leavesWaiting } from '../completion/leaves-waiting.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { WRITE_SIZE, type WriteFailure, writePlan } from '../gateway/write.ts';
import { MATCH_KEYS } from '../judgement/match-keys.ts';
import { type Draft, emptyDraft, type Fault, mergeDraft, type Plan } from '../run/plan.ts';

/** Gathers the plans of many pages, so that few changes cost few requests. */
export class Outbox {
  readonly #client: TwentyClient;
  #draft: Draft = emptyDraft();
  written = 0;
  /** Whether some record was given another key to be told from its namesakes by. */
  hasNewKeys = false;
  /** Whether something was found incomplete that waits for its turn. */
  hasWaiting = false;
  /** Customers that are verified no more: their deals may have been judged before them. */
  readonly unverified: string[] = [];
  readonly failures: WriteFailure[] = [];
  readonly faults: Fault[] = [];

  constructor(client: TwentyClient) {
    this.#client = client;
  }

  /** Adds a plan, and writes when a list of them is full. Memory stays as large as one request. */
  async add(plan: Plan): Promise<void> {
    const patches = Object.values(plan.subjects).flat();
    if (patches.some(({ fields }) => MATCH_KEYS.some((key) => key in fields))) this.hasNewKeys = true;
    this.hasWaiting ||= leavesWaiting(plan);
    for (const { id, fields } of plan.subjects.company ?? []) {
      if (fields.tagVerification !== undefined) this.unverified.push(id);
    }
    const draft = this.#draft;
    mergeDraft(draft, plan);
    const { logs, notices, tasks, closedTasks, deletedTasks, restoredTasks, made, subjects } = draft;
    const others = [...Object.values(made), ...Object.values(subjects)];
    const lists = [logs, notices, tasks, closedTasks, deletedTasks, restoredTasks, ...others];
    if (lists.some((list) => list.length >= WRITE_SIZE)) await this.flush();
  }

  /** Writes what is gathered. */
  async flush(): Promise<void> {
    const draft = this.#draft;
    this.#draft = emptyDraft();
    const { written, failures } = await writePlan(this.#client, draft);
    this.written += written;
    this.failures.push(...failures);
    this.faults.push(...draft.faults);
  }
}
