import { UsageError } from '../output.ts';
import type { Recognise } from './file-contents.ts';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The container of .xlsx. */
export const isNewWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** The container of .xls. */
const isOldWorkbook = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** A text, and the lines of it that could not be read, with why, by number. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly damaged: ReadonlyMap<number, string>;
}

const HELP = 'save it as "CSV UTF-8" and try again';

const decodeWhole = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** The lines of a file as bytes; no encoding in question has a line feed within a character. */
const linesOf = (bytes: Uint8Array): readonly Uint8Array[] => {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, start)) {
    lines.push(bytes.subarray(start, at));
    start = at + 1;
  }
  lines.push(bytes.subarray(start));
  return lines;
};

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

const BETWEEN_CELLS = /[,;\t|\r\n"]+/;
/** Letters and signs that Chinese lists are written in; what a wrong encoding makes is mostly something else. */
const USUAL = /[\u4e00-\u9fa5\u3000-\u301f\uff00-\uff5e\x20-\x7e\u00b7\u2014\u2018-\u201d\u2026\s]/g;

/** What decoders make of bytes that no character has: controls of the second half, a private character. */
const NO_TEXT = /[\u0080-\u009f\uf8f8]/;

/** How well a text reads: column names that are known count most, then the share of usual characters. */
const sense = (text: string, recognise: Recognise): number => {
  const begin = text.slice(0, 4_000);
  const known = begin.split(BETWEEN_CELLS).filter((cell) => cell.trim() !== '' && recognise(cell.trim())).length;
  return known * 10 + (begin.match(USUAL)?.length ?? 0) / Math.max(1, begin.length);
};

const NAMES: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', gb18030: 'GB18030', big5: 'Big5' };

const decodeLines = (lines: readonly Uint8Array[], encoding: string): DecodedText => {
  const damaged = new Map<number, string>();
  const texts = lines.map((line, at) => {
    const text = decodeWhole(line, encoding);
    if (text !== null && !NO_TEXT.test(text)) return text;
    damaged.set(at + 1, `it is not ${NAMES[encoding]}, as the other lines are`);
    return new TextDecoder(encoding).decode(line);
  });
  return { text: texts.join('\n'), encoding, damaged };
};

/** A further piece of a text whose encoding is known; lines in another one, or with NULs, are named. */
export const decodePiece = (bytes: Uint8Array, encoding: string, name: string): DecodedText => {
  const whole = decodeWhole(bytes, encoding);
  const isWhole = whole !== null && (encoding === 'utf-8' || !NO_TEXT.test(whole));
  const decoded = isWhole ? { text: whole, encoding, damaged: new Map() } : decodeLines(linesOf(bytes), encoding);
  return bytes.includes(0) ? withoutNulls(decoded, name) : decoded;
};

/** The encoding that reads every line, else the one that reads most, of these the one that makes most sense. */
const decodeLegacy = (bytes: Uint8Array, name: string, recognise: Recognise): DecodedText => {
  const lines = linesOf(bytes);
  const foreign = lines.filter((line) => !isAscii(line)).length;
  const readings = Object.keys(NAMES).map((encoding) => decodeLines(lines, encoding));
  const worth = ({ text, damaged }: DecodedText): number =>
    sense(text, recognise) - 4 * (damaged.size / Math.max(1, foreign));
  const [best] = [...readings].sort((left, right) => worth(right) - worth(left));
  if (!best || best.damaged.size === foreign) {
    throw new UsageError(`${name} is neither UTF-8 nor GB18030 text, nor Big5; ${HELP}`);
  }
  return best;
};

/** UTF-16 without a mark: every second byte of what is ASCII in it is zero. */
const decodeUnmarked = (bytes: Uint8Array, recognise: Recognise): string | null => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decodeWhole(bytes, encoding);
    if (text !== null && sense(text, recognise) >= 10) return text;
  }
  return null;
};

/** Lines with a NUL are named; a file whose first line holds one is no text. */
const withoutNulls = ({ text, encoding, damaged }: DecodedText, name: string): DecodedText => {
  const lines = text.split('\n');
  const broken = new Map(damaged);
  for (const [at, line] of lines.entries()) {
    if (line.includes('\0')) broken.set(at + 1, 'it holds NUL characters, which no text does');
  }
  if (broken.size > lines.length / 2) throw new UsageError(`${name} is not text; ${HELP}`);
  return { text, encoding, damaged: broken };
};

/**
 * Text of a file: UTF-8 with or without a byte order mark, UTF-16, else GB18030, as Chinese Excel saves, or Big5. Lines
 * in another encoding than the rest are named. The mark is no part of the text.
 */
export const decodeText = (bytes: Uint8Array, name: string, recognise: Recognise): DecodedText => {
  const damaged = new Map<number, string>();
  if (isNewWorkbook(bytes)) throw new UsageError(`${name} is a workbook, not text; ${HELP}`);
  if (isOldWorkbook(bytes)) {
    throw new UsageError(
      `${name} is a workbook of the old form (.xls) or with a password, not text; save it as .xlsx or "CSV UTF-8"`,
    );
  }
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', damaged };
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', damaged };
  if (bytes.includes(0)) {
    const text = decodeUnmarked(bytes, recognise);
    if (text !== null) return { text, encoding: 'utf-16', damaged };
    if (
      linesOf(bytes)
        .find((line) => line.length > 1)
        ?.includes(0)
    )
      throw new UsageError(`${name} is not text; ${HELP}`);
  }
  const whole = decodeWhole(bytes, 'utf-8');
  const decoded = whole === null ? decodeLegacy(bytes, name, recognise) : { text: whole, encoding: 'utf-8', damaged };
  return bytes.includes(0) ? withoutNulls(decoded, name) : decoded;
};
