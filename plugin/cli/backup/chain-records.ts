import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { readLines } from './lines.ts';
import { folderOf } from './store.ts';
import type { ProvenChain } from './verify-chain.ts';

/** A line of a backup that says that a record is gone for good. */
export const gone = (id: string): TwentyRecord => ({ id, isDestroyed: true });

/**
 * The records of an object as a chain leaves them: newest backup first, each record once; what was destroyed is left
 * out. Ids alone are held in memory. `onRead` is told of every line.
 */
export async function* recordsOf(
  { place, links, secret }: Pick<ProvenChain, 'place' | 'links' | 'secret'>,
  object: string,
  onRead: () => void = () => {},
): AsyncGenerator<TwentyRecord> {
  const seen = new Set<unknown>();
  for (const { manifest } of links.toReversed()) {
    const folder = folderOf(place, manifest.id);
    for (const file of manifest.files.filter((one) => one.object === object)) {
      for await (const record of readLines(folder, manifest, file, secret)) {
        onRead();
        if (seen.has(record.id)) continue;
        seen.add(record.id);
        if (record.isDestroyed !== true) yield record;
      }
    }
  }
}
