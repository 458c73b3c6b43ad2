import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/facts.ts';
import type { TagChange } from '../../../workflows/memory/seen.ts';
import { reviewMemory } from '../../../workflows/review/review-memory.ts';
import { reviewStep } from '../../../workflows/review/review-step.ts';
import { isInSample } from '../../../workflows/review/sampling.ts';
import { statusStep } from '../../../workflows/review/status-step.ts';
import type { Action } from '../../../workflows/run/action.ts';
import type { Run } from '../../../workflows/run/run.ts';
import { readSettings } from '../../../workflows/settings.ts';
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
      {
        kind: 'APPROVED',
        key: AT,
        by: 'reviewer',
        dueOn: '2026-09-30',
        onTime: true,
        passedPoints: ['FORM', 'TRUTH', 'BUSINESS'],
      },
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
    const sent = { ...request, returnedTags: ['tagBusinessScope'], verdicts: { TRUTH: 'FAIL', FORM: 'PASS' } as const };
    const run = runAt(NOW, { actions: new Map([['company:x', sent]]) });
    const groups = { BASIC: { at: '2026-09-22T01:00:00.000Z', by: 'other' } };
    const answer = reviewStep.follow(run, company({ tagEnteredById: 'rep' }, { groups }), PENDING);
    expect(answer.fields).toMatchObject({ tagActionResult: 'Returned (True, reliable): See the licence' });
    // It is a judgement of whoever entered the group of the returned tag.
    expect(answer.facts).toMatchObject([
      { kind: 'RETURNED', by: 'reviewer', responsible: 'other', passedPoints: ['FORM'], failedPoints: ['TRUTH'] },
    ]);
    expect(answer.fields).toMatchObject({ tagReturnedTags: ['tagBusinessScope'] });
    expect(answer.subject).toMatchObject({ checkedAt: null, record: { tagReturnedTags: ['tagBusinessScope'] } });
    const bare = reviewStep.follow(asked('RETURN'), company({ tagAction: 'RETURN' }), PENDING);
    expect(bare.outcomes).toMatchObject([{ refusal: 'NOTE_MISSING' }]);
  });

  it('the verdict is read where it was typed, refused where it contradicts, and gone once it was taken', () => {
    const said = { tagVerdictForm: 'FAIL', tagVerdictTruth: 'PASS' };
    const approve = reviewStep.follow(asked('APPROVE'), company({ tagAction: 'APPROVE', ...said }), PENDING);
    expect(approve.outcomes).toMatchObject([{ refusal: 'VERDICT_FAILED' }]);
    expect(approve.fields).not.toHaveProperty('tagVerdictForm');
    const note = { tagAction: 'RETURN', tagActionNote: 'Name' };
    const unsaid = reviewStep.follow(asked('RETURN'), company(note), PENDING);
    expect(unsaid.outcomes).toMatchObject([{ refusal: 'VERDICT_MISSING' }]);
    const taken = reviewStep.follow(asked('RETURN'), company({ ...note, ...said }), PENDING);
    expect(taken.facts).toMatchObject([{ passedPoints: ['TRUTH'], failedPoints: ['FORM'] }]);
    expect(taken.fields).toMatchObject({ tagVerdictForm: null, tagVerdictTruth: null, tagVerdictBusiness: null });
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

const action = (done: Action | null, note = '') => ({ done, at: AT, by: 'reviewer', isTraced: true, note });

describe('the review status', () => {
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
    const taken = { ...action('RETURN', 'See the licence'), returnedTags: ['tagBusinessScope'] };
    const answer = statusStep.follow(runAt(), company(record, { action: taken }), PENDING);
    expect(answer.matters).toMatchObject([
      {
        key: `return:${AT}`,
        dueOn: '2026-09-24',
        assigneeId: 'rep',
        tags: ['tagBusinessScope'],
        note: 'See the licence',
      },
    ]);
    const returnedTo = [{ by: 'rep', tags: ['tagBusinessScope'] }];
    expect(answer.memory).toEqual({ status: 'RETURNED', returnedAt: AT, returnedTo });
    expect(answer.subject).toMatchObject({ correction: { dueOn: '2026-09-24', isOverdue: false } });
    const fresh = { at: NOW, by: 'rep' };
    const over = statusStep.follow(runAt(), company({}, { isEnteredAnew: true, fresh }), {
      status: 'RETURNED',
      returnedAt: AT,
      returnedTo,
    });
    expect(over).toMatchObject({
      subject: { statusBefore: 'RETURNED', status: 'PENDING', correction: null },
      fields: { tagReviewStatus: 'PENDING', tagReturnedTags: [] },
      facts: [{ kind: 'CORRECTED', key: AT, at: NOW, by: 'rep', responsible: 'rep', onTime: true }],
      matters: [],
    });
    expect(over.memory).toEqual({ status: 'PENDING' });
  });

  const to = [
    { by: 'rep', tags: ['tagBusinessScope'] },
    { by: 'manager', tags: ['tagIndustry'] },
  ];
  const RETURNED = { status: 'RETURNED', returnedAt: AT, returnedTo: to };

  it('RETURNED is a matter of each who entered a group of the returned tags, as it was when they were returned', () => {
    const groups = { BASIC: { at: AT, by: 'rep' }, INDUSTRY: { at: AT, by: 'manager' } };
    const returnedTags = ['tagBusinessScope', 'tagIndustry'];
    const subject = company({ tagEnteredById: 'rep' }, { groups, action: { ...action('RETURN', 'No'), returnedTags } });
    const answer = statusStep.follow(runAt(), subject, PENDING);
    expect(answer.memory).toMatchObject({ returnedTo: to });
    const later = statusStep.follow(runAt(), company({ tagEnteredById: 'reviewer' }), RETURNED);
    for (const { matters } of [answer, later])
      expect(matters).toMatchObject([
        { key: `return:${AT}`, assigneeId: 'rep', tags: ['tagBusinessScope'] },
        { key: `return:${AT}:manager`, assigneeId: 'manager', tags: ['tagIndustry'] },
      ]);
  });

  it('RETURNED is in time to the last second, a miss and the managers’ from the next, and told once', () => {
    const at = (now: string, memory: object = RETURNED) =>
      statusStep.follow(runAt(now), company(), memory as typeof RETURNED);
    expect(at('2026-09-24T15:59:59.999Z')).toMatchObject({ facts: [], subject: { correction: { isOverdue: false } } });
    const late = at('2026-09-24T16:00:00.000Z');
    expect(late.facts).toMatchObject([
      { kind: 'CORRECTION_MISSED', key: AT, responsible: 'rep', onTime: false },
      { kind: 'CORRECTION_MISSED', key: `${AT}:manager`, responsible: 'manager', onTime: false },
    ]);
    expect(late.matters).toMatchObject([
      { kind: 'RETURN', assigneeId: 'rep' },
      { kind: 'RETURN_OVERDUE', key: `return-overdue:${AT}`, assigneeId: 'manager' },
      { kind: 'RETURN', assigneeId: 'manager' },
      // Whoever has no manager: the reviewer holds the only duty there is.
      { kind: 'RETURN_OVERDUE', assigneeId: 'reviewer' },
    ]);
    expect(at('2026-09-25T02:00:00.000Z', { ...RETURNED, ...late.memory }).facts).toEqual([]);
  });

  it('corrected late is a miss though nobody looked in between; approved as it was it is nothing', () => {
    const late = { isEnteredAnew: true, fresh: { at: '2026-09-24T16:00:00.000Z', by: 'rep' } };
    const follow = (more: Partial<Subject>, memory: object) =>
      statusStep.follow(runAt('2026-09-25T02:00:00.000Z'), company({}, more), {
        ...RETURNED,
        returnedTo: to.slice(0, 1),
        ...memory,
      });
    expect(follow(late, {}).facts).toMatchObject([{ kind: 'CORRECTION_MISSED' }, { kind: 'CORRECTED', onTime: false }]);
    expect(follow(late, { isReturnMissed: true }).facts).toMatchObject([{ kind: 'CORRECTED', onTime: false }]);
    expect(follow({ action: action('APPROVE') }, {}).facts).toEqual([]);
  });

  describe('returned to several', () => {
    const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();
    const BEFORE = { BASIC: { at: later(-9), by: 'rep' }, INDUSTRY: { at: later(-9), by: 'manager' } };
    const follow = (groups: object, memory: object = RETURNED, more: Partial<Subject> = {}) =>
      statusStep.follow(runAt(), company({}, { groups: { ...BEFORE, ...groups }, isEnteredAnew: true, ...more }), {
        ...RETURNED,
        ...memory,
      });

    it('each corrects their own, and answers for it alone; the record awaits review when nothing is left', () => {
      const one = follow({ BASIC: { at: later(5), by: 'rep' } });
      expect(one).toMatchObject({
        fields: { tagReviewStatus: 'RETURNED' },
        facts: [{ kind: 'CORRECTED', key: AT, at: later(5), by: 'rep', responsible: 'rep', onTime: true }],
        matters: [{ kind: 'RETURN', key: `return:${AT}:manager`, assigneeId: 'manager' }],
        memory: { returnedAt: AT, returnedTo: [{ by: 'rep', isDone: true }, { by: 'manager' }] },
      });
      // Looked at again, nothing is told twice.
      expect(follow({ BASIC: { at: later(5), by: 'rep' } }, reviewMemory({ ...one.memory })).facts).toEqual([]);
      const both = { BASIC: { at: later(5), by: 'rep' }, INDUSTRY: { at: later(6), by: 'manager' } };
      expect(follow(both, reviewMemory({ ...one.memory }))).toMatchObject({
        fields: { tagReviewStatus: 'PENDING', tagReturnedTags: [] },
        facts: [{ kind: 'CORRECTED', key: `${AT}:manager`, responsible: 'manager' }],
        matters: [],
      });
    });

    it.each([
      ['somebody else enters their tags', { INDUSTRY: { at: later(5), by: 'reviewer' } }, [`${AT}:manager`]],
      ['they enter others', { NEED: { at: later(5), by: 'manager' } }, [`${AT}:manager`]],
      [
        'one enters the tags of both',
        { BASIC: { at: later(5), by: 'rep' }, INDUSTRY: { at: later(5), by: 'rep' } },
        [AT, `${AT}:manager`],
      ],
      ['nobody has since', {}, []],
      ['a third enters a third', { NEED: { at: later(5), by: 'reviewer' } }, []],
    ])('%s', (_what, groups, keys) => expect(follow(groups).facts?.map(({ key }) => key)).toEqual(keys));

    it('what has errors is not corrected, though the rest is', () => {
      const problem = {
        code: 'REQUIRED_MISSING',
        severity: 'ERROR',
        tag: 'tagIndustry',
        clause: '2.1.7',
        data: {},
      } as const;
      const judgement = { problems: [problem], completeness: 90, hasErrors: true };
      const groups = { BASIC: { at: later(5), by: 'rep' }, INDUSTRY: { at: later(5), by: 'manager' } };
      const answer = follow(groups, {}, { judgement });
      expect(answer.facts).toMatchObject([{ kind: 'CORRECTED', responsible: 'rep' }]);
      expect(answer.matters).toMatchObject([{ assigneeId: 'manager' }]);
      expect(answer.fields).toMatchObject({ tagReviewStatus: 'INCOMPLETE' });
    });

    it('late, each misses their own', () => {
      const record = company(
        {},
        { groups: { ...BEFORE, BASIC: { at: '2026-09-24T17:00:00.000Z', by: 'rep' } }, isEnteredAnew: true },
      );
      expect(statusStep.follow(runAt('2026-09-25T02:00:00.000Z'), record, RETURNED).facts).toMatchObject([
        { kind: 'CORRECTION_MISSED', responsible: 'manager' },
        { kind: 'CORRECTION_MISSED', responsible: 'rep' },
        { kind: 'CORRECTED', responsible: 'rep', onTime: false },
      ]);
    });
  });

  it('what was returned before it was remembered to whom is whoever’s entered last, and never told of as late', () => {
    const old = { status: 'RETURNED', returnedAt: AT };
    const subject = company({ tagEnteredById: 'manager', tagReturnedTags: ['name'] });
    const answer = statusStep.follow(runAt('2026-09-28T02:00:00.000Z'), subject, old);
    expect(answer).toMatchObject({
      facts: [],
      matters: [{ key: `return:${AT}`, assigneeId: 'manager', tags: ['name'] }],
      subject: { correction: null },
    });
    expect(answer.memory).toEqual(old);
  });
});

