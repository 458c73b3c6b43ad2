import { describe, expect, it } from 'vitest';
import { appointmentStep } from '../../../workflows/appointments/appointment-step.ts';
import { appointmentsMemory } from '../../../workflows/appointments/appointments-memory.ts';
import { selfGiven } from '../../../workflows/appointments/self-given.ts';
import type { Entry } from '../../../workflows/run/entry.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import type { SelfGift } from '../../../workflows/run/self-gift.ts';
import { changedSubject, NOW, runAt, subjectOf } from '../hand-made.ts';

describe('what a member gave themselves', () => {
  const judge = (more: Partial<Parameters<typeof selfGiven>[0]>) =>
    selfGiven({
      held: ['REVIEWER', 'SENIOR'],
      before: ['REVIEWER'],
      told: [],
      isSuspect: false,
      isAlone: false,
      ...more,
    });

  it.each([
    ['nothing that others gave', {}, []],
    ['what an event tells', { told: ['SENIOR'] }, ['SENIOR']],
    [
      'what an event tells, though it is not known what was held before',
      { before: null, told: ['SENIOR'] },
      ['SENIOR'],
    ],
    ['not what is held no more', { held: ['REVIEWER'], told: ['SENIOR'] }, []],
    ['what was gained, where the member may have written it', { isSuspect: true }, ['SENIOR']],
    ['not what was held before', { isSuspect: true, before: ['REVIEWER', 'SENIOR'] }, []],
    ['nothing where it is not known what was held before', { isSuspect: true, before: null }, []],
    ['nothing while nobody else could give it', { told: ['SENIOR'], isSuspect: true, isAlone: true }, []],
  ] as const)('%s', (_what, more, expected) => expect(judge(more)).toEqual(expected));
});

