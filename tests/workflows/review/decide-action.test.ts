import { describe, expect, it } from 'vitest';
import { type ActionFacts, approvalRefusal, decideAction } from '../../../workflows/review/decide-action.ts';
import type { Refusal } from '../../../workflows/run/action.ts';

/** An approval that nothing speaks against. */
const APPROVAL: ActionFacts = {
  action: 'APPROVE',
  note: '',
  by: 'reviewer',
  isTraced: true,
  isReviewer: true,
  enterers: ['rep'],
  ownerId: 'owner',
  groups: ['BASIC'],
  isOwnerOfTheDay: false,
  isUnclaimed: false,
  hasErrors: false,
  isDoubtful: false,
  changedSince: false,
};
const RETURN: ActionFacts = { ...APPROVAL, action: 'RETURN', note: 'the name is not the legal one' };

/** What speaks against an approval, in the order it is told. */
const AGAINST: readonly (readonly [Refusal, Partial<ActionFacts>])[] = [
  ['ACTOR_UNKNOWN', { isTraced: false }],
  ['NOT_A_REVIEWER', { isReviewer: false }],
  ['ENTERED_BY_SELF', { enterers: ['rep', 'reviewer'] }],
  ['OWNED_BY_SELF', { ownerId: 'reviewer' }],
  ['OWNED_THAT_DAY', { isOwnerOfTheDay: true }],
  ['ENTERED_BY_UNKNOWN', { isUnclaimed: true }],
  ['VERIFICATION_DOUBTFUL', { isDoubtful: true }],
  ['RECORD_INCOMPLETE', { hasErrors: true }],
  ['TAGS_CHANGED_SINCE', { changedSince: true }],
];

describe('an approval', () => {
  it('is carried out when nothing speaks against it', () => expect(decideAction(APPROVAL)).toBeNull());

  it('needs no note', () => expect(decideAction({ ...APPROVAL, note: '' })).toBeNull());

  it.each(AGAINST)('is refused: %s', (refusal, facts) => {
    expect(decideAction({ ...APPROVAL, ...facts })).toBe(refusal);
  });

  it.each(AGAINST.map(([refusal], at) => [refusal, AGAINST.slice(at)] as const))(
    '%s is told before all that comes after it',
    (refusal, rest) => {
      const all = Object.assign({}, ...rest.map(([, facts]) => facts)) as Partial<ActionFacts>;
      expect(decideAction({ ...APPROVAL, ...all })).toBe(refusal);
    },
  );

  it('by an API key is nobody with a duty, whatever the roster says', () => {
    expect(decideAction({ ...APPROVAL, by: null })).toBe('NOT_A_REVIEWER');
  });

  it('is open to a reviewer when nobody is known to have entered or to own', () => {
    expect(decideAction({ ...APPROVAL, enterers: [], ownerId: null })).toBeNull();
  });
});

describe('a return', () => {
  it('is carried out with a note', () => expect(decideAction(RETURN)).toBeNull());

  it.each(['', ' ', '\n\t　'])('is refused without one: %j', (note) => {
    expect(decideAction({ ...RETURN, note })).toBe('NOTE_MISSING');
  });

  it.each([
    ['by nobody known', 'ACTOR_UNKNOWN', { isTraced: false, isReviewer: false, note: '' }],
    ['without the duty', 'NOT_A_REVIEWER', { isReviewer: false, note: '' }],
    ['by an API key', 'NOT_A_REVIEWER', { by: null, note: '' }],
  ] as const)('is refused %s before the note is asked for', (_why, refusal, facts) => {
    expect(decideAction({ ...RETURN, ...facts })).toBe(refusal);
  });

  it('asks for no second pair of eyes and for no complete record', () => {
    const facts = {
      enterers: ['reviewer'],
      ownerId: 'reviewer',
      isOwnerOfTheDay: true,
      hasErrors: true,
      isDoubtful: true,
      changedSince: true,
    };
    expect(decideAction({ ...RETURN, ...facts })).toBeNull();
  });
});

describe('a confirmation', () => {
  it('is open to anybody, traced or not, whatever stands on the record', () => {
    const all = Object.assign({}, ...AGAINST.map(([, facts]) => facts)) as Partial<ActionFacts>;
    expect(decideAction({ ...APPROVAL, ...all, by: null, action: 'CONFIRM' })).toBeNull();
  });
});

describe('the four-eyes rule by itself', () => {
  const facts = { by: 'reviewer', isReviewer: true, enterers: [], ownerId: null, isOwnerOfTheDay: false };
  it.each([
    [null, {}],
    ['NOT_A_REVIEWER', { by: null }],
    ['NOT_A_REVIEWER', { isReviewer: false }],
    ['ENTERED_BY_SELF', { enterers: ['reviewer'], ownerId: 'reviewer' }],
    ['OWNED_BY_SELF', { ownerId: 'reviewer', isOwnerOfTheDay: true }],
    ['OWNED_THAT_DAY', { isOwnerOfTheDay: true }],
  ] as const)('%s', (refusal, more) => expect(approvalRefusal({ ...facts, ...more })).toBe(refusal));
});

it('a confirmation of nothing that the person may read is none', () => {
  expect(decideAction({ ...APPROVAL, action: 'CONFIRM', groups: [] })).toBe('GROUPS_NOT_READABLE');
  expect(decideAction({ ...APPROVAL, action: 'CONFIRM', groups: ['BASIC'] })).toBeNull();
});
