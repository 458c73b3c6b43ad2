import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import { VERSION } from '../../../workflows/version.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import type { Operation } from '../import/operations.ts';
import { REASONS } from '../import/reasons.ts';
import { NO_COUNTS, RunFile, type RunState, type Secrets, unfinishedRun } from '../import/run-file.ts';
import { stillToWrite, writeOperations } from '../import/write-operations.ts';

/** Where a command that rewrites records of a term or an option writes, and where it notes what it does. */
export interface RunPlace {
  readonly client: PacedClient;
  /** Address of the workspace. */
  readonly workspace: string;
  /** The folder of the notes, by which the run is taken back. */
  readonly runs: string;
  readonly secrets: Secrets;
  readonly now: () => Date;
  readonly tell: (line: string) => void;
}

/** What a run is about; by digest and options one that was cut off is known again. */
export interface RunSubject {
  readonly object: GovernedObject;
  /** What its name ends with, such as the list and the option. */
  readonly about: readonly string[];
  /** What it is of, for whoever reads the notes. */
  readonly title: string;
  /** Tells it from others: an id, or what was called for. */
  readonly digest: string;
  /** What was called for. */
  readonly options: string;
}

const nameOf = (startedAt: string, about: readonly string[]): string =>
  [startedAt.replace(/[-:.]/g, '').toLowerCase(), ...about].join('-').replace(/[^A-Za-z0-9-]+/g, '-');

/**
 * Writes batches as they come, all of one run: each is noted before it is written, as an import's, and all are taken back
 * as one. A run that was cut off is gone on with. Where there is nothing to write there is no run.
 */
export class BatchWriter {
  readonly #place: RunPlace;
  readonly #subject: RunSubject;
  readonly #failures: WriteFailure[] = [];
  /** Records of the batch that was being written when the run was cut off: its own writing is known, theirs is not. */
  readonly #takenUp = new Set<string>();
  #run: RunFile | null = null;
  #batch = 0;
  #row = 0;

  private constructor(place: RunPlace, subject: RunSubject) {
    this.#place = place;
    this.#subject = subject;
  }

  /** Goes on with a run that was cut off, and finishes the batch that was being written then; else begins with the first. */
  static async open(place: RunPlace, subject: RunSubject): Promise<BatchWriter> {
    const writer = new BatchWriter(place, subject);
    const { object, digest, options } = subject;
    const found = await unfinishedRun(place.runs, { object, digest, options, workspace: place.workspace });
    if (found) await writer.#takeUp(found.file, found.state);
    return writer;
  }

  /** The run; null while nothing was written. */
  get run(): string | null {
    return this.#run?.head.run ?? null;
  }

  get failures(): readonly WriteFailure[] {
    return this.#failures;
  }

  async #takeUp(file: string, { head, batches, through }: RunState): Promise<void> {
    const { client, secrets, tell } = this.#place;
    this.#run = await RunFile.open(file, head, secrets);
    this.#batch = batches;
    this.#row = through;
    tell(`Going on with ${head.run}`);
    for await (const { batch, operations, failed } of this.#run.batches()) {
      if (failed !== null) continue;
      const { open, touched } = await stillToWrite(client, operations);
      for (const { id } of operations) this.#takenUp.add(id);
      for (const { object, id } of touched) {
        this.#failures.push({ object, id, code: 'WRITTEN_SINCE', reason: REASONS.WRITTEN_SINCE });
      }
      await this.#write(this.#run, batch, open);
    }
  }

  async #begin(): Promise<RunFile> {
    const { workspace, runs, secrets, now } = this.#place;
    const { object, title, digest, options, about } = this.#subject;
    const startedAt = now().toISOString();
    const head = { object, file: title, digest, options, workspace, version: VERSION, startedAt };
    return RunFile.begin(runs, { ...head, run: nameOf(startedAt, about) }, secrets);
  }

  async #write(run: RunFile, batch: number, operations: readonly Operation[]): Promise<void> {
    const refused = await writeOperations(this.#place.client, operations);
    this.#failures.push(...refused);
    await run.done(
      batch,
      refused.map(({ id }) => id),
    );
  }

  /** Writes a batch; its operations are numbered on. What was read before a run was gone on with is not written twice. */
  async write(operations: readonly Omit<Operation, 'row'>[]): Promise<void> {
    const open = operations.filter(({ id }) => !this.#takenUp.has(id));
    if (open.length === 0) return;
    this.#run ??= await this.#begin();
    const numbered = open.map((operation, at) => ({ ...operation, row: this.#row + at + 1 }));
    this.#row += open.length;
    this.#batch += 1;
    await this.#run.begin(this.#batch, this.#row, { ...NO_COUNTS, update: this.#row }, numbered);
    await this.#write(this.#run, this.#batch, numbered);
  }

  /** All is written. */
  async end(): Promise<void> {
    await this.#run?.end({ ...NO_COUNTS, update: this.#row });
  }
}
