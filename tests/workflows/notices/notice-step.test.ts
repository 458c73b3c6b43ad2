import { describe, expect, it } from 'vitest';
import { noticeStep } from '../../../workflows/notices/notice-step.ts';
import { changedSubject, runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const FRESH = { fresh: { at: AT, by: 'rep' } };
const OWNED = { accountOwnerId: 'rep', tagBusinessScope: 'Software' };
const beside = (...notices: readonly object[]) => ({
  beside: { ...subjectOf('company', {}).beside, notices: notices as never },
});
const opened = (fields: object = {}) => ({
  id: 'n',
  key: 'reported:n:x',
  name: 'Business scope: Acme',
  kind: 'BUSINESS_SCOPE',
  companyId: 'x',
  status: 'OPEN',
  judgedStatus: 'OPEN',
  createdAt: '2026-09-21T02:00:00.000Z',
  detectedAt: '2026-09-21T02:00:00.000Z',
  reportedById: 'rep',
  occurredAt: '2026-09-21T02:00:00.000Z',
  countedFrom: '2026-09-21T02:00:00.000Z',
  dueAt: '2026-09-22T16:00:00.000Z',
  dueOn: '2026-09-22',
  calendar: 'OFFICIAL',
  assigneeId: 'rep',
  heldBy: 'rep|manager',
  ...fields,
});

describe('a major change', () => {
  it('nobody reported is recorded as detected, in time when the tag was edited in time', () => {
    const subject = changedSubject('company', OWNED, { tagBusinessScope: 'Hardware' }, FRESH);
    const { notices = [], facts, tasks } = noticeStep.follow(runAt(), subject, {});
    expect(notices).toMatchObject([
      {
        fields: {
          key: 'detected:BUSINESS_SCOPE:x:4',
          companyId: 'x',
          isDetected: true,
          occurredAt: AT,
          completedAt: AT,
          status: 'DONE',
          dueOn: '2026-09-23',
          reportedById: 'rep',
        },
      },
    ]);
    expect(facts).toMatchObject([{ kind: 'NOTICE_CLOSED', by: 'rep', onTime: true }]);
    expect(tasks).toEqual([]);
  });

  it('reported first completes its notice, and is recorded once', () => {
    const subject = changedSubject(
      'company',
      OWNED,
      { tagBusinessScope: 'Hardware' },
      { ...FRESH, ...beside(opened()) },
    );
    const { notices = [], facts, closedTasks } = noticeStep.follow(runAt(), subject, {});
    expect(notices).toMatchObject([{ id: 'n', fields: { completedAt: AT, status: 'DONE' } }]);
    expect(facts).toMatchObject([{ kind: 'NOTICE_CLOSED', onTime: true }]);
    expect(closedTasks).toHaveLength(1);
  });

  it('of another kind leaves the notice open', () => {
    const other = opened({ kind: 'NAME' });
    const subject = changedSubject('company', OWNED, { tagBusinessScope: 'Hardware' }, { ...FRESH, ...beside(other) });
    const { notices = [] } = noticeStep.follow(runAt('2026-09-22T15:00:00.000Z'), subject, {});
    expect(notices.map(({ fields }) => fields.key)).toEqual(['detected:BUSINESS_SCOPE:x:4']);
  });

  it.each([
    ['a first sight', { isFirst: true }],
    ['no change', {}],
  ])('is none at %s', (_what, more) => {
    const subject = subjectOf('company', OWNED, { ...FRESH, ...more });
    expect(noticeStep.follow(runAt(), subject, {})).toMatchObject({ notices: [], facts: [], tasks: [] });
  });

  it('in two steps, emptied and filled again, is one all the same; filled as it was it is none', () => {
    const emptied = changedSubject('company', OWNED, { tagBusinessScope: '' }, FRESH);
    const first = noticeStep.follow(runAt(), emptied, {});
    expect(first.notices).toEqual([]);
    expect(Object.keys(first.memory?.cleared ?? {})).toEqual(['tagBusinessScope']);
    const memory = { cleared: first.memory?.cleared ?? {} };
    const filled = (scope: string) =>
      changedSubject('company', { ...OWNED, tagBusinessScope: '' }, { tagBusinessScope: scope }, FRESH);
    expect(noticeStep.follow(runAt(), filled('Hardware'), memory).notices).toHaveLength(1);
    expect(noticeStep.follow(runAt(), filled('Software'), memory).notices).toEqual([]);
  });

  it('of a product with gaps stays open until they are filled (A5)', () => {
    const wrong = { judgement: { problems: [], completeness: 50, hasErrors: true } };
    const before = { model: 'X', features: 'Old', keeperId: 'rep' };
    const changed = changedSubject('tagProduct', before, { features: 'New' }, { ...FRESH, ...wrong });
    const { notices = [], memory } = noticeStep.follow(runAt(), changed, {});
    expect(notices).toMatchObject([{ fields: { status: 'OPEN', completedAt: null } }]);
    expect(memory?.edited).toHaveLength(1);
    const edited = memory?.edited ?? [];
    const late = { ...notices[0]?.fields, id: 'n', judgedStatus: 'OPEN', createdAt: AT };
    const whole = subjectOf('tagProduct', { ...before, features: 'New' }, { ...FRESH, ...beside(late) });
    const done = noticeStep.follow(runAt(), whole, { edited });
    expect(done.notices).toMatchObject([{ id: 'n', fields: { completedAt: AT, status: 'DONE' } }]);
    expect(done.memory?.edited).toBeUndefined();
  });
});

describe('an open notice', () => {
  it('past its deadline is overdue: told to the log, and to the manager', () => {
    const subject = subjectOf('company', OWNED, beside(opened()));
    const { notices = [], facts, tasks = [] } = noticeStep.follow(runAt('2026-09-22T16:00:00.000Z'), subject, {});
    expect(notices).toMatchObject([{ id: 'n', fields: { status: 'OVERDUE' } }]);
    expect(facts).toMatchObject([{ kind: 'NOTICE_OVERDUE', onTime: false, dueOn: '2026-09-22' }]);
    expect(tasks).toMatchObject([{ assigneeId: 'manager', dueAt: null }]);
  });

  it('on its last day is left alone', () => {
    const subject = subjectOf('company', OWNED, beside(opened()));
    const answer = noticeStep.follow(runAt('2026-09-22T15:59:59.999Z'), subject, {});
    expect(answer).toMatchObject({ facts: [], tasks: [], closedTasks: [] });
    expect(answer.notices?.flatMap(({ fields }) => fields.status ?? [])).toEqual([]);
  });
});
