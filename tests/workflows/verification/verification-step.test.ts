import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../workflows/run/entry.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { verificationStep } from '../../../workflows/verification/verification-step.ts';
import { changedSubject, NOW, runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const WRITTEN = { updatedAt: AT, updatedBy: { source: 'MANUAL', workspaceMemberId: 'rep' } };
const said = (verdict: string, by = 'manager', before: string | null = 'UNVERIFIED') =>
  runAt(NOW, { verdicts: new Map<string, Verdict>([['company:x', { at: AT, by, verdict, before }]]) });
const company = (tagVerification: string | null, more: object = {}) =>
  subjectOf('company', { ...WRITTEN, tagVerification, tagVerificationNote: 'licence seen' }, more);

describe('a verdict on the tags', () => {
  it('is a fact: who gave it, when, and what it was before', () => {
    const { facts, memory } = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), { verdict: 'UNVERIFIED' });
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
    expect(memory).toEqual({ verdict: 'VERIFIED' });
  });

  it('is told once', () => {
    const answer = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), { verdict: 'VERIFIED' });
    expect(answer).toEqual({ memory: { verdict: 'VERIFIED' } });
  });

  it.each([
    ['the event of another verdict', said('DOUBTFUL', 'manager')],
    ['no event', runAt()],
  ])('is whoever’s who wrote last where there is %s', (_what, run) => {
    const { facts } = verificationStep.follow(run, company('VERIFIED'), { verdict: 'UNVERIFIED' });
    expect(facts).toMatchObject([{ by: 'rep', at: AT }]);
  });

  it('of a record judged before verdicts were remembered is known by its event alone', () => {
    expect(verificationStep.follow(runAt(), company('VERIFIED'), {})).toEqual({ memory: { verdict: undefined } });
    const { facts, memory } = verificationStep.follow(said('VERIFIED'), company('VERIFIED'), {});
    expect(facts).toHaveLength(1);
    expect(memory).toEqual({ verdict: 'VERIFIED' });
  });

  it.each([
    ['with the record is told', false, 1, 'VERIFIED'],
    ['before the installation is not', true, 0, undefined],
  ])('given %s', (_when, isInstalling, count, verdict) => {
    const run = runAt(NOW, { isInstalling });
    const { facts = [], memory } = verificationStep.follow(run, company('VERIFIED', { isFirst: true }), {});
    expect(facts).toHaveLength(count);
    expect(memory).toEqual({ verdict });
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
      verdict: 'VERIFIED',
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
    expect(memory).toEqual({ verdict: 'UNVERIFIED' });
  });

  it('falls back too where the verdict is older than what is remembered', () => {
    const { fields, memory } = verificationStep.follow(runAt(), changed({ name: 'Acme Group' }), {});
    expect(fields).toEqual({ tagVerification: 'UNVERIFIED' });
    expect(memory).toEqual({ verdict: 'UNVERIFIED' });
  });

  it('stays so when anything else changes', () =>
    expect(verificationStep.follow(runAt(), changed({ tagRegion: 'SHANGHAI' }), { verdict: 'VERIFIED' }).fields).toBe(
      undefined,
    ));

  it('stays so when it is verified together with the change, or after it', () => {
    const answer = verificationStep.follow(said('VERIFIED'), changed({ name: 'Acme Group' }), {
      verdict: 'UNVERIFIED',
    });
    expect(answer.fields).toBeUndefined();
    expect(answer.facts).toMatchObject([{ after: 'Verified' }]);
    const again = verificationStep.follow(said('VERIFIED'), changed({ name: 'Acme Group' }), { verdict: 'VERIFIED' });
    expect(again.fields).toBeUndefined();
  });

  it('stays in doubt whatever changes', () => {
    const doubtful = changedSubject('company', { ...BEFORE, tagVerification: 'DOUBTFUL' }, { name: 'Acme Group' });
    expect(verificationStep.follow(runAt(), doubtful, { verdict: 'DOUBTFUL' })).toEqual({
      memory: { verdict: 'DOUBTFUL' },
    });
  });
});
