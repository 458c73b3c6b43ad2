import { createHash, createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import type { Encryption, Manifest } from '../../../workflows/backup/manifest.ts';
import { canonical } from '../../../workflows/rules/canonical.ts';
import { UsageError } from '../output.ts';

const KEY_BYTES = 32;
const BLOCK = 8;
/** 128 MiB and about half a second for each passphrase that is tried, as OWASP advises for scrypt. */
const COST = 2 ** 17;
/** What a manifest may ask for at most: it comes from a disk that others may write. */
const MOST_COST = 2 ** 20;

/** The key of a chain, made of a passphrase. */
export interface Secret {
  readonly encryption: Encryption;
  /** A key for one purpose alone, such as one file. */
  readonly keyFor: (purpose: string, salt?: Uint8Array) => Buffer;
}

/** Of one chain a command opens every backup, in every place. */
const masters = new Map<string, Promise<Buffer>>();

const deriveMaster = (passphrase: string, { cost, salt }: Encryption): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK, p: 1, maxmem: 256 * BLOCK * (cost + 64) };
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** The secret behind a passphrase, for what was encrypted with these settings. */
export const secretOf = async (passphrase: string, encryption: Encryption): Promise<Secret> => {
  const { cost } = encryption;
  if (!Number.isInteger(Math.log2(cost)) || cost < 2 || cost > MOST_COST) {
    throw new UsageError('the manifest asks for a key in a way that this version does not know');
  }
  const known = `${cost} ${encryption.salt} ${passphrase}`;
  const deriving = masters.get(known) ?? deriveMaster(passphrase, encryption);
  masters.set(known, deriving);
  const master = await deriving;
  return {
    encryption,
    keyFor: (purpose, salt = new Uint8Array()) => Buffer.from(hkdfSync('sha256', master, salt, purpose, KEY_BYTES)),
  };
};

/** A new secret. `cost` is for tests, which try many. */
export const newSecret = (passphrase: string, cost: number = COST): Promise<Secret> =>
  secretOf(passphrase, { cipher: 'aes-256-gcm', kdf: 'scrypt', cost, salt: randomBytes(16).toString('base64') });

/** What a manifest's seal must be: only who knows the passphrase can make the one of an encrypted backup. */
export const sealOf = (manifest: Omit<Manifest, 'seal'>, secret: Secret | null): string => {
  const { seal: _own, ...rest } = manifest as Manifest;
  const text = canonical(rest);
  const hash = secret ? createHmac('sha256', secret.keyFor('manifest')) : createHash('sha256');
  return hash.update(text).digest('hex');
};
