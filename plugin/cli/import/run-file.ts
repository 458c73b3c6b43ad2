import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/index.ts';
import { newSecret, type Secret, secretOf } from '../backup/secret.ts';
import { lockPlaces, openPlaces } from '../backup/store.ts';
import { UsageError } from '../output.ts';
import type { Operation } from './operations.ts';

/**
 * What an import notes of itself, so that it can go on and be undone: a line as it begins, two for each batch (before it
 * is written, with what was there and what will be, and after), one at its end. What records hold is compressed and
 * encrypted by a key made of the passphrase, or of the API key where there is none: no tag lies on the disk in plain.
 */

const headSchema = z.object({
  run: z.string().regex(/^[A-Za-z0-9-]+$/),
  object: z.enum(GOVERNED_OBJECTS),
  file: z.string(),
  digest: z.string(),
  /** What else decides what is written: how columns are read, what was decided. */
  options: z.string(),
  workspace: z.string(),
  version: z.string(),
  startedAt: z.string(),
  isByPassphrase: z.boolean(),
  encryption: z.object({ cipher: z.literal('aes-256-gcm'), kdf: z.literal('scrypt'), cost: z.int(), salt: z.string() }),
});
export type RunHead = z.infer<typeof headSchema>;

/** What became of rows, by verdict. */
export const countsSchema = z.object({
  create: z.int(),
  update: z.int(),
  same: z.int(),
  conflict: z.int(),
  left: z.int(),
});
export type Counts = z.infer<typeof countsSchema>;

const lineSchema = z.union([
  z.object({ head: headSchema }),
  z.object({ begin: z.object({ batch: z.int(), through: z.int(), counts: countsSchema, sealed: z.string() }) }),
  z.object({ done: z.object({ batch: z.int(), failed: z.array(z.string()) }) }),
  z.object({ end: z.object({ counts: countsSchema }) }),
  z.object({ undone: z.object({ at: z.string() }) }),
]);
type Line = z.infer<typeof lineSchema>;

/** A batch as it was noted: the row it goes through, what it writes, and which records Twenty did not take. */
export interface NotedBatch {
  readonly batch: number;
  readonly through: number;
  readonly counts: Counts;
  readonly operations: readonly Operation[];
  /** Null while it is not known to be written. */
  readonly failed: readonly string[] | null;
}

/** How far a run has come. */
export interface RunState {
  readonly head: RunHead;
  readonly batches: number;
  readonly through: number;
  readonly counts: Counts;
  readonly isOver: boolean;
  readonly isUndone: boolean;
}

/** Slow derivation is for what people think of; an API key is long and random. */
const API_KEY_COST = 2 ** 10;

const ENDING = '.import.ndjson';
export const runFileOf = (folder: string, run: string): string => join(folder, `${run}${ENDING}`);
export const NO_COUNTS: Counts = { create: 0, update: 0, same: 0, conflict: 0, left: 0 };

const parsed = (text: string): Line | null => {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** The lines of a run; a last one that was cut off is none. */
async function* linesOf(file: string): AsyncGenerator<Line> {
  const damaged = (): UsageError => new UsageError(`${file} is damaged; it cannot be gone on with, nor undone`);
  const stream = createReadStream(file, 'utf8');
  let broken = false;
  for await (const text of createInterface({ input: stream })) {
    if (broken) throw damaged();
    const line = parsed(text);
    if (line) yield line;
    else broken = true;
  }
}

/** How far a run has come. @throws UsageError for a file that is none of a run */
export const stateOf = async (file: string): Promise<RunState> => {
  let state: RunState | null = null as RunState | null;
  for await (const line of linesOf(file)) {
    if ('head' in line) {
      const { head } = line;
      state = { head, batches: 0, through: 0, counts: NO_COUNTS, isOver: false, isUndone: false };
    } else if (state && 'begin' in line) {
      const { batch, through, counts } = line.begin;
      state = { ...state, batches: batch, through, counts };
    } else if (state && 'end' in line) state = { ...state, counts: line.end.counts, isOver: true };
    else if (state && 'undone' in line) state = { ...state, isUndone: true };
  }
  if (!state) throw new UsageError(`${file} is no file of an import`);
  return state;
};

/** The runs of a folder by their files, oldest first. */
export const runsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING)).sort();

/** The file of a run that is given by its id or by its file. @throws UsageError where there is none */
export const findRun = async (folder: string, run: string): Promise<string> => {
  for (const file of [runFileOf(folder, run), run]) {
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      return file;
  }
  const known = (await runsIn(folder)).slice(-5).map((name) => name.slice(0, -ENDING.length));
  throw new UsageError(
    `there is no run ${run} in ${folder}${known.length > 0 ? `; the last are ${known.join(', ')}` : ''}`,
  );
};

const NONCE = 12;
const TAG = 16;

const seal = (operations: readonly Operation[], key: Buffer, place: string): string => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = zstdCompressSync(Buffer.from(JSON.stringify(operations)));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
};

