import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../workflows/run/difference.ts';

describe('what a patch keeps', () => {
  it.each([
    ['the same text', 'a', 'a'],
    ['nothing for nothing', null, ''],
    ['an empty text for nothing', '', null],
    ['a field that was not answered for nothing', undefined, null],
    ['an empty list for nothing', null, []],
    ['the same instant in another spelling', '2026-09-28T01:00:00.000Z', '2026-09-28T09:00:00+08:00'],
    ['keys in another order', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
  ])('not %s', (_what, stored, wanted) => {
    expect(differenceOf({ id: '1', field: stored }, { field: wanted })).toBeUndefined();
  });

  it.each([
    ['another text', 'a', 'b'],
    ['false for nothing', null, false],
    ['zero for nothing', null, 0],
    ['another instant', '2026-09-28T01:00:00.000Z', '2026-09-28T01:00:00.001Z'],
    ['a date for an instant', '2026-09-28T00:00:00.000Z', '2026-09-28'],
    ['a list in another order', ['a', 'b'], ['b', 'a']],
    ['nothing for a text', 'a', null],
  ])('%s', (_what, stored, wanted) => {
    expect(differenceOf({ id: '1', field: stored, other: 1 }, { field: wanted, other: 1 })).toEqual({
      id: '1',
      fields: { field: wanted },
    });
  });
});
