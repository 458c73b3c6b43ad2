import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BACKED_UP, type BackedUpObject, fieldsKept } from '../../../workflows/backup/backed-up.ts';
import {
  type BackupKind,
  backupId,
  bytesIn,
  FORMAT,
  type Manifest,
  type ManifestFile,
  MEMBERS,
  recordsIn,
} from '../../../workflows/backup/manifest.ts';
import { expired, type Retention } from '../../../workflows/backup/retention.ts';
import { TwentyError } from '../../../workflows/gateway/errors.ts';
import type { Filter } from '../../../workflows/gateway/filter.ts';
import { PAGE_SIZE } from '../../../workflows/gateway/read.ts';
import { canonical } from '../../../workflows/rules/canonical.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { UsageError } from '../output.ts';
import { gone, recordsOf } from './chain-records.ts';
import { Damage } from './damage.ts';
import { fileName, readLines, writeLines } from './lines.ts';
import { Progress, timeOf } from './progress.ts';
import { changedSince, countEach, Pages, scopeOf, selectionOf } from './read-pages.ts';
import { newSecret, type Secret, sealOf, secretOf } from './secret.ts';
import { finishBackup, folderOf, linksIn, lockPlaces, namesIn, readLink, removeBackup, UNFINISHED } from './store.ts';
import { type ProvenChain, proveChain, proveFiles } from './verify-chain.ts';
import type { PacedClient } from './workspace-client.ts';

export interface BackupOptions {
  readonly client: PacedClient;
  /** Address of the workspace. */
  readonly workspace: string;
  readonly version: string;
  /** Real folders; see openPlaces. */
  readonly places: readonly string[];
  readonly kind: BackupKind;
  /** Without one the backup is plain, and leaves out what is sensitive. */
  readonly passphrase: string | null;
  readonly now: () => Date;
  readonly tell: (line: string) => void;
  /** Null keeps every backup. */
  readonly retention: Retention | null;
  /** Records in a file: what is lost when a backup is cut off is one file at most. */
  readonly perFile?: number;
  /** For tests and the demonstration, whose passphrases keep nothing. */
  readonly keyCost?: number;
}

export interface BackupReport {
  readonly id: string;
  readonly kind: BackupKind;
  readonly base: string | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly isEncrypted: boolean;
  readonly isResumed: boolean;
  readonly records: number;
  readonly bytes: number;
  readonly calls: number;
  readonly seconds: number;
  readonly digest: string;
  /** Where it was read back and found whole. */
  readonly places: readonly string[];
  /** Places where it was not. */
  readonly failures: readonly string[];
  /** Older backups that were taken out. */
  readonly expired: readonly string[];
}

type Draft = Omit<Manifest, 'finishedAt' | 'seal'>;

/** How far an unfinished backup has come: it stands beside its files in every place. */
interface State {
  readonly draft: Draft;
  /** The object that is next, and where its next page begins. */
  readonly at: { readonly object: number; readonly after: string | null; readonly part: number };
}

const STATE_FILE = 'progress.json';
const PER_FILE = 10_000;
/** Changes are read from before the backup they build on began: this machine's clock and the server's may differ. */
const OVERLAP_MS = 10 * 60_000;

const stateSchema = z.object({
  draft: z.custom<Draft>((value) => typeof value === 'object' && value !== null && 'id' in value),
  at: z.object({ object: z.int().nonnegative(), after: z.string().nullable(), part: z.int().positive() }),
});

const unfinishedFolder = (place: string, id: string): string => `${folderOf(place, id)}${UNFINISHED}`;

