import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** Namespace of the records the application makes. Changing it would make every one of them a second time. */
const NAMESPACE = hexToBytes('6f0a5a0e0f0b4a589d0c3f5d7c1b2e90');

/**
 * The id of a record the application makes of a fact, so that the same fact never makes two (log, notice, task): a UUID
 * of version 5 (RFC 9562). Hashed without node:crypto, which takes a fresh process longer to load than a hook has work.
 */
export const recordId = (key: string): string => {
  const name = utf8ToBytes(key);
  const input = new Uint8Array(NAMESPACE.length + name.length);
  input.set(NAMESPACE);
  input.set(name, NAMESPACE.length);
  const hash = sha1(input).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** Whether an id is one that {@link recordId} made: Twenty and other applications give random ones. */
export const isOwnId = (id: string): boolean => id.charAt(14) === '5';
