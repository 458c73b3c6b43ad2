import { describe, expect, it } from 'vitest';
import type { Verification } from '../../../workflows/run/entry.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { mayBeOutdated } from '../../../workflows/verification/identity.ts';
import { isOutdated } from '../../../workflows/verification/is-outdated.ts';
import { type VerificationMemory, verificationMemory } from '../../../workflows/verification/verification-memory.ts';
import { verificationStep } from '../../../workflows/verification/verification-step.ts';
import { changedSubject, NOW, runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const WRITTEN = { updatedAt: AT, updatedBy: { source: 'MANUAL', workspaceMemberId: 'rep' } };
const said = (status: string, by = 'manager', before: string | null = 'UNVERIFIED') =>
  runAt(NOW, { verifications: new Map<string, Verification>([['company:x', { at: AT, by, status, before }]]) });
const company = (tagVerification: string | null, more: object = {}) =>
  subjectOf('company', { ...WRITTEN, tagVerification, tagVerificationNote: 'licence seen' }, more);

describe('what is said of whether the tags are true', () => {
  it('is a fact: who gave it, when, and what it was before', () => {
    const { facts, memory } = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), {
      verification: 'UNVERIFIED',
    });
    expect(facts).toEqual([
      {
        kind: 'VERIFICATION',
        object: 'company',
        subjectId: 'x',
        record: 'Acme',
        key: '4:UNVERIFIED>VERIFIED',
        at: AT,
        by: 'manager',
        tag: 'tagVerification',
        before: 'Unverified',
        after: 'Verified',
        note: 'licence seen',
      },
    ]);
    expect(memory).toMatchObject({ verification: 'VERIFIED', verifiedAt: AT });
  });

  it('is told once', () => {
    const answer = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), { verification: 'VERIFIED' });
    expect(answer).toMatchObject({ facts: [], memory: { verification: 'VERIFIED', verifiedAt: AT } });
  });

  it.each([
    ['the event of something else that was said', said('DOUBTFUL', 'manager')],
    ['no event', runAt()],
  ])('is whoever’s who wrote last where there is %s', (_what, run) => {
    const { facts } = verificationStep.follow(run, company('VERIFIED'), { verification: 'UNVERIFIED' });
    expect(facts).toMatchObject([{ by: 'rep', at: AT }]);
  });

  it('of a record judged before it was remembered is known by its event alone', () => {
    expect(verificationStep.follow(runAt(), company('VERIFIED'), {})).toEqual({ facts: [], memory: {} });
    const { facts, memory } = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), {});
    expect(facts).toHaveLength(1);
    expect(memory).toMatchObject({ verification: 'VERIFIED', verifiedAt: AT });
  });

  it.each([
    ['with the record is told', false, 1, 'VERIFIED'],
    ['before the installation is not', true, 0, undefined],
  ])('given %s', (_when, isInstalling, count, verification) => {
    const run = runAt(NOW, { isInstalling });
    const { facts = [], memory } = verificationStep.follow(run, company('VERIFIED', { isFirst: true }), {});
    expect(facts).toHaveLength(count);
    expect(memory?.verification).toBe(verification);
  });
});

describe('a customer that was verified', () => {
  const BEFORE = { ...WRITTEN, tagVerification: 'VERIFIED', name: 'Acme', tagCreditCode: '1', tagRegion: 'BEIJING' };
  const changed = (after: TwentyRecord) => changedSubject('company', BEFORE, after, { fresh: { at: AT, by: 'rep' } });

  it.each([
    ['with another name', { name: 'Acme Group' }, 'Customer name'],
    ['with another credit code', { tagCreditCode: '2' }, 'Credit code'],
    ['whose credit code was emptied', { tagCreditCode: '' }, 'Credit code'],
  ])('%s is to be verified again', (_what, after, label) => {
    const { subject, fields, facts, memory } = verificationStep.follow(runAt(), changed(after), {
      verification: 'VERIFIED',
    });
    expect(fields).toEqual({ tagVerification: 'UNVERIFIED' });
    expect(subject?.values?.tagVerification).toBe('UNVERIFIED');
    expect(facts).toMatchObject([
      {
        key: '4:VERIFIED>UNVERIFIED',
        by: 'rep',
        at: AT,
        before: 'Verified',
        after: 'Unverified',
        note: `To be verified again: ${label} changed`,
      },
    ]);
    expect(memory).toEqual({ verification: 'UNVERIFIED' });
  });

  it('falls back too where that is not remembered', () => {
    const { fields, memory } = verificationStep.follow(runAt(), changed({ name: 'Acme Group' }), {});
    expect(fields).toEqual({ tagVerification: 'UNVERIFIED' });
    expect(memory).toEqual({ verification: 'UNVERIFIED' });
  });

  it('stays so when anything else changes', () =>
    expect(
      verificationStep.follow(runAt(), changed({ tagRegion: 'SHANGHAI' }), { verification: 'VERIFIED' }).fields,
    ).toBe(undefined));

  it('stays so when it is verified together with the change', () => {
    const answer = verificationStep.follow(said('VERIFIED'), changed({ name: 'Acme Group' }), {
      verification: 'UNVERIFIED',
    });
    expect(answer.fields).toBeUndefined();
    expect(answer.facts).toMatchObject([{ after: 'Verified' }]);
  });

  it('stays in doubt whatever changes', () => {
    const doubtful = changedSubject('company', { ...BEFORE, tagVerification: 'DOUBTFUL' }, { name: 'Acme Group' });
    expect(verificationStep.follow(runAt(), doubtful, { verification: 'DOUBTFUL' })).toEqual({
      facts: [],
      memory: { verification: 'DOUBTFUL' },
    });
  });
});

