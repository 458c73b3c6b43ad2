import { WRITE_SIZE, type WriteFailure } from '../../../workflows/gateway/write.ts';
import { Progress } from '../backup/progress.ts';
import type { Operation } from '../import/operations.ts';
import { lockRuns } from '../import/run-file.ts';
import { BatchWriter, type RunPlace, type RunSubject } from './batch-writer.ts';

export interface WrittenRun {
  /** By which `import --undo` takes it back; null where nothing was written. */
  readonly run: string | null;
  readonly failures: readonly WriteFailure[];
}

/**
 * Writes operations in batches, as an import does: each is noted before it is written, and all of them are taken back as
 * one. A record that Twenty refuses holds up none of the others. Cut off, it goes on with the same run when called again.
 * @throws TwentyError where Twenty cannot be reached; what is noted by then can be taken back
 */
export const writeRun = async (
  place: RunPlace,
  subject: RunSubject,
  operations: readonly Operation[],
): Promise<WrittenRun> => {
  const release = await lockRuns(place.runs);
  try {
    const writer = await BatchWriter.open(place, subject);
    const progress = new Progress(operations.length, place.tell);
    for (let at = 0; at < operations.length; at += WRITE_SIZE) {
      const some = operations.slice(at, at + WRITE_SIZE);
      await writer.write(some);
      progress.add(some.length);
    }
    await writer.end();
    return { run: writer.run, failures: writer.failures };
  } finally {
    await release();
  }
};
