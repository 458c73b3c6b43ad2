import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import { VERSION } from '../../../workflows/version.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import type { Operation } from '../import/operations.ts';
import { REASONS } from '../import/reasons.ts';
import { NO_COUNTS, RunFile, type RunState, type Secrets, unfinishedRun } from '../import/run-file.ts';
import { stillToWrite, writeOperations } from '../import/write-operations.ts';

/** Where is written, and where it is noted what. */
export interface WritePlace {
  readonly client: PacedClient;
  /** Address of the workspace. */
  readonly workspace: string;
  /** The folder of the notes. */
  readonly runs: string;
  readonly secrets: Secrets;
  readonly now: () => Date;
}

/** What is written: by these a run that was cut off is known again. */
export interface WriteSubject {
  readonly object: GovernedObject;
  /** What it is of, for whoever reads the notes. */
  readonly title: string;
  readonly digest: string;
  readonly options: string;
  /** What the run is called after. */
  readonly about: string;
}

/**
 * Writes batches as they come, all of one run: each is noted before it is written, as an import's, and all are taken back
 * as one. A run that was cut off is gone on with. Where there is nothing to write there is no run.
 */
export class BatchWriter {
  readonly #place: WritePlace;
  readonly #subject: WriteSubject;
  readonly #failures: WriteFailure[] = [];
  #run: RunFile | null = null;
  #batch = 0;
  #row = 0;

  private constructor(place: WritePlace, subject: WriteSubject) {
    this.#place = place;
    this.#subject = subject;
  }

  /** Goes on with a run that was cut off, and finishes the batch that was being written then; else begins with the first. */
  static async open(place: WritePlace, subject: WriteSubject): Promise<BatchWriter> {
    const writer = new BatchWriter(place, subject);
    const found = await unfinishedRun(place.runs, { ...subject, workspace: place.workspace });
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
    const { client, secrets } = this.#place;
    this.#run = await RunFile.open(file, head, secrets);
    this.#batch = batches;
    this.#row = through;
    for await (const { batch, operations, failed } of this.#run.batches()) {
      if (failed !== null) continue;
      const { open, touched } = await stillToWrite(client, operations);
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
    const run = `${startedAt.replace(/[-:.]/g, '').toLowerCase()}-${about}`.replace(/[^A-Za-z0-9-]+/g, '-');
    const head = { run, object, file: title, digest, options, workspace, version: VERSION, startedAt };
    return RunFile.begin(runs, head, secrets);
  }

  async #write(run: RunFile, batch: number, operations: readonly Operation[]): Promise<void> {
    const refused = await writeOperations(this.#place.client, operations);
    this.#failures.push(...refused);
    await run.done(
      batch,
      refused.map(({ id }) => id),
    );
  }

  /** Writes a batch; its operations are numbered on. */
  async write(operations: readonly Omit<Operation, 'row'>[]): Promise<void> {
    if (operations.length === 0) return;
    this.#run ??= await this.#begin();
    const numbered = operations.map((operation, at) => ({ ...operation, row: this.#row + at + 1 }));
    this.#row += operations.length;
    this.#batch += 1;
    await this.#run.begin(this.#batch, this.#row, { ...NO_COUNTS, update: this.#row }, numbered);
    await this.#write(this.#run, this.#batch, numbered);
  }

  /** All is written. */
  async end(): Promise<void> {
    await this.#run?.end({ ...NO_COUNTS, update: this.#row });
  }
}
