/** What a backup says of itself, beside the records it keeps. It holds nothing of them, and is never encrypted. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** Also the name of its folder. */
  readonly id: string;
  readonly kind: BackupKind;
  /** The backup it builds on, and the digest of that one's manifest; null of a full one. */
  readonly base: { readonly id: string; readonly digest: string } | null;
  /** Version of the application that wrote it. */
  readonly version: string;
  /** Address of the workspace. */
  readonly workspace: string;
  /** Changes from here on may be missing; ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Null where it is plain, and sensitive tags are left out. */
  readonly encryption: Encryption | null;
  readonly files: readonly ManifestFile[];
  /** Proves the rest: an HMAC by the key of the encryption, or a digest where there is none. Hexadecimal. */
  readonly seal: string;
}

export const FORMAT = 'tag-policy-backup/1';
export const MANIFEST_FILE = 'manifest.json';

export type BackupKind = 'FULL' | 'INCREMENTAL';

export interface Encryption {
  readonly cipher: 'aes-256-gcm';
  readonly kdf: 'scrypt';
  readonly cost: number;
  /** Base64. */
  readonly salt: string;
}

/** A file of a backup: some records of one object. */
export interface ManifestFile {
  readonly name: string;
  readonly object: string;
  readonly records: number;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** A manifest and the digest of the file it stands in. */
export interface Link {
  readonly manifest: Manifest;
  readonly digest: string;
}

/** A workspace's user, kept so that relations to it find the same person elsewhere; never written back. */
export const MEMBERS = 'workspaceMember';

/** The records a backup holds, users left out. */
export const recordsIn = ({ files }: Pick<Manifest, 'files'>): number =>
  files.filter(({ object }) => object !== MEMBERS).reduce((sum, { records }) => sum + records, 0);

export const bytesIn = ({ files }: Pick<Manifest, 'files'>): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The name of a backup: sorts by time, and is a folder's name on every system. */
export const backupId = (startedAt: Date, kind: BackupKind): string =>
  `${startedAt.toISOString().slice(0, 19).replaceAll(':', '')}Z-${kind.toLowerCase()}`;
