import { describe, expect, it } from 'vitest';
import type { BackedUpField } from '../../../workflows/backup/backed-up.ts';
import { isSameValue, judgeRecord } from '../../../workflows/backup/judge-record.ts';

const field = (column: string, writer: BackedUpField['writer'] = 'PERSON'): BackedUpField => ({
  column,
  selection: column,
  writer,
  isSensitive: false,
});
const FIELDS = [field('name'), field('tagRegion'), field('tagReviewStatus', 'APPLICATION')];
const KEPT = {
  id: '1',
  updatedAt: '2026-01-10T08:00:00.000Z',
  deletedAt: null,
  name: '甲',
  tagRegion: 'ZHEJIANG',
  tagReviewStatus: 'APPROVED',
};
const OLDER = '2026-01-10T07:59:59.999Z';
const NEWER = '2026-01-10T08:00:00.001Z';

const judged = (current: Readonly<Record<string, unknown>> | undefined, isForced = false, kept: object = KEPT) => {
  const { verdict, fields, isBroughtBack } = judgeRecord(FIELDS, kept as typeof KEPT, current, { isForced });
  return `${verdict} ${fields.map(({ column }) => column).join(',')}${isBroughtBack ? ' back' : ''}`;
};

describe('a record of a backup', () => {
  it.each([
    ['is not there', undefined, 'CREATE name,tagRegion,tagReviewStatus'],
    ['is as it was', KEPT, 'SAME '],
    ['was written since and is as it was', { ...KEPT, updatedAt: NEWER }, 'SAME '],
    ['is an older copy', { ...KEPT, name: '乙', updatedAt: OLDER }, 'UPDATE name'],
    ['differs in the same instant', { ...KEPT, name: '乙' }, 'UPDATE name'],
    ['was changed since', { ...KEPT, name: '乙', updatedAt: NEWER }, 'CONFLICT name'],
    ['was judged since', { ...KEPT, tagReviewStatus: 'PENDING', updatedAt: NEWER }, 'SAME '],
    ['is an older judgement', { ...KEPT, tagReviewStatus: 'PENDING', updatedAt: OLDER }, 'UPDATE tagReviewStatus'],
    [
      'was changed and judged since',
      { ...KEPT, name: '乙', tagReviewStatus: 'PENDING', updatedAt: NEWER },
      'CONFLICT name,tagReviewStatus',
    ],
    ['is in the trash', { ...KEPT, deletedAt: NEWER, updatedAt: NEWER }, 'UPDATE  back'],
    ['is in the trash, and other', { ...KEPT, name: '', deletedAt: NEWER, updatedAt: NEWER }, 'UPDATE name back'],
  ])('that %s', (_what, current, expected) => {
    expect(judged(current)).toBe(expected);
  });

  it('is written over what people wrote since only when that is wanted', () => {
    expect(judged({ ...KEPT, name: '乙', updatedAt: NEWER }, true)).toBe('UPDATE name');
    expect(judged({ ...KEPT, tagReviewStatus: 'PENDING', updatedAt: NEWER }, true)).toBe('UPDATE tagReviewStatus');
  });
  it('in the trash deletes nothing', () => {
    const kept = { ...KEPT, deletedAt: OLDER };
    expect(judged(KEPT, false, kept)).toBe('SAME ');
    expect(judged({ ...KEPT, deletedAt: OLDER }, false, kept)).toBe('SAME ');
    expect(judged(undefined, false, kept)).toBe('CREATE name,tagRegion,tagReviewStatus');
  });
  it('says nothing of fields it does not know', () => {
    const { name: _unknown, ...kept } = KEPT;
    expect(judged({ ...KEPT, name: '乙' }, false, kept)).toBe('SAME ');
    expect(judged(undefined, false, kept)).toBe('CREATE tagRegion,tagReviewStatus');
  });
});

describe('values', () => {
  it.each([
    [null, ''],
    [undefined, null],
    [[], null],
    [{ amountMicros: null, currencyCode: '' }, null],
    ['2026-01-10T08:00:00Z', '2026-01-10T08:00:00.000Z'],
    [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
  ])('%j is %j', (left, right) => {
    expect(isSameValue(left, right)).toBe(true);
    expect(isSameValue(right, left)).toBe(true);
  });
  it.each([
    [0, null],
    [false, null],
    ['a', 'A'],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    ['2026-01-10', '2026-01-11'],
    ['2026-01-10T08:00:00Z', '2026-01-10T08:00:00.001Z'],
    [{ amountMicros: 1 }, { amountMicros: 2 }],
  ])('%j is not %j', (left, right) => {
    expect(isSameValue(left, right)).toBe(false);
  });
});
