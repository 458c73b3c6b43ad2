import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileContents } from '../../../../plugin/cli/check/file-contents.ts';
import { recogniseFor } from '../../../../plugin/cli/check/options.ts';
import { openFile } from '../../../../plugin/cli/import/import-file.ts';
import { fileOf } from '../run.ts';

const WHOLE = Number.POSITIVE_INFINITY;

/** What a file holds, read in pieces of so many bytes. */
const contentsOf = async (file: string, piece: number) => {
  const pieces: FileContents[] = [];
  for await (const one of (await openFile(file, recogniseFor('company'), piece)).pieces()) pieces.push(one);
  return {
    pieces: pieces.length,
    records: pieces.flatMap(({ records }) => records),
    faults: pieces.flatMap(({ faults }) => faults),
    columns: pieces.at(-1)?.columns,
  };
};

const CELL = fc.constantFrom('甲公司', '', '中小企业', '"乙,\n丙"', '"说 ""好"""', 'a b', '合计', '-');
const HEADER = '客户名称,客户类型,经营范围';

describe('a file in pieces', () => {
  it('is what it is read whole, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(CELL, CELL, CELL), { maxLength: 30 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 60, max: 400 }),
        async (rows, end, piece) => {
          const file = await fileOf([HEADER, ...rows.map((cells) => cells.join(','))].join(end));
          const whole = await contentsOf(file, WHOLE);
          const parts = await contentsOf(file, piece);
          expect(parts.records).toEqual(whole.records);
          expect(parts.faults).toEqual(whole.faults);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  it('names lines by their place in the file', async () => {
    const rows = Array.from({ length: 40 }, (_unused, at) => (at === 30 ? '缺,一格' : `第${at}号公司,中小企业,机床`));
    const file = await fileOf([HEADER, ...rows].join('\n'));
    const { pieces, records, faults } = await contentsOf(file, 300);
    expect(pieces).toBeGreaterThan(3);
    expect(faults).toEqual([
      { code: 'BROKEN_LINE', line: 32, message: 'line 32: 2 cells where the header has 3; it was left out' },
    ]);
    expect(records.at(-1)).toMatchObject({ row: 40, line: 41 });
  });

  it('in GB18030, with a line of UTF-8 in it, is read as such to its end', async () => {
    const encoded = (text: string): Uint8Array => {
      // 甲 and 公司 in GB18030: there is an encoder for no other encoding than UTF-8.
      const table: Readonly<Record<string, readonly number[]>> = {
        甲: [0xbc, 0xd7],
        公: [0xb9, 0xab],
        司: [0xcb, 0xbe],
        客: [0xbf, 0xcd],
        户: [0xbb, 0xa7],
        名: [0xc3, 0xfb],
        称: [0xb3, 0xc6],
      };
      return Uint8Array.from([...text].flatMap((letter) => table[letter] ?? [letter.charCodeAt(0)]));
    };
    const lines = ['客户名称,id', ...Array.from({ length: 50 }, (_unused, at) => `甲公司${at},${at}`)].map(encoded);
    lines.splice(40, 0, new TextEncoder().encode('甲公司,9'));
    const bytes = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
    const { records, faults } = await contentsOf(await fileOf(bytes), 200);
    expect(records).toHaveLength(50);
    expect(records.every(({ fields }) => String(fields.客户名称).startsWith('甲公司'))).toBe(true);
    expect(faults).toMatchObject([{ line: 41, message: expect.stringContaining('it is not GB18030') }]);
  });

  it('of lines of JSON counts on', async () => {
    const lines = Array.from({ length: 30 }, (_unused, at) =>
      at === 20 ? '{"name": ' : JSON.stringify({ name: `第${at}号` }),
    );
    const { records, faults, pieces } = await contentsOf(await fileOf(lines.join('\n'), 'file.ndjson'), 100);
    expect(pieces).toBeGreaterThan(3);
    expect(records.map(({ row }) => row)).toEqual(
      [...Array(30).keys()].map((at) => at + 1).filter((row) => row !== 21),
    );
    expect(faults).toMatchObject([{ line: 21 }]);
  });
});
