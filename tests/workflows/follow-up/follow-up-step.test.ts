import { describe, expect, it } from 'vitest';
import { followUpMemory } from '../../../workflows/follow-up/follow-up-memory.ts';
import { followUpStep } from '../../../workflows/follow-up/follow-up-step.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { NOW, runAt, subjectOf } from '../hand-made.ts';

const ENTERED = '2026-09-22T02:00:00.000Z';
const deal = (fields: object, more: Partial<Subject> = {}) =>
  subjectOf(
    'opportunity',
    { updatedAt: ENTERED, tagOutcome: 'OPEN', ...fields },
    { stage: 'NEGOTIATION', entry: { at: ENTERED, by: 'rep' }, outcomeBefore: 'OPEN', ...more },
  );
const KNOWN = { followUp: { at: ENTERED } };

describe('the next follow-up', () => {
  it('is no matter of a customer', () =>
    expect(followUpStep.follow(runAt(), subjectOf('company', {}), {})).toEqual({}));

  it('is proposed from the last entry, and the proposal stands when it is looked at again', () => {
    const first = followUpStep.follow(runAt(), deal({}), KNOWN);
    expect(first.fields).toEqual({ tagNextFollowUpOn: '2026-09-24' });
    expect(first.memory).toEqual({ followUp: { date: '2026-09-24', at: ENTERED } });
    const again = followUpStep.follow(
      runAt('2026-09-29T02:00:00.000Z'),
      deal(first.fields ?? {}),
      followUpMemory(first.memory ?? {}),
    );
    expect(again).toEqual(first);
  });

  it('is proposed anew by an entry and by a confirmation, not by an approval', () => {
    const { memory: left = {}, fields = {} } = followUpStep.follow(runAt(), deal({}), KNOWN);
    const memory = followUpMemory(left);
    const at = '2026-09-24T02:00:00.000Z';
    const action = { at, by: 'rep', isTraced: true, note: '' };
    const judgedAfter = (more: Partial<Subject>) => followUpStep.follow(runAt(at), deal(fields, more), memory).fields;
    expect(judgedAfter({ entry: { at, by: 'rep' } })).toEqual({ tagNextFollowUpOn: '2026-09-29' });
    expect(judgedAfter({ action: { ...action, done: 'CONFIRM' } })).toEqual({ tagNextFollowUpOn: '2026-09-29' });
    expect(judgedAfter({ action: { ...action, done: 'APPROVE' } })).toEqual(fields);
    expect(judgedAfter({ action: { ...action, done: null } })).toEqual(fields);
  });

  it('set by a person stands until it is kept, and is proposed anew when it is emptied', () => {
    const set = '2026-09-23T01:00:00.000Z';
    const own = deal({ tagNextFollowUpOn: '2026-09-30', updatedAt: set });
    const first = followUpStep.follow(runAt(), own, { followUp: { date: '2026-09-24', at: ENTERED } });
    expect(first.fields).toEqual({ tagNextFollowUpOn: '2026-09-30' });
    expect(first.memory).toEqual({ followUp: { date: '2026-09-30', setBy: set, at: ENTERED } });
    const later = '2026-09-30T03:00:00.000Z';
    const kept = { ...own, entry: { at: later, by: 'rep' } };
    expect(followUpStep.follow(runAt(later), kept, followUpMemory(first.memory ?? {}))).toMatchObject({
      fields: { tagNextFollowUpOn: '2026-10-09' },
      memory: { followUp: { date: '2026-10-09', at: later } },
    });
    const emptied = deal({ tagNextFollowUpOn: null });
    expect(followUpStep.follow(runAt(), emptied, followUpMemory(first.memory ?? {})).fields).toEqual({
      tagNextFollowUpOn: '2026-09-24',
    });
  });

  it('that came with the record is a person’s', () => {
    const answer = followUpStep.follow(runAt(), deal({ tagNextFollowUpOn: '2026-11-02' }, { isFirst: true }), {});
    expect(answer.fields).toEqual({ tagNextFollowUpOn: '2026-11-02' });
  });

  it('is gone with the deal; what a person sets thereafter stays', () => {
    const memory = { followUp: { date: '2026-09-30', setBy: ENTERED, at: ENTERED } };
    const lost = { tagOutcome: 'LOST', tagNextFollowUpOn: '2026-09-30' };
    expect(followUpStep.follow(runAt(), deal(lost), memory).fields).toEqual({ tagNextFollowUpOn: null });
    const since = deal(lost, { outcomeBefore: 'LOST' });
    expect(followUpStep.follow(runAt(), since, { followUp: { at: ENTERED } }).fields).toEqual({
      tagNextFollowUpOn: '2026-09-30',
    });
    // Lost and to be asked again, in one write.
    expect(followUpStep.follow(runAt(), deal(lost), { followUp: { date: '2026-09-24', at: ENTERED } }).fields).toEqual({
      tagNextFollowUpOn: '2026-09-30',
    });
  });

  it('counts from today where the deal was there before the application, or before it knew of follow-ups', () => {
    const old = deal({}, { entry: { at: '2024-01-02T02:00:00.000Z', by: 'rep' } });
    expect(followUpStep.follow(runAt(), old, {}).memory).toEqual({ followUp: { date: '2026-09-28', at: NOW } });
    const installing = runAt(NOW, { isInstalling: true });
    expect(followUpStep.follow(installing, { ...old, isFirst: true }, {}).memory?.followUp?.at).toBe(NOW);
    expect(followUpStep.follow(runAt(), { ...old, isFirst: true, entry: null }, {}).memory?.followUp?.at).toBe(
      '2026-09-01T02:00:00.000Z',
    );
  });

  it('counts from today where the calendar does not reach back', () => {
    const old = deal({ createdAt: '1900-01-02T02:00:00.000Z' }, { isFirst: true, entry: null });
    expect(followUpStep.follow(runAt(), old, {}).memory?.followUp?.at).toBe(NOW);
  });
});

it('what is remembered of it is read back, and anything else is nothing', () => {
  const memory = { followUp: { date: '2026-09-30', setBy: ENTERED, at: ENTERED } };
  expect(followUpMemory(memory)).toEqual(memory);
  expect(followUpMemory({ followUp: { at: ENTERED } })).toEqual({ followUp: { at: ENTERED } });
  for (const followUp of [null, 'x', {}, { date: '2026-09-30' }, { at: 3 }])
    expect(followUpMemory({ followUp })).toEqual({});
});
