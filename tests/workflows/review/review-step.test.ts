import { describe, expect, it } from 'vitest';
import { reviewStep } from '../../../workflows/review/review-step.ts';
import { statusStep } from '../../../workflows/review/status-step.ts';
import type { Action } from '../../../workflows/run/action.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { NOW, runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-23T01:00:00.000Z';
const PENDING = { status: 'PENDING' };
const IN_ORDER = { problems: [], completeness: 100, hasErrors: false };
const WRONG = { problems: [], completeness: 50, hasErrors: true };

/** A run that heard who asked for an action. */
const asked = (action: Action, by: string | null = 'reviewer', note = '') =>
  runAt(NOW, { actions: new Map([['company:x', { action, at: AT, by, note }]]) });
const company = (fields: object = {}, more: Partial<Subject> = {}) =>
  subjectOf('company', { accountOwnerId: 'rep', ...fields }, { enterers: ['rep'], judgement: IN_ORDER, ...more });

describe('an action somebody asks for', () => {
  it('is none where nothing is asked: what was answered last is still remembered', () => {
    expect(reviewStep.follow(runAt(), company(), { ...PENDING, acted: AT })).toEqual({ memory: { acted: AT } });
  });

  it('APPROVE by a second pair of eyes is carried out, logged, and counts as a check', () => {
    const subject = company({ tagAction: 'APPROVE', tagNextCheckOn: '2026-09-30' });
    const answer = reviewStep.follow(asked('APPROVE'), subject, PENDING);
    expect(answer.subject?.action).toMatchObject({ done: 'APPROVE', at: AT, by: 'reviewer', isTraced: true });
    expect(answer.subject?.checkedAt).toBe(AT);
    expect(answer.fields).toMatchObject({ tagAction: null, tagActionNote: '', tagCheckedGroups: null });
    expect(answer.subject?.action?.groups).toHaveLength(7);
    expect(answer.facts).toMatchObject([
      { kind: 'APPROVED', key: AT, by: 'reviewer', dueOn: '2026-09-30', onTime: true },
    ]);
    expect(answer.outcomes).toEqual([{ object: 'company', id: 'x', action: 'APPROVE', refusal: null }]);
    expect(answer.memory).toEqual({ acted: AT });
  });

  it.each([
    ['whoever entered the tags', 'rep', {}, {}, 'NOT_A_REVIEWER'],
    ['a reviewer who may have entered them', 'reviewer', {}, { suspects: [`reviewer@${AT}`] }, 'ENTERED_BY_SELF'],
    ['whoever owns the record', 'reviewer', { accountOwnerId: 'reviewer' }, {}, 'OWNED_BY_SELF'],
    ['a reviewer, of a record with errors', 'reviewer', {}, { judgement: WRONG }, 'RECORD_INCOMPLETE'],
    ['a reviewer, of what is doubtful', 'reviewer', { tagVerification: 'DOUBTFUL' }, {}, 'VERIFICATION_DOUBTFUL'],
    ['a reviewer, of tags that changed since', 'reviewer', {}, { entry: { at: NOW, by: 'rep' } }, 'TAGS_CHANGED_SINCE'],
  ] as const)('APPROVE by %s is refused, and says why', (_who, by, fields, more, refusal) => {
    const answer = reviewStep.follow(asked('APPROVE', by), company({ tagAction: 'APPROVE', ...fields }, more), PENDING);
    expect(answer.outcomes).toMatchObject([{ refusal }]);
    expect(answer.facts).toMatchObject([{ kind: 'REFUSED', key: `APPROVE:${AT}` }]);
    expect(answer.subject).toMatchObject({ action: { done: null } });
    expect(answer.fields).toHaveProperty('tagAction', null);
    expect(answer.fields).not.toHaveProperty('tagActionNote');
  });

  it('APPROVE waits ten minutes for it to be known who changed the tags, and no longer', () => {
    const unclaimed = (since: string) => company({ tagAction: 'APPROVE' }, { unclaimed: { tags: ['name'], since } });
    const waits = reviewStep.follow(asked('APPROVE'), unclaimed('2026-09-23T01:50:00.001Z'), PENDING);
    expect(waits).toEqual({ memory: { acted: undefined, waiting: { at: AT, by: 'reviewer', note: '' } } });
    const over = reviewStep.follow(asked('APPROVE'), unclaimed('2026-09-23T01:50:00.000Z'), PENDING);
    expect(over.outcomes).toMatchObject([{ refusal: 'ENTERED_BY_UNKNOWN' }]);
  });

  it('RETURN names the tags sent back; without a note it is refused', () => {
    const request = { action: 'RETURN' as const, at: AT, by: 'reviewer', isDirect: true, note: 'See the licence' };
    const run = runAt(NOW, { actions: new Map([['company:x', { ...request, returnedTags: ['tagBusinessScope'] }]]) });
    const answer = reviewStep.follow(run, company(), PENDING);
    expect(answer.fields).toMatchObject({ tagReturnedTags: ['tagBusinessScope'] });
    expect(answer.subject).toMatchObject({ checkedAt: null, record: { tagReturnedTags: ['tagBusinessScope'] } });
    const bare = reviewStep.follow(asked('RETURN'), company({ tagAction: 'RETURN' }), PENDING);
    expect(bare.outcomes).toMatchObject([{ refusal: 'NOTE_MISSING' }]);
  });
});

