import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { FORMAT, type Link, MANIFEST_FILE, type Manifest } from '../../../workflows/backup/manifest.ts';
import { json, UsageError } from '../output.ts';
import { Damage } from './damage.ts';

/** A folder that backups are kept in, each in a folder of its own named by its id. */

const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** No path leads out of the backup's folder. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

const manifestSchema: z.ZodType<Manifest> = z.object({
  format: z.literal(FORMAT),
  id: name,
  kind: z.enum(['FULL', 'INCREMENTAL']),
  base: z.object({ id: name, digest: hex }).nullable(),
  version: z.string(),
  workspace: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  encryption: z
    .object({
      cipher: z.literal('aes-256-gcm'),
      kdf: z.literal('scrypt'),
      cost: z.int().positive(),
      salt: z.base64(),
    })
    .nullable(),
  files: z.array(
    z.object({ name, object: name, records: z.int().nonnegative(), bytes: z.int().nonnegative(), sha256: hex }),
  ),
  seal: hex,
});

/** What the name of a backup that is not finished ends with. */
export const UNFINISHED = '.part';
const ID = /^\d{4}-\d{2}-\d{2}T\d{6}Z-(?:full|incremental)$/;

export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const folderOf = (place: string, id: string): string => join(place, id);

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The real folders of places, made where they are not there yet. @throws UsageError when two are one */
export const openPlaces = async (paths: readonly string[]): Promise<readonly string[]> => {
  const places: string[] = [];
  for (const path of paths) {
    try {
      await mkdir(path, { recursive: true });
      places.push(await realpath(path));
    } catch (error) {
      throw new UsageError(
        `${path} cannot be used (${(error as NodeJS.ErrnoException).code}); give a folder to write to`,
      );
    }
  }
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice) throw new UsageError(`${twice} is given twice; the places of a backup must be different ones`);
  return places;
};

/** How many disks the places lie on, as far as the system tells. */
export const disksOf = async (places: readonly string[]): Promise<number> =>
  new Set(await Promise.all(places.map(async (place) => (await stat(place)).dev))).size;

/** The folders of backups in a place, oldest first; unfinished ones apart. */
export const namesIn = async (
  place: string,
): Promise<{ readonly finished: readonly string[]; readonly unfinished: readonly string[] }> => {
  const names = await readdir(place).catch((error: unknown) => {
    throw new UsageError(isMissing(error) ? `there is no folder ${place}` : `${place} cannot be read`);
  });
  const unfinished = names.filter((one) => one.endsWith(UNFINISHED) && ID.test(one.slice(0, -UNFINISHED.length)));
  return { finished: names.filter((one) => ID.test(one)).sort(), unfinished: unfinished.sort() };
};

/** Reads the manifest of a backup. @throws Damage */
export const readLink = async (place: string, id: string): Promise<Link> => {
  const named = `${id}/${MANIFEST_FILE}`;
  const bytes = await readFile(join(folderOf(place, id), MANIFEST_FILE)).catch((error: unknown) => {
    throw new Damage(named, isMissing(error) ? 'is missing' : 'cannot be read');
  });
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Damage(named, 'is damaged (no JSON)');
  }
  const read = manifestSchema.safeParse(content);
  if (!read.success) throw new Damage(named, 'is damaged, or of another version');
  if (read.data.id !== id) throw new Damage(named, `is that of ${read.data.id}`);
  return { manifest: read.data, digest: digestOf(bytes) };
};

/** The manifests of a place that can be read, and what is wrong with the others. */
export const linksIn = async (
  place: string,
): Promise<{ readonly links: readonly Link[]; readonly damages: readonly Damage[] }> => {
  const { finished } = await namesIn(place);
  const links: Link[] = [];
  const damages: Damage[] = [];
  for (const id of finished) {
    try {
      links.push(await readLink(place, id));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      damages.push(error);
    }
  }
  return { links, damages };
};

/** Writes the manifest of an unfinished backup and gives the folder its name: from then on it is one. */
export const finishBackup = async (place: string, manifest: Manifest): Promise<string> => {
  const folder = folderOf(place, manifest.id);
  const content = `${json(manifest)}\n`;
  await writeFile(join(`${folder}${UNFINISHED}`, MANIFEST_FILE), content, { mode: 0o600 });
  await rename(`${folder}${UNFINISHED}`, folder);
  return digestOf(content);
};

const LOCK_FILE = '.lock';

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Whether a lock was left by a process of this machine that is gone. */
const isLeft = (holder: string): boolean => {
  const [pid = '', host] = holder.split(' ');
  return host === hostname() && !isRunning(Number(pid));
};

/**
 * Keeps others from writing to places as long as a backup, or another command's work, is written there: two at a time would each take what the other
 * has begun for its own. Returns how the places are let go.
 * @throws UsageError where another is at work
 */
export const lockPlaces = async (places: readonly string[], what = 'backup'): Promise<() => Promise<void>> => {
  const held: string[] = [];
  const release = async (): Promise<void> => {
    for (const file of held) await rm(file, { force: true });
  };
  for (const place of places) {
    const file = join(place, LOCK_FILE);
    const own = { flag: 'wx', mode: 0o600 };
    const holder = await readFile(file, 'utf8').catch(() => null);
    if (holder !== null && isLeft(holder)) await rm(file, { force: true });
    try {
      await writeFile(file, `${process.pid} ${hostname()}`, own);
    } catch {
      await release();
      throw new UsageError(
        `another ${what} is being written to ${place} (${holder ?? 'unknown'}); if it is not, delete ${file}`,
      );
    }
    held.push(file);
  }
  return release;
};

/** Takes a backup out of a place: first its name, so that half of it is never taken for a backup. */
export const removeBackup = async (place: string, id: string): Promise<void> => {
  const folder = folderOf(place, id);
  await rename(folder, `${folder}.removed`);
  await rm(`${folder}.removed`, { recursive: true });
};