it('a repeated event of an earlier verification does not vouch for the name that came after it', () => {
  const before = { ...WRITTEN, tagVerification: 'VERIFIED', name: 'Acme' };
  const fresh = { at: '2026-09-22T02:00:00.001Z', by: 'rep' };
  const subject = changedSubject('company', before, { name: 'Acme Group' }, { fresh });
  expect(verificationStep.follow(said('VERIFIED'), subject, { verification: 'VERIFIED' }).fields).toEqual({
    tagVerification: 'UNVERIFIED',
  });
});

it('a name that is found changed is another than the one whose entry is known, where no event tells of it', () => {
  const before = { ...WRITTEN, tagVerification: 'VERIFIED', name: 'Acme' };
  const subject = changedSubject('company', before, { name: 'Acme Group' });
  const memory = {
    verification: 'VERIFIED',
    namedAt: '2026-09-20T02:00:00.000Z',
    verifiedAt: '2026-09-21T02:00:00.000Z',
  };
  expect(verificationStep.follow(runAt(), subject, memory).fields).toEqual({ tagVerification: 'UNVERIFIED' });
  // Verified anew at the same sight, it is the new name that was verified.
  expect(verificationStep.follow(said('VERIFIED'), subject, memory).fields).toBeUndefined();
});

it.each([
  ['another name', { name: 'Acme Group' }, [], true],
  ['another code', { tagCreditCode: '91350100M000100Y43' }, [], true],
  ['a name that an event tells of', {}, ['name'], true],
  ['anything else', { tagRegion: 'SHANGHAI' }, ['tagRegion'], false],
  ['another name of one that is not verified', { name: 'Acme Group', tagVerification: 'DOUBTFUL' }, ['name'], false],
])('%s may outdate a verification', (_what, more, tags, expected) => {
  const { record, lastSeen: seen } = changedSubject('company', { ...WRITTEN, tagVerification: 'VERIFIED' }, more);
  const customer = { ...record, tagBaseline: { since: AT, version: 1, seen } };
  expect(mayBeOutdated(customer, tags.length > 0 ? [{ at: AT, by: 'rep', tags }] : [])).toBe(expected);
});

describe('a name that was entered after the verification', () => {
  const T = (hour: number) => `2026-09-22T0${hour}:00:00.000Z`;
  const named = (hour: number) => new Map([['company:x', [{ at: T(hour), by: 'rep', tags: ['name'] }]]]);
  const verified = (hour: number) =>
    new Map([['company:x', { at: T(hour), by: 'manager', status: 'VERIFIED', before: 'UNVERIFIED' }]]);
  const BEFORE = { ...WRITTEN, tagVerification: 'UNVERIFIED', name: 'Acme' };
  /** Both were written before the first event came. */
  const first = () => changedSubject('company', BEFORE, { tagVerification: 'VERIFIED', name: 'Acme Group' });
  const then = () => changedSubject('company', { ...BEFORE, tagVerification: 'VERIFIED', name: 'Acme Group' }, {});
  const outcome = (naming: number, verifying: number, order: readonly ('name' | 'verification')[]) => {
    const runs = order.map((one) =>
      one === 'name' ? runAt(NOW, { entries: named(naming) }) : runAt(NOW, { verifications: verified(verifying) }),
    );
    let memory: VerificationMemory = { verification: 'UNVERIFIED' };
    let isTaken = false;
    for (const [at, run] of runs.entries()) {
      if (isTaken) break;
      const answer = verificationStep.follow(run, at === 0 ? first() : then(), memory);
      isTaken = answer.fields !== undefined;
      memory = verificationMemory({ ...answer.memory });
    }
    return isTaken;
  };

  it.each([
    ['the name after it', 3, 2, true],
    ['the name before it', 2, 3, false],
    ['both in one write', 2, 2, false],
  ])('is found in whichever order, and however often, the events come: %s', (_what, naming, verifying, expected) => {
    for (const order of [
      ['name', 'verification'],
      ['verification', 'name'],
      ['verification', 'verification', 'name', 'name'],
      ['name', 'name', 'verification', 'name'],
    ] as const)
      expect(outcome(naming, verifying, order), order.join()).toBe(expected);
  });

  it.each([
    ['known to be later', { verifiedAt: T(2), namedAt: T(3) }, true],
    ['known to be earlier, though found now', { verifiedAt: T(3), namedAt: T(2), isFoundChanged: true }, false],
    ['found changed, no event telling when', { verifiedAt: T(2), isFoundChanged: true }, true],
    ['found together with the verification', { isFoundChanged: true, isSaidNow: true }, false],
    ['nothing found', {}, false],
  ])('%s', (_what, facts, expected) =>
    expect(isOutdated({ verifiedAt: null, namedAt: null, isFoundChanged: false, isSaidNow: false, ...facts })).toBe(
      expected,
    ),
  );
});
