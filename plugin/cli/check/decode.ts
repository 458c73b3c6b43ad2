import { UsageError } from '../output.ts';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, as Chinese Excel saves. */
export const decodeText = (bytes: Uint8Array, name: string): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  throw new UsageError(`${name} is neither UTF-8 nor GB18030 text; save it as "CSV UTF-8" and try again`);
};
