import { describe, expect, it } from 'vitest';
import { type Candidate, drawSample, pivotOf } from '../../../workflows/supervision/sample.ts';

const candidate = (id: string, user: string, object: Candidate['object'] = 'company'): Candidate => ({
  object,
  id,
  name: id,
  member: `profile of ${user}`,
  user,
});
const ids = (candidates: readonly Candidate[], pivot: string, size: number) =>
  drawSample(candidates, pivot, size).map(({ id }) => id);

describe('a sample', () => {
  const all = ['a', 'c', 'e', 'g'].map((id) => candidate(id, 'rep'));
  it.each([
    ['d', 2, ['e', 'g']],
    ['e', 2, ['e', 'g']],
    ['f', 2, ['g', 'a']],
    ['z', 1, ['a']],
    ['a', 9, ['a', 'c', 'e', 'g']],
    ['a', 0, []],
  ])('behind %s, %d: %j', (pivot, size, expected) => {
    expect(ids(all, pivot, size)).toEqual(expected);
    expect(ids(all.toReversed(), pivot, size)).toEqual(expected);
  });

  it('is drawn of each member and each kind', () => {
    const some = [
      candidate('a', 'rep'),
      candidate('b', 'rep'),
      candidate('c', 'other'),
      candidate('d', 'rep', 'tagProduct'),
    ];
    expect(ids(some, 'a', 1)).toEqual(['a', 'c', 'd']);
  });

  it('begins elsewhere each month', () => {
    expect(pivotOf('2026-09')).toBe(pivotOf('2026-09'));
    expect(pivotOf('2026-09')).not.toBe(pivotOf('2026-10'));
  });
});
