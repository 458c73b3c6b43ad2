import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateStep } from '../../../workflows/duplicates/duplicate-step.ts';
import { areLikeDeals, likeDealsOf } from '../../../workflows/duplicates/like-deals.ts';
import { toldAnew } from '../../../workflows/duplicates/told-anew.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const { dateOf } = runAt().calendar;
const deal = (id: string, more: object = {}) => ({
  id,
  name: '自动化仓储改造',
  createdAt: '2026-09-01T02:00:00.000Z',
  closeDate: '2026-09-30T02:00:00.000Z',
  tagStage: 'INTERESTED',
  tagOutcome: 'OPEN',
  ...more,
});
const withSiblings = (own: object, ...others: readonly object[]) => ({
  ...deal('a'),
  ...own,
  company: { id: 'c', opportunities: { edges: [deal('a'), ...others].map((node) => ({ node })) } },
});

describe('two opportunities of a customer are probably the same', () => {
  it.each<[string, object, object, boolean]>([
    ['of one name and time', {}, {}, true],
    ['with no outcome said', { tagOutcome: null }, { tagOutcome: '' }, true],
    ['with no stage said', {}, { tagStage: null }, true],
    ['of another name', {}, { name: '软件维护合同续签' }, false],
    ['the last stage before the signature', {}, { tagStage: 'NEGOTIATION' }, true],
    ['one of them signed', {}, { tagStage: 'SIGNED' }, false],
    ['one of them won', {}, { tagOutcome: 'WON' }, false],
    ['one of them lost', {}, { tagOutcome: 'LOST' }, false],
    [
      'one begins the day the other is to be closed',
      {},
      { createdAt: '2026-09-29T16:00:00.000Z', closeDate: '' },
      true,
    ],
    ['one begins the day after, in the zone', {}, { createdAt: '2026-09-30T16:00:00.000Z', closeDate: null }, false],
    ['a day without a time', { closeDate: '2026-09-30' }, { createdAt: '2026-09-30T02:00:00.000Z' }, true],
    ['to be closed before it began', {}, { createdAt: '2026-09-30T02:00:00.000Z', closeDate: '2026-01-01' }, true],
    ['with no end', { closeDate: null }, { createdAt: '2027-05-01T02:00:00.000Z', closeDate: null }, true],
  ])('%s', (_case, left, right, expected) => {
    const [one, other] = [deal('a', left), deal('b', right)];
    expect([areLikeDeals(one, other, dateOf), areLikeDeals(other, one, dateOf)]).toEqual([expected, expected]);
  });

  it('found among the others of its customer, in the order of their ids, itself left out', () => {
    const record = withSiblings({}, deal('z'), deal('b'), deal('y', { tagOutcome: 'WON' }));
    expect(likeDealsOf(record, dateOf).map(({ id }) => id)).toEqual(['b', 'z']);
    expect(likeDealsOf({ ...deal('a'), company: null }, dateOf)).toEqual([]);
    expect(likeDealsOf(deal('a'), dateOf)).toEqual([]);
  });

  it('in whichever order they are read', () => {
    const others = ['b', 'c', 'd', 'e'].map((id) => deal(id, id === 'd' ? { tagStage: 'SIGNED' } : {}));
    fc.assert(
      fc.property(fc.shuffledSubarray(others, { minLength: 4 }), (some) => {
        expect(likeDealsOf(withSiblings({}, ...some), dateOf).map(({ id }) => id)).toEqual(['b', 'c', 'e']);
      }),
      { seed: 1 },
    );
  });
});

describe('the step', () => {
  it('names them, and remembers whom it told of itself', () => {
    const { subject, memory } = duplicateStep.follow(
      runAt(),
      subjectOf('opportunity', withSiblings({}, deal('b', { name: '自动化 仓储改造' }))),
      {},
    );
    expect(subject).toEqual({ alike: ['自动化 仓储改造'] });
    expect(memory).toEqual({ alike: ['b'], alikeAs: '自动化仓储改造' });
  });

  it('remembers nothing where there is none, and looks at opportunities alone', () => {
    expect(duplicateStep.follow(runAt(), subjectOf('opportunity', withSiblings({})), {}).memory).toEqual({
      alike: undefined,
      alikeAs: undefined,
    });
    expect(duplicateStep.follow(runAt(), subjectOf('company', {}), {})).toEqual({});
  });
});

describe('others are told anew', () => {
  const remembering = (alike: readonly string[], own: object = {}) => ({
    ...withSiblings(own, deal('b')),
    tagBaseline: { since: '2026-09-01', seen: {}, alike, alikeAs: '自动化仓储改造' },
  });

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['not of what they know', remembering(['b']), []],
    ['of one that has become like them', withSiblings({}, deal('b')), ['b']],
    ['of one more', remembering(['k', 'b']), ['k']],
    ['of one that is so no more', remembering(['b'], { tagOutcome: 'LOST' }), ['b']],
    ['of another spelling of its name', remembering(['b'], { name: '自动化-仓储改造' }), ['b']],
    ['of nothing where there is none', withSiblings({}), []],
  ])('%s', (_case, record, expected) => {
    expect(toldAnew(record, dateOf, false)).toEqual(expected);
  });

  it('of one that came back', () => {
    expect(toldAnew(remembering(['b']), dateOf, true)).toEqual(['b']);
  });
});
