import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { type DecodedText, decodePiece, decodeText, isNewWorkbook } from '../check/decode.ts';
import type { FileContents, Recognise } from '../check/file-contents.ts';
import { type CsvBefore, readCsvPiece } from '../check/read-csv.ts';
import { readNdjson } from '../check/read-json.ts';
import { readRecords } from '../check/read-records.ts';
import { UsageError } from '../output.ts';

/** A file to be imported: read again and again, a piece at a time, so that its size is no matter of memory. */
export interface ImportFile {
  readonly name: string;
  /** SHA-256 of its bytes: what makes it the same file when an import goes on. */
  readonly digest: string;
  readonly pieces: () => AsyncGenerator<FileContents>;
}

/** Up to here a file is read whole, as the check reads it; JSON and workbooks always are. */
const PIECE = 512 * 1024;
/** A quotation mark that is never closed takes no more pieces along than these. */
const MOST = 16;
const LF = 10;
const QUOTE = 34;

const explained = (error: unknown, file: string): unknown => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new UsageError(`there is no file ${file}`);
  if (code === 'EISDIR') return new UsageError(`${file} is a folder; name a file`);
  if (code === 'EACCES' || code === 'EPERM') return new UsageError(`you have no permission to read ${file}`);
  return code ? new UsageError(`${file} cannot be read (${code})`) : error;
};

/** Whether a text can be read in pieces that end with a line: not JSON, nor two bytes a character. */
const formOf = (head: Uint8Array, name: string): 'CSV' | 'NDJSON' | null => {
  if (isNewWorkbook(head) || head.subarray(0, 4096).includes(0)) return null;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null;
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return 'NDJSON';
  const start = new TextDecoder().decode(head.subarray(0, 4096)).trimStart().charAt(0);
  return start === '[' || start === '{' || start === '<' || /\.json$/i.test(name) ? null : 'CSV';
};

/** The bytes of a file in pieces that end with a line, no line break within quotation marks counted. */
async function* bytesOf(file: string, hasQuotes: boolean, size: number): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0);
  let isQuoted = false;
  let end = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: size })) {
    const from = waiting.length;
    waiting = from === 0 ? (chunk as Buffer) : Buffer.concat([waiting, chunk as Buffer]);
    let last = 0;
    for (let at = from; at < waiting.length; at += 1) {
      const byte = waiting[at];
      if (byte === LF) {
        last = at + 1;
        if (!isQuoted) end = last;
      } else if (byte === QUOTE && hasQuotes) isQuoted = !isQuoted;
    }
    if (end === 0 && waiting.length > MOST * size && last > 0) {
      end = last;
      isQuoted = false;
    }
    if (end === 0 || waiting.length < size) continue;
    yield waiting.subarray(0, end);
    waiting = Buffer.from(waiting.subarray(end));
    end = 0;
  }
  if (waiting.length > 0) yield waiting;
}

async function* csvPieces(file: string, recognise: Recognise, size: number): AsyncGenerator<FileContents> {
  let encoding: string | null = null;
  let before: CsvBefore | null = null;
  for await (const bytes of bytesOf(file, true, size)) {
    const text: DecodedText =
      encoding === null ? decodeText(bytes, file, recognise) : decodePiece(bytes, encoding, file);
    encoding = text.encoding;
    const piece = readCsvPiece(text.text, file, recognise, text.damaged, before);
    before = piece.next;
    yield piece.contents;
  }
}

async function* ndjsonPieces(file: string, recognise: Recognise, size: number): AsyncGenerator<FileContents> {
  let encoding: string | null = null;
  const before = { lines: 0, records: 0 };
  for await (const bytes of bytesOf(file, false, size)) {
    const decoded: DecodedText =
      encoding === null ? decodeText(bytes, file, recognise) : decodePiece(bytes, encoding, file);
    const { text, damaged } = decoded;
    encoding = decoded.encoding;
    const contents = readNdjson(text, damaged, before);
    before.lines += text.split('\n').length - 1;
    before.records += contents.records.length + contents.faults.length;
    yield contents;
  }
}

/** Opens a CSV, xlsx, JSON or NDJSON file. @throws UsageError where it cannot be read */
export const openFile = async (file: string, recognise: Recognise, piece = PIECE): Promise<ImportFile> => {
  try {
    const handle = await open(file);
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    await handle.close();
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    const digest = hash.digest('hex');
    const form = size > piece ? formOf(buffer.subarray(0, bytesRead), file) : null;
    if (form === 'CSV') return { name: file, digest, pieces: () => csvPieces(file, recognise, piece) };
    if (form === 'NDJSON') return { name: file, digest, pieces: () => ndjsonPieces(file, recognise, piece) };
    const contents = await readRecords(await readFile(file), file, recognise);
    const whole = async function* (): AsyncGenerator<FileContents> {
      yield contents;
    };
    return { name: file, digest, pieces: whole };
  } catch (error) {
    throw explained(error, file);
  }
};