describe('what need not be reviewed', () => {
  const sample = (percent: string, more: Partial<Run> = {}) =>
    runAt(NOW, { settings: readSettings({ NOTICE_LANGUAGE: 'en', REVIEW_SAMPLE: percent }).settings, ...more });
  const first = { isFirst: true, isEnteredAnew: true, entry: { at: NOW, by: 'rep' } };
  const edit = (tag: string) => ({ isEnteredAnew: true, changes: [{ tag: tagOf('company', tag) } as TagChange] });
  const status = (run: Run, more: Partial<Subject>, before: object, object: 'company' | 'opportunity' = 'company') =>
    statusStep.follow(run, subjectOf(object, {}, { judgement: IN_ORDER, ...more }), { status: '', ...before });

  it.each([
    ['a new customer is reviewed', 'company', first, {}, 'PENDING'],
    ['a new deal is not', 'opportunity', first, {}, 'EXEMPT'],
    ['a major change is reviewed', 'company', edit('name'), { status: 'APPROVED' }, 'PENDING'],
    ['another change is not', 'company', edit('tagRegion'), { status: 'APPROVED' }, 'EXEMPT'],
    [
      'a change of what awaits review leaves it waiting',
      'company',
      edit('tagRegion'),
      { status: 'PENDING' },
      'PENDING',
    ],
    [
      'a change of what was exempt leaves it so',
      'company',
      edit('tagRegion'),
      { status: 'EXEMPT', exempt: true },
      'EXEMPT',
    ],
    [
      'a major change of what was exempt is reviewed',
      'company',
      edit('name'),
      { status: 'EXEMPT', exempt: true },
      'PENDING',
    ],
    ['what was exempt before it broke is so again', 'company', {}, { status: 'INCOMPLETE', exempt: true }, 'EXEMPT'],
    ['what awaited review before it broke does again', 'company', {}, { status: 'INCOMPLETE' }, 'PENDING'],
    [
      'a correction is reviewed',
      'company',
      edit('tagRegion'),
      { status: 'RETURNED', returnedAt: AT, returnedTo: [] },
      'PENDING',
    ],
  ] as const)('%s', (_what, object, more, before, expected) => {
    expect(status(sample('0'), more as Partial<Subject>, before, object).fields).toMatchObject({
      tagReviewStatus: expected,
    });
  });

  it('is all the rest for a sample of 0, and nothing for one of 100', () => {
    expect(status(sample('100'), first, {}, 'opportunity').fields).toMatchObject({ tagReviewStatus: 'PENDING' });
    expect(status(sample('100'), edit('tagRegion'), { status: 'APPROVED' }).fields).toMatchObject({
      tagReviewStatus: 'PENDING',
    });
  });

  it('is what the installation finds, customers too', () => {
    const run = sample('0', { isInstalling: true });
    expect(status(run, first, {}).fields).toMatchObject({ tagReviewStatus: 'EXEMPT' });
  });

  it('may be taken up all the same, and is approved then', () => {
    const answer = status(sample('0'), { action: action('APPROVE') }, { status: 'EXEMPT', exempt: true });
    expect(answer.fields).toMatchObject({ tagReviewStatus: 'APPROVED' });
    expect(answer.memory).toEqual({ status: 'APPROVED' });
  });

  it('is remembered while an error hides it, and of an approval that broke', () => {
    const broken = status(sample('0'), { ...edit('tagRegion'), judgement: WRONG }, { status: 'APPROVED' });
    expect(broken.memory).toEqual({ status: 'INCOMPLETE', exempt: true });
  });
});

describe('the sample', () => {
  it.each([0, 1, 10, 50, 100])('of %i percent is that share of records and days, and grows with it', (percent) => {
    const pairs = Array.from({ length: 4000 }, (_unused, at) => [`record-${at % 500}`, `2026-09-${(at % 28) + 1}`]);
    const selected = pairs.filter(([id = '', day = '']) => isInSample(id, day, percent));
    expect(Math.abs(selected.length / 40 - percent)).toBeLessThan(2);
    for (const [id = '', day = ''] of selected) expect(isInSample(id, day, Math.min(100, percent + 5))).toBe(true);
  });

  it('is the same for whoever looks and however often', () => {
    const look = () => Array.from({ length: 50 }, (_unused, at) => isInSample(`r${at}`, '2026-09-23', 10));
    expect(look()).toEqual(look());
  });
});