const saveState = async (places: readonly string[], state: State): Promise<void> => {
  for (const place of places) {
    const file = join(unfinishedFolder(place, state.draft.id), STATE_FILE);
    await writeFile(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
};

const readState = async (place: string, folder: string): Promise<State | null> => {
  try {
    return stateSchema.parse(JSON.parse(await readFile(join(place, folder, STATE_FILE), 'utf8')));
  } catch {
    return null;
  }
};

/** What a backup that was cut off left, where every place says the same of it; other remains are cleared away. */
const unfinishedOf = async (
  { places, kind, workspace, passphrase, version, tell }: BackupOptions,
  base: Draft['base'],
): Promise<State | null> => {
  const found = await Promise.all(places.map((place) => namesIn(place)));
  const [first = []] = found.map(({ unfinished }) => unfinished);
  const name = first.at(-1);
  if (name) {
    const states = await Promise.all(places.map((place) => readState(place, name)));
    const [state] = states;
    const isSame = state && states.every((one) => canonical(one) === canonical(state));
    const isWanted =
      isSame &&
      state.draft.kind === kind &&
      state.draft.workspace === workspace &&
      state.draft.version === version &&
      canonical(state.draft.base) === canonical(base) &&
      (state.draft.encryption === null) === (passphrase === null);
    if (isWanted) return state;
  }
  for (const [at, { unfinished }] of found.entries()) {
    for (const one of unfinished) {
      tell(`clearing away ${one}, which was cut off and is not what is wanted now`);
      await rm(join(places[at] ?? '', one), { recursive: true });
    }
  }
  return null;
};

/** The chain that an increment builds on: the same in every place. Null, with the reason told, where a full one is due. */
const baseOf = async ({ places, kind, passphrase, workspace, tell }: BackupOptions): Promise<ProvenChain | null> => {
  if (kind === 'FULL') return null;
  const ends: (string | undefined)[] = [];
  for (const place of places) ends.push((await linksIn(place)).links.at(-1)?.digest);
  if (ends.includes(undefined) || new Set(ends).size > 1) {
    tell('Not every place holds the same chain yet: making a full backup');
    return null;
  }
  const chains: ProvenChain[] = [];
  for (const place of places) chains.push(await proveChain(place, passphrase, { areFilesRead: false }));
  const [chain] = chains;
  const manifest = chain?.links[0]?.manifest;
  if (!chain || !manifest) return null;
  if (manifest.workspace !== workspace) {
    throw new UsageError(`the backups in ${chain.place} are of ${manifest.workspace}; give another folder`);
  }
  if ((manifest.encryption === null) !== (passphrase === null)) {
    throw new UsageError(
      manifest.encryption
        ? 'the chain is encrypted: give its passphrase, or make a full backup'
        : 'the chain is plain: make a full backup with the passphrase, which begins an encrypted one',
    );
  }
  return chain;
};

const idsOf = async (records: AsyncIterable<TwentyRecord>): Promise<Set<string>> => {
  const ids = new Set<string>();
  for await (const { id } of records) ids.add(String(id));
  return ids;
};

/** One backup on its way into its places. */
class Writing {
  readonly #options: BackupOptions;
  readonly #secret: Secret | null;
  readonly #base: ProvenChain | null;
  readonly #folders: readonly string[];
  #state: State;

  constructor(options: BackupOptions, secret: Secret | null, base: ProvenChain | null, state: State) {
    this.#options = options;
    this.#secret = secret;
    this.#base = base;
    this.#state = state;
    this.#folders = options.places.map((place) => unfinishedFolder(place, state.draft.id));
  }

  get draft(): Draft {
    return this.#state.draft;
  }

  get #objects(): readonly BackedUpObject[] {
    return BACKED_UP.filter((object) => fieldsKept(object, this.#secret !== null).length > 0);
  }

  get #since(): string | null {
    const base = this.#base?.links.at(-1)?.manifest;
    return base ? new Date(Date.parse(base.startedAt) - OVERLAP_MS).toISOString() : null;
  }

  #filterOf(object: BackedUpObject): Filter {
    return this.#since === null ? scopeOf(object) : changedSince(object, this.#since);
  }

  async #note(file: ManifestFile | null, at: State['at']): Promise<void> {
    const { draft } = this.#state;
    this.#state = { draft: { ...draft, files: file ? [...draft.files, file] : draft.files }, at };
    await saveState(this.#options.places, this.#state);
  }

  async #write(object: string, part: number, records: AsyncIterable<TwentyRecord>): Promise<ManifestFile> {
    const file = { name: fileName(object, part, this.#secret !== null), object, backup: this.draft.id };
    return writeLines(this.#folders, file, records, this.#secret);
  }

  /** Writes what is left of an object, a file after another. */
  async #writeObject(object: BackedUpObject, index: number, progress: Progress): Promise<void> {
    const { client, perFile = PER_FILE } = this.#options;
    let { after, part } = this.#state.at;
    const selection = selectionOf(object, this.#secret !== null);
    const pages = new Pages(client, object.name, { filter: this.#filterOf(object), selection, after });
    for (let first = await pages.next(); first; first = await pages.next()) {
      let page: readonly TwentyRecord[] | null = first;
      const records = async function* (): AsyncGenerator<TwentyRecord> {
        for (let count = 0; page; page = count < perFile ? await pages.next() : null) {
          yield* page;
          count += page.length;
          progress.add(page.length);
        }
      };
      const file = await this.#write(object.name, part, records());
      ({ cursor: after } = pages);
      part += 1;
      await this.#note(file, { object: index, after, part });
    }
    if (this.#base) await this.#writeGone(object, index, part, this.#base);
    await this.#note(null, { object: index + 1, after: null, part: 1 });
  }

  /** Says which records are gone for good: nobody tells of them, there are only fewer than there were. */
  async #writeGone(object: BackedUpObject, index: number, part: number, base: ProvenChain): Promise<void> {
    const { client } = this.#options;
    const [folder = ''] = this.#folders;
    const known = await idsOf(recordsOf(base, object.name));
    for (const file of this.draft.files.filter((one) => one.object === object.name)) {
      for await (const { id } of readLines(folder, this.draft, file, this.#secret)) known.add(String(id));
    }
    const filter = scopeOf(object);
    const counts = await countEach(client, [{ object: object.name, filter }]);
    if ((counts.get(object.name) ?? 0) >= known.size) return;
    const pages = new Pages(client, object.name, { filter, selection: 'id', after: null });
    for (let page = await pages.next(); page; page = await pages.next()) {
      for (const { id } of page) known.delete(String(id));
    }
    if (known.size === 0) return;
    const lines = async function* (): AsyncGenerator<TwentyRecord> {
      for (const id of known) yield gone(id);
    };
    await this.#note(await this.#write(object.name, part, lines()), { object: index, after: null, part: part + 1 });
  }

  async #writeMembers(index: number): Promise<void> {
    const { client } = this.#options;
    const selection = 'id createdAt updatedAt userEmail name{firstName lastName}';
    const pages = new Pages(client, MEMBERS, { filter: {}, selection, after: null });
    const records = async function* (): AsyncGenerator<TwentyRecord> {
      for (let page = await pages.next(); page; page = await pages.next()) yield* page;
    };
    await this.#note(await this.#write(MEMBERS, 1, records()), { object: index + 1, after: null, part: 1 });
  }

  /** Writes all that is left. */
  async run(): Promise<void> {
    const { client, tell } = this.#options;
    const objects = this.#objects;
    const queries = objects.map((object) => ({ object: object.name, filter: this.#filterOf(object) }));
    const counts = await countEach(client, queries);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const written = recordsIn(this.draft);
    const calls = [...counts.values()].reduce((sum, count) => sum + Math.ceil(count / PAGE_SIZE), 0);
    const rest = Math.ceil(calls * (1 - Math.min(1, written / Math.max(total, 1))));
    tell(
      `${(total - written).toLocaleString('en')} records in ${rest} pages: about ${timeOf(rest)} at the pace of API keys`,
    );
    const progress = new Progress(total, tell);
    if (written > 0) progress.add(written);
    const begun = this.#state.at.object;
    for (const [index, object] of objects.entries()) {
      if (index >= begun) await this.#writeObject(object, index, progress);
    }
    if (begun <= objects.length) await this.#writeMembers(objects.length);
  }
}

/** Reads an unfinished backup back from a place and makes it one; what does not come back as it went is taken out. */
const finish = async (place: string, manifest: Manifest, secret: Secret | null): Promise<string> => {
  const folder = unfinishedFolder(place, manifest.id);
  try {
    await proveFiles(folder, manifest, secret);
    await rm(join(folder, STATE_FILE));
    await finishBackup(place, manifest);
    return (await readLink(place, manifest.id)).digest;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
};

const writeLocked = async (options: BackupOptions): Promise<BackupReport> => {
  const { client, places, passphrase, now, tell, workspace, version, retention, keyCost } = options;
  const began = performance.now();
  const base = await baseOf(options);
  const kind: BackupKind = base ? 'INCREMENTAL' : 'FULL';
  const last = base?.links.at(-1);
  const onto = last ? { id: last.manifest.id, digest: last.digest } : null;
  const unfinished = await unfinishedOf({ ...options, kind }, onto);
  const encryption = unfinished?.draft.encryption ?? null;
  const inherited = base?.secret ?? (encryption && passphrase !== null ? await secretOf(passphrase, encryption) : null);
  const secret = inherited ?? (passphrase === null ? null : await newSecret(passphrase, keyCost));
  const startedAt = now();
  const state = unfinished ?? {
    draft: {
      format: FORMAT,
      id: backupId(startedAt, kind),
      kind,
      base: onto,
      version,
      workspace,
      startedAt: startedAt.toISOString(),
      encryption: secret?.encryption ?? null,
      files: [],
    },
    at: { object: 0, after: null, part: 1 },
  };
  if (unfinished) tell(`Going on with ${state.draft.id}, which was cut off`);
  for (const place of places) await mkdir(unfinishedFolder(place, state.draft.id), { recursive: true, mode: 0o700 });
  const writing = new Writing(options, secret, base, state);
  await writing.run();

  const unsealed = { ...writing.draft, finishedAt: now().toISOString() };
  const manifest: Manifest = { ...unsealed, seal: sealOf(unsealed, secret) };
  const proven: string[] = [];
  const failures: Damage[] = [];
  let digest = '';
  tell(`Reading it back from ${places.length} ${places.length === 1 ? 'place' : 'places'}`);
  for (const place of places) {
    try {
      digest = await finish(place, manifest, secret);
      proven.push(place);
    } catch (error) {
      if (error instanceof TwentyError) throw error;
      failures.push(error instanceof Damage ? error : new Damage(place, (error as Error).message));
    }
  }
  const [failure] = failures;
  if (proven.length === 0 && failure) throw failure;
  const old = retention ? expired((await linksIn(proven[0] ?? '')).links, retention) : [];
  for (const place of proven) {
    const { finished } = await namesIn(place);
    for (const id of old.filter((one) => finished.includes(one))) await removeBackup(place, id);
  }
  return {
    id: manifest.id,
    kind,
    base: onto?.id ?? null,
    startedAt: manifest.startedAt,
    finishedAt: manifest.finishedAt,
    isEncrypted: secret !== null,
    isResumed: unfinished !== null,
    records: recordsIn(manifest),
    bytes: bytesIn(manifest),
    calls: client.calls(),
    seconds: (performance.now() - began) / 1000,
    digest,
    places: proven,
    failures: failures.map(({ message }) => message),
    expired: old,
  };
};

/**
 * Makes a backup of what the policy governs in every place, and reads it back from each. Cut off, it goes on at the next
 * call. Once it is proven, older ones are taken out as the retention says.
 * @throws Damage where the chain it would build on is not whole, or no place took it
 * @throws UsageError where another backup is being written to one of the places
 * @throws TwentyError when Twenty refuses or cannot be reached: what was written stays for the next call
 */
export const writeBackup = async (options: BackupOptions): Promise<BackupReport> => {
  const release = await lockPlaces(options.places);
  try {
    return await writeLocked(options);
  } finally {
    await release();
  }
};
