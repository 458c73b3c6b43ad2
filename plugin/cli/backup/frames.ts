import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Damage } from './damage.ts';
import type { Secret } from './secret.ts';

/**
 * Encryption of a stream by AES-256-GCM in frames (the STREAM construction): each frame is proven before anything of it
 * is passed on, by its place in the file, and the last one says that it is the last, so that neither a cut-off file nor
 * frames in another order are ever taken for the whole. The key is that of one file of one backup.
 *
 *     "TPB1" | salt (16) | frames: length (4) | ciphertext | tag (16)
 */
const MAGIC = Buffer.from('TPB1');
const SALT = 16;
const TAG = 16;
const LENGTH = 4;
const FRAME = 64 * 1024;
const CIPHER = 'aes-256-gcm';

/** What a key is bound to. */
export interface Place {
  readonly backup: string;
  readonly file: string;
}

const purposeOf = ({ backup, file }: Place): string => `file ${backup}/${file}`;

/** Eleven bytes that count and one that says whether it is the last: never twice under one key. */
const nonceOf = (frame: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(frame, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
};

/** Encrypts a stream of bytes for its place. */
export async function* encrypt(source: AsyncIterable<Buffer>, secret: Secret, place: Place): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT);
  const key = secret.keyFor(purposeOf(place), salt);
  let frame = 0;
  const sealed = (plain: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv(CIPHER, key, nonceOf(frame, isLast));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE(text.length);
    frame += 1;
    return Buffer.concat([length, text, cipher.getAuthTag()]);
  };
  yield Buffer.concat([MAGIC, salt]);
  let waiting = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    for (; waiting.length > FRAME; waiting = waiting.subarray(FRAME)) yield sealed(waiting.subarray(0, FRAME), false);
  }
  yield sealed(waiting, true);
}

/** Takes so many bytes at a time from a stream. */
class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes, fewer only at the end. */
  async take(size: number): Promise<Buffer> {
    const parts = [this.#waiting];
    let length = this.#waiting.length;
    while (length < size) {
      const { value, done } = await this.#source.next();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
    const all = parts.length === 1 ? this.#waiting : Buffer.concat(parts);
    this.#waiting = all.subarray(size);
    return all.subarray(0, size);
  }

  async isAtEnd(): Promise<boolean> {
    const next = await this.take(1);
    this.#waiting = Buffer.concat([next, this.#waiting]);
    return next.length === 0;
  }
}

/**
 * Decrypts a stream of bytes of its place.
 * @throws Damage where it is cut off, changed, of another place, or encrypted with another passphrase
 */
export async function* decrypt(source: AsyncIterable<Buffer>, secret: Secret, place: Place): AsyncGenerator<Buffer> {
  const refuse = (reason: string): Damage => new Damage(`${place.backup}/${place.file}`, reason);
  const reader = new Reader(source);
  const head = await reader.take(MAGIC.length + SALT);
  if (head.length < MAGIC.length + SALT || !head.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw refuse('is not an encrypted file of a backup');
  }
  const key = secret.keyFor(purposeOf(place), head.subarray(MAGIC.length));
  for (let frame = 0; ; frame += 1) {
    const length = await reader.take(LENGTH);
    const size = length.length === LENGTH ? length.readUInt32BE() : Number.POSITIVE_INFINITY;
    if (size > FRAME) throw refuse('is cut off or damaged');
    const sealed = await reader.take(size + TAG);
    if (sealed.length < size + TAG) throw refuse('is cut off');
    const isLast = await reader.isAtEnd();
    const decipher = createDecipheriv(CIPHER, key, nonceOf(frame, isLast)).setAuthTag(sealed.subarray(size));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(sealed.subarray(0, size)), decipher.final()]);
    } catch {
      throw refuse('is damaged, cut off, of another backup, or encrypted with another passphrase');
    }
    yield plain;
    if (isLast) return;
  }
}
