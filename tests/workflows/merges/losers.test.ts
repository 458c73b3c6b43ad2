import { describe, expect, it } from 'vitest';
import { losersOf } from '../../../workflows/merges/losers.ts';

const [S, L, M] = ['s', 'l', 'm'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];
const row = (key: string, more: object = {}) => ({
  id: key,
  key,
  kind: key.split(':')[0],
  name: key,
  companyId: S,
  at: '2026-09-01T00:00:00.000Z',
  updatedAt: '2026-09-28T02:00:00.000Z',
  ...more,
});

describe('what went up in a record', () => {
  it.each([
    ['nothing without a log', [], []],
    ['nothing by its own lines', [row(`ENTERED:${S}:first`), row(`CHANGED:${S}:3:name`)], []],
    ['nothing by lines of no record', [row('NOTICE_CLOSED:none:n1:orphaned')], []],
    ['nothing by what hangs on another', [row(`ENTERED:${L}:first`, { companyId: M })], []],
    ['the record a line was written for', [row(`ENTERED:${S}:first`), row(`ENTERED:${L}:first`)], [L]],
    ['several, in a steady order', [row(`ENTERED:${M}:first`), row(`ENTERED:${L}:first`)], [L, M]],
  ])('%s', (_what, log, ids) => expect(losersOf(S, log).map(({ id }) => id)).toEqual(ids));

  it('is told with when its lines were moved, and with the last of them', () => {
    const log = [
      row(`ENTERED:${L}:first`, {
        at: '2026-09-01T00:00:00.000Z',
        name: 'Tags entered: 乙',
        updatedAt: '2026-09-28T02:00:00.000Z',
      }),
      row(`CHANGED:${L}:2:name`, {
        at: '2026-09-03T00:00:00.000Z',
        name: 'Tags changed: 乙',
        updatedAt: '2026-09-28T02:00:01.000Z',
      }),
    ];
    expect(losersOf(S, log)).toEqual([
      { id: L, at: '2026-09-28T02:00:01.000Z', lastLine: 'Tags changed: 乙', isWithin: false },
    ]);
  });

  it('one that had gone up in another before is within that one', () => {
    const log = [row(`ENTERED:${M}:first`), row(`ENTERED:${L}:first`), row(`MERGED:${M}:${L}`)];
    expect(losersOf(S, log).map(({ id, isWithin }) => [id, isWithin])).toEqual([
      [L, true],
      [M, false],
    ]);
  });
});
