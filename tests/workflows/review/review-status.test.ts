import { describe, expect, it } from 'vitest';
import { type ReviewFacts, reviewStatus } from '../../../workflows/review/review-status.ts';

const QUIET: ReviewFacts = { last: null, hasErrors: false, isEnteredAnew: false, isReturned: false, isExempt: false };

describe('review status', () => {
  it.each([
    ['a first judgement awaits review', { last: null }, 'PENDING'],
    ['an approval stands', { last: 'APPROVED' }, 'APPROVED'],
    ['what was incomplete and is so no more awaits review', { last: 'INCOMPLETE' }, 'PENDING'],
    ['what awaits review goes on awaiting it', { last: 'PENDING' }, 'PENDING'],
    ['a word that is no status is none', { last: 'GRANTED' }, 'PENDING'],
    ['an entry ends an approval', { last: 'APPROVED', isEnteredAnew: true }, 'PENDING'],
    ['an entry ends a return', { last: 'RETURNED', isReturned: true, isEnteredAnew: true }, 'PENDING'],
    ['a return stands until something is entered', { last: 'RETURNED', isReturned: true }, 'RETURNED'],
    ['a return outlives an approval given before', { last: 'APPROVED', isReturned: true }, 'RETURNED'],
    ['a return comes back when errors are gone', { last: 'INCOMPLETE', isReturned: true }, 'RETURNED'],
    ['without its return a status RETURNED awaits review', { last: 'RETURNED' }, 'PENDING'],
    ['a first judgement that was not selected is exempt', { last: null, isExempt: true }, 'EXEMPT'],
    [
      'an entry that was not selected ends an approval too',
      { last: 'APPROVED', isEnteredAnew: true, isExempt: true },
      'EXEMPT',
    ],
    ['what was exempt stays so', { last: 'EXEMPT', isExempt: true }, 'EXEMPT'],
    ['what was exempt and is so no more awaits review', { last: 'EXEMPT' }, 'PENDING'],
    ['errors outrank an exemption', { isExempt: true, hasErrors: true }, 'INCOMPLETE'],
    ['errors outrank an approval', { last: 'APPROVED', hasErrors: true }, 'INCOMPLETE'],
    ['errors outrank an entry', { isEnteredAnew: true, hasErrors: true }, 'INCOMPLETE'],
    ['errors outrank a return', { isReturned: true, hasErrors: true }, 'INCOMPLETE'],
  ] as const)('%s', (_what, facts, expected) => {
    expect(reviewStatus({ ...QUIET, ...facts })).toBe(expected);
  });
});
