import { describe, expect, it } from 'vitest';
import { noticeStep } from '../../../workflows/notices/notice-step.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { rosterOf } from '../../../workflows/run/roster.ts';
import { taskId } from '../../../workflows/run/task.ts';
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
    // The owner's, and the one by which the tag manager heard of it, if there was one.
    expect(closedTasks).toEqual([taskId('company', 'x', 'notice:n'), taskId('company', 'x', 'report:n')]);
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

describe('the tag manager hears of a reported change (4.2.1)', () => {
  const TEAM = [
    { id: 'm1', workspaceMemberId: 'rep', managerId: 'm2' },
    { id: 'm2', workspaceMemberId: 'manager' },
    { id: 'm3', workspaceMemberId: 'keeper', duties: ['TAG_MANAGER'] },
    { id: 'm4', workspaceMemberId: 'second', duties: ['TAG_MANAGER'] },
  ];
  const run = (members: readonly TwentyRecord[] = TEAM) =>
    runAt(AT, {
      roster: rosterOf(
        members,
        members.map(({ workspaceMemberId }) => ({ id: workspaceMemberId })),
      ),
    });
  /** A report as a person made it. */
  const reported = (fields: object = {}) =>
    opened({ key: null, judgedStatus: null, dueAt: null, countedFrom: null, createdAt: AT, occurredAt: AT, ...fields });
  const assignees = (fields: object = {}, members?: readonly TwentyRecord[]) =>
    (noticeStep.follow(run(members), subjectOf('company', OWNED, beside(reported(fields))), {}).tasks ?? []).map(
      ({ title, assigneeId }) => [title, assigneeId],
    );
  const OWNERS = ['Update the tags (Business scope adjusted): Acme', 'rep'];

  it('by a task, besides the owner who updates', () => {
    expect(assignees()).toEqual([OWNERS, ['Change reported (Business scope adjusted): Acme', 'keeper']]);
  });

  it.each([
    ['one of them reported it', { reportedById: 'second' }, TEAM],
    ['nobody has the duty', {}, TEAM.slice(0, 2)],
  ])('not where %s', (_what, fields, members) => {
    expect(assignees(fields, members)).toEqual([OWNERS]);
  });

  it('not where one of them updates the tags', () => {
    expect(assignees({ assigneeId: 'keeper' })).toEqual([[OWNERS[0], 'keeper']]);
  });

  it('until it is closed; of one that was found by itself there is nothing to hear', () => {
    const done = changedSubject('company', OWNED, { tagBusinessScope: 'Hardware' }, { ...FRESH, ...beside(opened()) });
    const { closedTasks } = noticeStep.follow(run(), done, {});
    expect(closedTasks).toEqual([taskId('company', 'x', 'notice:n'), taskId('company', 'x', 'report:n')]);
    const found = changedSubject('company', OWNED, { tagBusinessScope: 'Hardware' }, FRESH);
    expect(noticeStep.follow(run(), found, {}).tasks).toEqual([]);
  });

  it('once: looked at again, nothing is told', () => {
    expect(noticeStep.follow(run(), subjectOf('company', OWNED, beside(opened())), {}).tasks).toEqual([]);
  });
});

describe('an outstanding result of a member (4.1.12)', () => {
  const PROFILE = { workspaceMemberId: 'rep', name: 'Wang', jobPosition: 'SALES_REP' };
  const praise = (fields: object = {}) =>
    opened({
      ...{ key: null, judgedStatus: null, dueAt: null, countedFrom: null, companyId: null, memberId: 'x' },
      ...{
        kind: 'ACHIEVEMENT',
        description: 'Won the framework contract',
        assigneeId: null,
        createdAt: AT,
        occurredAt: AT,
      },
      ...fields,
    });
  const follow = (after: TwentyRecord, notice: object, memory = {}) => {
    const subject = changedSubject('tagMember', PROFILE, after, { ...FRESH, ...beside(notice) });
    return noticeStep.follow(runAt(), subject, memory);
  };

  it('is told with its reason, and is for the member’s manager to answer by teamwork tags', () => {
    const { facts, tasks, notices } = follow({}, praise());
    expect(facts).toMatchObject([{ kind: 'NOTICE_OPENED', note: 'Won the framework contract' }]);
    expect(tasks).toMatchObject([{ title: 'Update the tags (Outstanding result): Wang', assigneeId: 'manager' }]);
    expect(notices).toMatchObject([{ fields: { assigneeId: 'manager', dueOn: '2026-09-23' } }]);
  });

  it.each([
    ['teamwork tags', { teamwork: ['STRONG_COMMUNICATION'] }, 'ACHIEVEMENT', 'DONE'],
    ['another post', { jobPosition: 'SALES_MANAGER' }, 'ACHIEVEMENT', 'OVERDUE'],
    ['teamwork tags', { teamwork: ['STRONG_COMMUNICATION'] }, 'MEMBER', 'DONE'],
  ])('%s of the member answer a notice: %j, %s', (_what, after, kind, status) => {
    const notice = opened({ kind, key: 'reported:n:x', companyId: null, memberId: 'x', assigneeId: 'manager' });
    const { notices = [] } = follow(after, notice);
    expect(notices.find(({ id }) => id === 'n')?.fields.status).toBe(status);
  });
});