describe('a confirmation', () => {
  const confirmed = (by: string, groups: readonly string[] = [], more: object = {}) => {
    const request = { action: 'CONFIRM' as const, at: AT, by, groups, ...more };
    const run = runAt(NOW, { actions: new Map([['company:x', request]]) });
    return reviewStep.follow(run, company({ tagAction: 'CONFIRM', tagCheckedGroups: groups }), PENDING);
  };
  const ALL = ['BASIC', 'INDUSTRY', 'SIZE', 'NEEDS', 'INTENT', 'HISTORY', 'CREDIT'];

  it.each([
    ['of nothing by name is of all', 'manager', [], {}, ALL],
    ['by somebody whose post reads no credit records is of all others', 'rep', [], {}, ALL.slice(0, 6)],
    ['… unless their role in Twenty reads them', 'rep', [], { readsCredit: true, isDirect: true }, ALL],
    [
      'by a manager whose role does not read them is not of credit',
      'manager',
      [],
      { readsCredit: false },
      ALL.slice(0, 6),
    ],
    ['is of the groups it names, in the policy’s order', 'manager', ['CREDIT', 'BASIC'], {}, ['BASIC', 'CREDIT']],
    ['leaves out what is no group', 'rep', ['NEEDS', 'WEATHER'], {}, ['NEEDS']],
  ] as const)('%s', (_what, by, groups, more, expected) => {
    const { subject, fields, facts } = confirmed(by, groups, more);
    expect(subject?.action).toMatchObject({ done: 'CONFIRM', groups: expected });
    expect(fields).toMatchObject({ tagAction: null, tagCheckedGroups: null });
    // The check tells the log, which knows whether it is kept.
    expect(facts).toEqual([]);
  });

  it('of the credit group alone by somebody who may not read it is refused, and the groups stay', () => {
    const { outcomes, fields } = confirmed('rep', ['CREDIT']);
    expect(outcomes).toMatchObject([{ refusal: 'GROUPS_NOT_READABLE' }]);
    expect(fields).not.toHaveProperty('tagCheckedGroups');
  });
});

describe('the review status', () => {
  const action = (done: Action | null, note = '') => ({ done, at: AT, by: 'reviewer', isTraced: true, note });

  it.each([
    ['errors', 'APPROVED', { judgement: WRONG }, 'INCOMPLETE'],
    ['an entry', 'APPROVED', { isEnteredAnew: true }, 'PENDING'],
    ['nothing new', 'APPROVED', {}, 'APPROVED'],
    ['nothing new', 'INCOMPLETE', {}, 'PENDING'],
    ['an approval', 'PENDING', { action: action('APPROVE'), isEnteredAnew: true }, 'APPROVED'],
    ['a return', 'PENDING', { action: action('RETURN', 'No'), isEnteredAnew: true }, 'RETURNED'],
    ['a refusal', 'PENDING', { action: action(null) }, 'PENDING'],
  ] as const)('after %s, %s before, is …', (_what, status, more, expected) => {
    const answer = statusStep.follow(runAt(), company({}, more), { status });
    expect(answer.fields).toMatchObject({ tagReviewStatus: expected });
    expect(answer.memory).toMatchObject({ status: expected });
  });

  it('RETURNED is a matter of whoever entered the tags, due a working day later, until they are entered anew', () => {
    const record = { tagEnteredById: 'rep', accountOwnerId: 'manager', tagReturnedTags: ['tagBusinessScope'] };
    const returned = company(record, { action: action('RETURN', 'See the licence') });
    const answer = statusStep.follow(runAt(), returned, PENDING);
    expect(answer.matters).toMatchObject([
      {
        key: `return:${AT}`,
        dueOn: '2026-09-24',
        assigneeId: 'rep',
        tags: ['tagBusinessScope'],
        note: 'See the licence',
      },
    ]);
    expect(answer.memory).toEqual({ status: 'RETURNED', returnedAt: AT });
    const over = statusStep.follow(runAt(), company({}, { isEnteredAnew: true }), {
      status: 'RETURNED',
      returnedAt: AT,
    });
    expect(over).toEqual({
      subject: { statusBefore: 'RETURNED', status: 'PENDING' },
      fields: { tagReviewStatus: 'PENDING', tagReturnedTags: [] },
      matters: [],
      memory: { status: 'PENDING', returnedAt: undefined },
    });
  });
});
