import { UsageError } from '../output.ts';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The containers of .xlsx and .xls. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * Text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030, as Chinese Excel saves.
 * The mark is no part of the text.
 */
export const decodeText = (bytes: Uint8Array, name: string): string => {
  const help = 'save it as "CSV UTF-8" and try again';
  if (isWorkbook(bytes)) throw new UsageError(`${name} is a workbook, not text; ${help}`);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw new UsageError(`${name} is not text; ${help}`);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  throw new UsageError(`${name} is neither UTF-8 nor GB18030 text; ${help}`);
};