describe('whose a change is, found by itself as if it had been reported (4.1.11, 4.1.12)', () => {
  const PROFILE = { workspaceMemberId: 'rep', name: 'Wang', jobPosition: 'SALES_REP' };
  const found = (object: 'company' | 'tagMember', before: TwentyRecord, after: TwentyRecord, by: string) => {
    const subject = changedSubject(object, before, after, { fresh: { at: AT, by } });
    return noticeStep.follow(runAt(), subject, {}).notices?.map(({ fields }) => fields.assigneeId);
  };
  const reported = (kind: string, named: string | null = null) => {
    const notice = opened({ kind, key: null, judgedStatus: null, companyId: null, memberId: 'x', assigneeId: named });
    const { notices } = noticeStep.follow(runAt(), subjectOf('tagMember', PROFILE, beside(notice)), {});
    return notices?.map(({ fields }) => fields.assigneeId);
  };

  it.each([
    ['ACHIEVEMENT', { teamwork: ['STRONG_COMMUNICATION'] }],
    ['MEMBER', { jobPosition: 'SALES_MANAGER' }],
    ['MEMBER', { expertiseNote: 'Key accounts' }],
  ])('a member’s %s: the manager’s, who keeps profiles: %j', (kind, after) => {
    const held = { teamwork: ['TEAM_SYNERGY'], expertiseNote: 'Retail' };
    expect(found('tagMember', { ...PROFILE, ...held }, after, 'manager')).toEqual(['manager']);
    expect(reported(kind)).toEqual(['manager']);
  });

  it('whom the report names stands', () => {
    expect(reported('MEMBER', 'reviewer')).toEqual([undefined]);
  });

  it('a customer’s: the owner’s, whoever edited it', () => {
    expect(found('company', OWNED, { tagBusinessScope: 'Hardware' }, 'reviewer')).toEqual(['rep']);
  });

  it('the member’s, where nobody leads or holds a duty; but praise is nobody’s to give then (A27)', () => {
    const alone = runAt(AT, { roster: rosterOf([{ id: 'm1', workspaceMemberId: 'rep' }], [{ id: 'rep' }]) });
    const whose = (after: TwentyRecord) =>
      noticeStep
        .follow(alone, changedSubject('tagMember', { ...PROFILE, teamwork: ['TEAM_SYNERGY'] }, after, FRESH), {})
        .notices?.map(({ fields }) => fields.assigneeId);
    expect(whose({ jobPosition: 'SALES_MANAGER' })).toEqual(['rep']);
    expect(whose({ teamwork: ['STRONG_COMMUNICATION'] })).toEqual([null]);
  });
});

it('why a product changes is told with the change (4.1.7)', () => {
  const fields = {
    key: null,
    judgedStatus: null,
    kind: 'FUNCTION_UPGRADE',
    cause: 'FEEDBACK',
    companyId: null,
    productId: 'x',
  };
  const subject = subjectOf('tagProduct', { name: 'Gateway', keeperId: 'rep' }, beside(opened(fields)));
  expect(noticeStep.follow(runAt(), subject, {}).facts).toMatchObject([
    { kind: 'NOTICE_OPENED', note: 'Market feedback' },
  ]);
});
