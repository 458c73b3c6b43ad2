import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { Manifest, ManifestFile } from '../../../workflows/backup/manifest.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { Damage } from './damage.ts';
import { decrypt, encrypt } from './frames.ts';
import type { Secret } from './secret.ts';

/** The name of a file of records; its ending says what it takes to read it. */
export const fileName = (object: string, part: number, isEncrypted: boolean): string =>
  `${object}-${String(part).padStart(4, '0')}.ndjson.zst${isEncrypted ? '.enc' : ''}`;

const BATCH = 64 * 1024;

/** Lines of JSON in chunks worth compressing. */
async function* chunksOf(records: AsyncIterable<TwentyRecord>, count: () => void): AsyncGenerator<Buffer> {
  let text = '';
  for await (const record of records) {
    count();
    text += `${JSON.stringify(record)}\n`;
    if (text.length < BATCH) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

/**
 * Writes records into a file of the same name in several folders at once: lines of JSON, compressed, encrypted where
 * there is a secret. What a run holds in memory does not grow with the number of records.
 */
export const writeLines = async (
  folders: readonly string[],
  file: Pick<ManifestFile, 'name' | 'object'> & { readonly backup: string },
  records: AsyncIterable<TwentyRecord>,
  secret: Secret | null,
): Promise<ManifestFile> => {
  const hash = createHash('sha256');
  let bytes = 0;
  let count = 0;
  const handles: FileHandle[] = [];
  try {
    for (const folder of folders) handles.push(await open(join(folder, file.name), 'w', 0o600));
    await pipeline(
      Readable.from(
        chunksOf(records, () => {
          count += 1;
        }),
      ),
      createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } }),
      async (source: AsyncIterable<Buffer>) => {
        const place = { backup: file.backup, file: file.name };
        for await (const chunk of secret ? encrypt(source, secret, place) : source) {
          hash.update(chunk);
          bytes += chunk.length;
          await Promise.all(handles.map((handle) => handle.writeFile(chunk)));
        }
      },
    );
    await Promise.all(handles.map((handle) => handle.sync()));
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
  return { name: file.name, object: file.object, records: count, bytes, sha256: hash.digest('hex') };
};

/** The lines of a text that comes in chunks, each of which may end within a character. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

const isRecord = (value: unknown): value is TwentyRecord =>
  typeof value === 'object' && value !== null && typeof (value as TwentyRecord).id === 'string';

/**
 * Reads the records of a file of a backup. Its digest, size and count are compared at its end; whoever uses a record
 * before has made sure of the file first.
 * @throws Damage
 */
export async function* readLines(
  folder: string,
  { id }: Pick<Manifest, 'id'>,
  file: ManifestFile,
  secret: Secret | null,
): AsyncGenerator<TwentyRecord> {
  const named = `${id}/${file.name}`;
  const hash = createHash('sha256');
  let bytes = 0;
  const tapped = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const stored = tapped(createReadStream(join(folder, file.name)));
  const packed = secret ? decrypt(stored, secret, { backup: id, file: file.name }) : stored;
  const unpacked = createZstdDecompress();
  let cause: unknown = null;
  const pumped = pipeline(Readable.from(packed), unpacked).catch((error: unknown) => {
    cause = error;
  });
  let count = 0;
  try {
    for await (const line of linesOf(unpacked)) {
      const record: unknown = JSON.parse(line);
      if (!isRecord(record)) throw new Damage(named, 'holds a line that is no record');
      count += 1;
      yield record;
    }
    await pumped;
    if (cause) throw cause;
  } catch (error) {
    if (error instanceof Damage) throw error;
    await pumped;
    if (cause instanceof Damage) throw cause;
    const { code } = (cause ?? error) as NodeJS.ErrnoException;
    throw new Damage(named, code === 'ENOENT' ? 'is missing' : 'is damaged');
  } finally {
    unpacked.destroy();
  }
  if (bytes !== file.bytes) throw new Damage(named, `has ${bytes} bytes instead of ${file.bytes}`);
  if (hash.digest('hex') !== file.sha256) throw new Damage(named, 'is not the file that was written (SHA-256 differs)');
  if (count !== file.records) throw new Damage(named, `has ${count} records instead of ${file.records}`);
}

/** Looks at the digest and size of a file without reading what is in it: all there is to do without the passphrase. */
export const checkFile = async (folder: string, { id }: Pick<Manifest, 'id'>, file: ManifestFile): Promise<void> => {
  const named = `${id}/${file.name}`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(join(folder, file.name))) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (error) {
    throw new Damage(named, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read');
  }
  if (bytes !== file.bytes) throw new Damage(named, `has ${bytes} bytes instead of ${file.bytes}`);
  if (hash.digest('hex') !== file.sha256) throw new Damage(named, 'is not the file that was written (SHA-256 differs)');
};