const unseal = (sealed: string, key: Buffer, place: string): readonly Operation[] | null => {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    return JSON.parse(zstdDecompressSync(text).toString('utf8')) as readonly Operation[];
  } catch {
    return null;
  }
};

/** Keeps two imports, or an import and its undoing, from writing at once: each would take what the other does for somebody's. */
export const lockRuns = async (folder: string): Promise<() => Promise<void>> =>
  lockPlaces(await openPlaces([folder]), 'import');

/** The length of a file without a last line that was cut off. */
const lengthOfLines = async (file: string): Promise<number> => {
  let length = 0;
  let before = 0;
  for await (const chunk of createReadStream(file)) {
    const last = (chunk as Buffer).lastIndexOf(10);
    if (last >= 0) length = before + last + 1;
    before += (chunk as Buffer).length;
  }
  return length;
};

/** The notes of a run, to be added to and read. */
export class RunFile {
  readonly file: string;
  readonly head: RunHead;
  readonly #key: Buffer;

  private constructor(file: string, head: RunHead, secret: Secret) {
    this.file = file;
    this.head = head;
    this.#key = secret.keyFor(`import ${head.run}`);
  }

  /** Begins a run. */
  static async begin(
    folder: string,
    head: Omit<RunHead, 'encryption' | 'isByPassphrase'>,
    secrets: Secrets,
  ): Promise<RunFile> {
    const { passphrase, key, keyCost } = secrets;
    const secret = passphrase === null ? await newSecret(key, API_KEY_COST) : await newSecret(passphrase, keyCost);
    const whole: RunHead = { ...head, isByPassphrase: passphrase !== null, encryption: secret.encryption };
    const run = new RunFile(runFileOf(folder, head.run), whole, secret);
    await mkdir(folder, { recursive: true });
    await run.#add({ head: whole });
    return run;
  }

  /** Opens a run to go on with it, or to undo it: a line that was cut off is taken away. */
  static async open(file: string, head: RunHead, { passphrase, key }: Secrets): Promise<RunFile> {
    if (head.isByPassphrase && passphrase === null) {
      throw new UsageError(`the run ${head.run} was encrypted with a passphrase; give it`);
    }
    await truncate(file, await lengthOfLines(file));
    return new RunFile(file, head, await secretOf(head.isByPassphrase ? (passphrase ?? '') : key, head.encryption));
  }

  async #add(line: Line): Promise<void> {
    try {
      await appendFile(this.file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
      const handle = await open(this.file);
      await handle.sync().finally(() => handle.close());
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(`${this.file} cannot be written (${code}); name another folder with --runs`);
    }
  }

  /** Notes a batch before it is written. */
  begin(batch: number, through: number, counts: Counts, operations: readonly Operation[]): Promise<void> {
    return this.#add({ begin: { batch, through, counts, sealed: seal(operations, this.#key, String(batch)) } });
  }

  /** Notes that a batch is written, and which records were refused. */
  done(batch: number, failed: readonly string[]): Promise<void> {
    return this.#add({ done: { batch, failed: [...failed] } });
  }

  end(counts: Counts): Promise<void> {
    return this.#add({ end: { counts } });
  }

  undone(at: string): Promise<void> {
    return this.#add({ undone: { at } });
  }

  /** The batches of the run in their order; one is in memory at a time. */
  async *batches(): AsyncGenerator<NotedBatch> {
    let noted: NotedBatch | null = null as NotedBatch | null;
    for await (const line of linesOf(this.file)) {
      if ('begin' in line) {
        const { batch, through, counts, sealed } = line.begin;
        const operations = unseal(sealed, this.#key, String(batch));
        if (!operations) {
          throw new UsageError(
            `${this.file} cannot be read with this ${this.head.isByPassphrase ? 'passphrase' : 'key'}; give the one the import was made with`,
          );
        }
        if (noted) yield noted;
        noted = { batch, through, counts, operations, failed: null };
      } else if ('done' in line && noted?.batch === line.done.batch) noted = { ...noted, failed: line.done.failed };
    }
    if (noted) yield noted;
  }
}

/** What the notes of a run are encrypted with: the passphrase, else the API key, which whoever goes on or undoes has too. */
export interface Secrets {
  readonly passphrase: string | null;
  readonly key: string;
  /** For tests, whose passphrases keep nothing. */
  readonly keyCost?: number;
}

/** A run of this file that was cut off, to be gone on with; null when there is none. */
export const unfinishedRun = async (
  folder: string,
  wanted: {
    readonly object: GovernedObject;
    readonly digest: string;
    readonly options: string;
    readonly workspace: string;
  },
): Promise<{ readonly file: string; readonly state: RunState } | null> => {
  for (const name of [...(await runsIn(folder))].reverse()) {
    const file = join(folder, name);
    const state = await stateOf(file).catch(() => null);
    if (!state || state.isOver || state.isUndone) continue;
    const { head } = state;
    const isSame =
      head.object === wanted.object &&
      head.digest === wanted.digest &&
      head.options === wanted.options &&
      head.workspace === wanted.workspace;
    if (isSame) return { file, state };
  }
  return null;
};
