import type { GovernedObject } from '../../../objects/taxonomy/index.ts';
import { WRITE_SIZE, type WriteFailure } from '../../../workflows/gateway/write.ts';
import { VERSION } from '../../../workflows/version.ts';
import { Progress } from '../backup/progress.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import type { Operation } from '../import/operations.ts';
import { lockRuns, NO_COUNTS, RunFile, type Secrets } from '../import/run-file.ts';
import { writeOperations } from '../import/write-operations.ts';

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

/** What a run is about. */
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

export interface WrittenRun {
  /** By which `import --undo` takes it back. */
  readonly run: string;
  readonly failures: readonly WriteFailure[];
}

const nameOf = (startedAt: string, about: readonly string[]): string =>
  [startedAt.replace(/[-:.]/g, '').toLowerCase(), ...about].join('-').replace(/[^A-Za-z0-9-]+/g, '-');

/**
 * Writes operations in batches, as an import does: each is noted before it is written, and all of them are taken back as
 * one. A record that Twenty refuses holds up none of the others.
 * @throws TwentyError where Twenty cannot be reached; what is noted by then can be taken back
 */
export const writeRun = async (
  { client, workspace, runs, secrets, now, tell }: RunPlace,
  { object, about, title, digest, options }: RunSubject,
  operations: readonly Operation[],
): Promise<WrittenRun> => {
  const release = await lockRuns(runs);
  try {
    const startedAt = now().toISOString();
    const head = { object, file: title, digest, options, workspace, version: VERSION, startedAt };
    const run = await RunFile.begin(runs, { ...head, run: nameOf(startedAt, about) }, secrets);
    const progress = new Progress(operations.length, tell);
    const failures: WriteFailure[] = [];
    let counts = NO_COUNTS;
    for (let at = 0; at < operations.length; at += WRITE_SIZE) {
      const some = operations.slice(at, at + WRITE_SIZE);
      const batch = at / WRITE_SIZE + 1;
      counts = { ...counts, update: counts.update + some.length };
      await run.begin(batch, at + some.length, counts, some);
      const refused = await writeOperations(client, some);
      failures.push(...refused);
      await run.done(
        batch,
        refused.map(({ id }) => id),
      );
      progress.add(some.length);
    }
    await run.end(counts);
    return { run: run.head.run, failures };
  } finally {
    await release();
  }
};
