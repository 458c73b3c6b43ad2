import { describe, expect, it } from 'vitest';
import {
  type AcknowledgementFacts,
  judgeAcknowledgement,
} from '../../../workflows/agreements/judge-acknowledgement.ts';
import type { Acknowledgement } from '../../../workflows/run/acknowledgement.ts';

const AT = '2026-09-23T02:00:00.000Z';
const LATER = '2026-09-24T02:00:00.000Z';
const told = (by: string | null, more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  at: AT,
  by,
  value: AT,
  terms: 'T',
  ...more,
});
const NOTHING: AcknowledgementFacts = {
  value: null,
  accepted: undefined,
  terms: 'T',
  user: 'me',
  told: [],
  lastWriter: null,
};
const GIVEN: AcknowledgementFacts = { ...NOTHING, value: AT, accepted: { at: AT, terms: 'T' } };
const judge = (facts: AcknowledgementFacts, more: Partial<AcknowledgementFacts> = {}) =>
  judgeAcknowledgement({ ...facts, ...more });
const KEPT = { verdict: 'KEPT', accepted: { at: AT, terms: 'T' } };
const ACCEPTED = { verdict: 'GIVEN', accepted: { at: AT, terms: 'T' } };

describe('an acknowledgement (6.3.5)', () => {
  it('that was not given is none', () => expect(judge(NOTHING)).toEqual({ verdict: 'KEPT', accepted: undefined }));
  it('by the member is given', () => expect(judge(NOTHING, { value: AT, told: [told('me')] })).toEqual(ACCEPTED));
  it('of which no event tells is the last writer’s', () => {
    expect(judge(NOTHING, { value: AT, lastWriter: 'me' })).toEqual(ACCEPTED);
    expect(judge(NOTHING, { value: AT, lastWriter: 'boss' })).toEqual({ verdict: 'NOT_OWN', accepted: undefined });
    expect(judge(NOTHING, { value: AT })).toEqual({ verdict: 'NOT_OWN', accepted: undefined });
  });
  it.each(['boss', null])('by %s is put back, whoever wrote last', (by) => {
    const verdict = judge(NOTHING, { value: AT, told: [told(by)], lastWriter: 'me' });
    expect(verdict).toEqual({ verdict: 'NOT_OWN', accepted: undefined });
  });
  it('of a profile without a user is nobody’s to give', () => {
    const verdict = judge(NOTHING, { user: null, value: AT, told: [told(null)] });
    expect(verdict).toEqual({ verdict: 'NOT_OWN', accepted: undefined });
  });
  it('stands, however often it is told', () => {
    expect(judge(GIVEN)).toEqual(KEPT);
    expect(judge(GIVEN, { told: [told('me'), told('me')], lastWriter: 'boss' })).toEqual(KEPT);
  });
  it('that others change or empty comes back', () => {
    const changed = { value: LATER, told: [told('boss', { value: LATER })] };
    expect(judge(GIVEN, changed)).toEqual({ ...KEPT, verdict: 'NOT_OWN' });
    const emptied = { value: null, told: [told('boss', { value: null })] };
    expect(judge(GIVEN, emptied)).toEqual({ ...KEPT, verdict: 'NOT_OWN' });
  });
  it('is taken back by the member', () => {
    const emptied = { value: null, told: [told('me', { value: null })] };
    expect(judge(GIVEN, emptied)).toEqual({ verdict: 'WITHDRAWN', accepted: undefined });
  });
  it('is of the terms as they were', () => {
    expect(judge(GIVEN, { terms: 'U' })).toEqual({ verdict: 'OUTDATED', accepted: undefined });
    expect(judge(GIVEN, { terms: 'U', value: null })).toEqual({ verdict: 'NOT_OWN', accepted: undefined });
    expect(judge(NOTHING, { value: AT, terms: 'U', told: [told('me')] })).toEqual({
      verdict: 'OUTDATED',
      accepted: undefined,
    });
  });
  it('given anew of other terms is given', () => {
    const anew = { terms: 'U', value: LATER, told: [told('me', { value: LATER, terms: 'U' })] };
    expect(judge(GIVEN, anew)).toEqual({ verdict: 'GIVEN', accepted: { at: LATER, terms: 'U' } });
  });

  describe('through the panel', () => {
    const ask = (by: string, terms = 'T') => ({ told: [told(by, { terms, isDirect: true })] });
    it('is given by the member', () => expect(judge(NOTHING, ask('me'))).toEqual(ACCEPTED));
    it.each(['boss', null])('not by %s', (by) =>
      expect(judge(NOTHING, ask(by as string))).toEqual({ verdict: 'KEPT', accepted: undefined }),
    );
    it('not of terms that are others by now', () =>
      expect(judge(NOTHING, ask('me', 'OLD'))).toEqual({ verdict: 'KEPT', accepted: undefined }));
    it('not a second time', () => expect(judge(GIVEN, ask('me'))).toEqual(KEPT));
  });
});
