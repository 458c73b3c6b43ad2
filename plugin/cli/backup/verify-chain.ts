import { BACKED_UP } from '../../../workflows/backup/backed-up.ts';
import { type Chain, chainTo } from '../../../workflows/backup/chain.ts';
import { type Link, MANIFEST_FILE, type Manifest, MEMBERS } from '../../../workflows/backup/manifest.ts';
import { UsageError } from '../output.ts';
import { Damage } from './damage.ts';
import { checkFile, readLines } from './lines.ts';
import { type Secret, sealOf, secretOf } from './secret.ts';
import { folderOf, linksIn } from './store.ts';

/** A chain that was read through and found whole. */
export interface ProvenChain {
  readonly place: string;
  readonly links: readonly Link[];
  /** Null where it is plain. */
  readonly secret: Secret | null;
  /** False where it is encrypted and there was no passphrase: digests alone were compared. */
  readonly isRead: boolean;
  readonly files: number;
  readonly bytes: number;
}

const damageOf = (chain: Exclude<Chain, { fault: null }>): Damage => {
  const { fault, id, of } = chain;
  const file = `${id}/${MANIFEST_FILE}`;
  if (fault === 'LINK_MISSING') return new Damage(file, `is missing, and ${of} builds on it`);
  return new Damage(file, `is not the one that ${of} builds on`);
};

/** The secret that opens a chain; null where it is plain or there is no passphrase. */
const secretFor = async (links: readonly Link[], passphrase: string | null): Promise<Secret | null> => {
  const encryption = links[0]?.manifest.encryption;
  return encryption && passphrase !== null ? secretOf(passphrase, encryption) : null;
};

const KNOWN: ReadonlySet<string> = new Set([...BACKED_UP.map(({ name }) => name), MEMBERS]);

const checkManifest = ({ manifest }: Link, { manifest: first }: Link, secret: Secret | null): void => {
  const named = `${manifest.id}/${MANIFEST_FILE}`;
  if (JSON.stringify(manifest.encryption) !== JSON.stringify(first.encryption)) {
    throw new Damage(named, 'is encrypted otherwise than the chain');
  }
  if (manifest.workspace !== first.workspace) throw new Damage(named, 'is of another workspace than the chain');
  const isSealed = secret !== null || manifest.encryption === null;
  if (isSealed && sealOf(manifest, secret) !== manifest.seal) {
    const reason = secret ? 'is damaged, or the passphrase is another' : 'is damaged';
    throw new Damage(named, reason);
  }
  const unknown = manifest.files.find(({ object }) => !KNOWN.has(object));
  if (unknown) throw new Damage(`${manifest.id}/${unknown.name}`, 'is of an object this version does not know');
};

/** Reads the files of one backup through. @throws Damage that names the file */
export const proveFiles = async (
  folder: string,
  manifest: Pick<Manifest, 'id' | 'encryption' | 'files'>,
  secret: Secret | null,
): Promise<void> => {
  for (const file of manifest.files) {
    if (manifest.encryption && !secret) await checkFile(folder, manifest, file);
    else for await (const _record of readLines(folder, manifest, file, secret));
  }
};

/**
 * The chain of a place that ends in a backup (the newest where none is named), its manifests compared and its files read
 * through: nothing of a backup is used before all of it is found whole.
 * @throws Damage that names the first file at fault
 * @throws UsageError where there is no backup
 */
export const proveChain = async (
  place: string,
  passphrase: string | null,
  { id, areFilesRead = true }: { readonly id?: string | undefined; readonly areFilesRead?: boolean } = {},
): Promise<ProvenChain> => {
  const { links: all, damages } = await linksIn(place);
  const [newest] = damages.toReversed();
  const latest = all.at(-1)?.manifest.id ?? '';
  // A manifest that cannot be read may be the newest, or the one that is asked for.
  if (newest && (id === undefined ? newest.file > latest : newest.file.startsWith(`${id}/`))) throw newest;
  const chain = chainTo(all, id);
  if (chain.fault === 'NO_BACKUP') {
    throw new UsageError(id === undefined ? `there is no backup in ${place}` : `there is no backup ${id} in ${place}`);
  }
  if (chain.links === null) {
    throw damages.find(({ file }) => file.startsWith(`${chain.id}/`)) ?? damageOf(chain);
  }
  const { links } = chain;
  const [first] = links;
  if (!first) throw new UsageError(`there is no backup in ${place}`);
  if (first.manifest.kind !== 'FULL') {
    throw new Damage(`${first.manifest.id}/${MANIFEST_FILE}`, 'begins the chain and is no full backup');
  }
  const secret = await secretFor(links, passphrase);
  for (const link of links) checkManifest(link, first, secret);
  if (areFilesRead) for (const { manifest } of links) await proveFiles(folderOf(place, manifest.id), manifest, secret);
  const files = links.flatMap(({ manifest }) => manifest.files);
  return {
    place,
    links,
    secret,
    isRead: secret !== null || first.manifest.encryption === null,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
};