describe('a profile', () => {
  const AT = '2026-09-22T02:00:00.000Z';
  const NOTHING = { duties: [], teamwork: [], reviewerSkills: [] };
  const person = (workspaceMemberId: string) => ({ source: 'MANUAL', workspaceMemberId });
  const OWN = { workspaceMemberId: 'rep', updatedAt: AT, updatedBy: person('rep'), createdBy: person('manager') };
  const changed = (before: TwentyRecord, after: TwentyRecord) =>
    changedSubject('tagMember', { ...OWN, ...before }, after);
  const entry = (by: string, tags: string[], before?: Entry): Entry => ({
    at: AT,
    by,
    tags,
    ...(before ? { before } : {}),
  });
  const run = (entries: readonly Entry[], gifts: readonly Partial<SelfGift>[] = []) =>
    runAt(NOW, {
      entries: new Map([['tagMember:x', entries]]),
      selfGifts: new Map([['tagMember:x', gifts.map((gift) => ({ at: AT, ...NOTHING, ...gift }))]]),
    });
  const given = { duties: ['SENIOR'] };
  const none = { ...NOTHING, user: 'rep' };

  it('whose member gave themselves a duty is put back, and the log is told', () => {
    const subject = changed({ duties: ['REVIEWER'] }, { duties: ['REVIEWER', 'SENIOR'] });
    const answer = appointmentStep.follow(run([entry('rep', ['duties'])], [given]), subject, {});
    expect(answer.reverts).toEqual([{ duties: ['REVIEWER'] }]);
    expect(answer.subject).toMatchObject({ values: { duties: ['REVIEWER'] }, changes: [] });
    expect(answer.facts).toMatchObject([
      {
        kind: 'REVERTED',
        key: `self:${AT}:duties`,
        by: 'rep',
        at: AT,
        tag: 'duties',
        note: expect.stringContaining('Senior management'),
      },
    ]);
    expect(answer.memory).toEqual({ appointed: { ...none, duties: ['REVIEWER'], at: AT } });
  });

  it('whose member praised themselves likewise', () => {
    const subject = changed({}, { teamwork: ['STRONG_COMMUNICATION'] });
    const { reverts, facts } = appointmentStep.follow(
      run([entry('rep', ['teamwork'])], [{ teamwork: ['STRONG_COMMUNICATION'] }]),
      subject,
      {},
    );
    expect(reverts).toEqual([{ teamwork: [] }]);
    expect(facts).toMatchObject([{ tag: 'teamwork' }]);
  });

  it.each([
    ['a first note', undefined, ''],
    ['another note', 'Ten years of sales', 'Ten years of sales'],
  ])('whose member says what qualifies them likewise: %s', (_what, before, restored) => {
    const reviewerSkills = 'I know it all';
    const appointed = { ...none, reviewerSkills: before ? [before] : [] };
    const { reverts, facts, memory } = appointmentStep.follow(
      run([entry('rep', ['reviewerSkills'])], [{ reviewerSkills: [reviewerSkills] }]),
      changed({ reviewerSkills: before }, { reviewerSkills }),
      { appointed },
    );
    expect(reverts).toEqual([{ reviewerSkills: restored }]);
    expect(facts).toMatchObject([{ tag: 'reviewerSkills', note: expect.stringMatching(/: Review skills$/) }]);
    expect(memory).toEqual({ appointed: { ...appointed, at: AT } });
  });

  it('gets the note back that another wrote just before, though its event is still to come', () => {
    const gifts = [
      { reviewerSkills: ['I know it all'], replaced: ['Ten years of sales'] },
      { reviewerSkills: ['Everything'], replaced: ['I know it all'] },
    ];
    const subject = changed({}, { reviewerSkills: 'Everything' });
    const answer = appointmentStep.follow(run([entry('rep', ['reviewerSkills'])], gifts), subject, { appointed: none });
    expect(answer.reverts).toEqual([{ reviewerSkills: 'Ten years of sales' }]);
  });

  it('whose member takes such a note back gave themselves nothing', () => {
    const subject = changed({ reviewerSkills: 'Ten years of sales' }, { reviewerSkills: '' });
    const known = { appointed: { ...none, reviewerSkills: ['Ten years of sales'] } };
    expect(appointmentStep.follow(run([entry('rep', ['reviewerSkills'])]), subject, known).reverts).toBeUndefined();
  });

  it.each([
    ['that others changed', run([entry('manager', ['duties'])]), undefined],
    ['that nobody is known to have changed, the member having written last', runAt(), [{ duties: [] }]],
    [
      'that another wrote just before the member did',
      run([entry('rep', ['jobPosition'], entry('manager', []))]),
      undefined,
    ],
    [
      'that the member wrote just before another did',
      run([entry('manager', ['jobPosition'], entry('rep', []))]),
      [{ duties: [] }],
    ],
    [
      'that the member wrote last without entering anything',
      runAt(NOW, { asides: new Map([['tagMember:x', [{ at: AT, by: 'rep', before: entry('manager', []) }]]]) }),
      undefined,
    ],
  ] as const)('%s', (_what, how, expected) => {
    const subject = changed({}, given);
    expect(appointmentStep.follow(how, subject, { appointed: none }).reverts).toEqual(expected);
  });

  it('is not looked at twice for one write, and what others gave again since stays', () => {
    const subject = changed(given, {});
    const known = { appointed: { ...none, ...given, at: AT } };
    const { reverts, memory } = appointmentStep.follow(run([entry('rep', ['duties'])], [given]), subject, known);
    expect(reverts).toBeUndefined();
    expect(memory).toEqual(known);
  });

  it('that becomes the member’s own holds nothing of before', () => {
    const subject = changed({ ...given, workspaceMemberId: 'other' }, { workspaceMemberId: 'rep' });
    const answer = appointmentStep.follow(runAt(), subject, { appointed: { ...none, ...given, user: 'other' } });
    expect(answer.reverts).toEqual([{ duties: [] }]);
  });

  it('of whoever is alone with the policy stands', () => {
    const roster = { ...runAt().roster, holders: (duty: string) => (duty === 'SENIOR' ? ['rep'] : []) };
    const { reverts } = appointmentStep.follow({ ...run([], [given]), roster }, changed({}, given), {});
    expect(reverts).toBeUndefined();
  });

  it('that was there before is let in without a word, and one made since is looked at', () => {
    const first = subjectOf('tagMember', { ...OWN, ...given }, { isFirst: true });
    expect(appointmentStep.follow(runAt(NOW, { isInstalling: true }), first, {})).toEqual({});
    expect(appointmentStep.follow(runAt(), subjectOf('tagMember', { ...OWN, ...given }), {})).toEqual({});
    expect(appointmentStep.follow(runAt(), first, {}).reverts).toEqual([{ duties: [] }]);
    const byManager = subjectOf('tagMember', { ...OWN, ...given, updatedBy: person('manager') }, { isFirst: true });
    expect(appointmentStep.follow(runAt(), byManager, {}).reverts).toBeUndefined();
  });

  it('is read as remembered', () => {
    const appointed = { ...none, at: AT, duties: ['SENIOR'] };
    expect(appointmentsMemory({ appointed })).toEqual({ appointed });
    expect(appointmentsMemory({ appointed: { duties: 'SENIOR' } })).toEqual({ appointed: NOTHING });
    for (const value of [undefined, null, 'x', []]) expect(appointmentsMemory({ appointed: value })).toEqual({});
  });
});
