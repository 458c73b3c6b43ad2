import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { isConfirmed } from '../../../workflows/needs/is-confirmed.ts';
import { needStep } from '../../../workflows/needs/need-step.ts';
import { needsMemory } from '../../../workflows/needs/needs-memory.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { changedSubject, NOW, runAt, subjectOf } from '../hand-made.ts';

const OWNED = { accountOwnerId: 'rep' };
const AT = '2026-09-22T02:00:00.000Z';
const fresh = { at: AT, by: 'rep' };
const NEED = { tagSpecialNeeds: 'night work' };
const changed = (before: TwentyRecord, after: TwentyRecord) =>
  changedSubject('company', { ...OWNED, ...before }, after, { fresh });
const keys = (answer: ReturnType<typeof needStep.follow>) => (answer.matters ?? []).map(({ key }) => key);

describe('whether a special need is confirmed', () => {
  const calendar = createWorkingCalendar();
  const judge = (confirmedAt: string | null, more: object = {}) =>
    isConfirmed({
      confirmedAt,
      isSaidNow: false,
      isFirstNeed: false,
      enteredAt: '2026-09-29T02:00:00.000Z',
      days: 1,
      calendar,
      ...more,
    });

  it.each([
    ['not without an instant', null, {}, false],
    ['not by what is none', '20026-09-01', { isSaidNow: true }, false],
    ['by an instant said with it, however long ago', '2026-03-02T02:00:00.000Z', { isSaidNow: true }, true],
    ['by an instant that was there before the first need', '2026-03-02T02:00:00.000Z', { isFirstNeed: true }, true],
    ['by one of the working day before', '2026-09-27T16:00:00.000Z', {}, true],
    ['not by one of the day before that', '2026-09-27T15:59:59.999Z', {}, false],
    ['but within as many days as the setting says', '2026-09-27T15:59:59.999Z', { days: 2 }, true],
    ['by one after it', '2026-10-20T02:00:00.000Z', {}, true],
  ] as const)('%s', (_what, confirmedAt, more, expected) => expect(judge(confirmedAt, more)).toBe(expected));
});

describe('a special need', () => {
  it('without the customer’s confirmation is a matter of the owner’s, due a working day later', () => {
    const { matters, memory } = needStep.follow(runAt(), changed({}, NEED), {});
    expect(matters).toEqual([
      {
        kind: 'NEED',
        key: 'need:4',
        title: 'Have the special need confirmed by the customer: Acme',
        clause: '4.2.3',
        tags: ['tagSpecialNeeds', 'tagSpecialNeedsConfirmedAt'],
        dueOn: '2026-09-23',
        assigneeId: 'rep',
      },
    ]);
    expect(memory).toEqual({ need: { since: AT, key: '4' } });
  });

  it('is the same matter until the customer has confirmed it', () => {
    const need = { since: '2026-09-01T02:00:00.000Z', key: '2' };
    expect(keys(needStep.follow(runAt(), changed(NEED, {}), { need }))).toEqual(['need:2']);
    expect(keys(needStep.follow(runAt(), changed(NEED, { tagSpecialNeeds: 'day work' }), { need }))).toEqual([
      'need:2',
    ]);
    const confirmed = changed(NEED, { tagSpecialNeedsConfirmedAt: '2026-08-01T02:00:00.000Z' });
    expect(needStep.follow(runAt(), confirmed, { need })).toEqual({});
    for (const gone of ['', '无', 'none'])
      expect(needStep.follow(runAt(), changed(NEED, { tagSpecialNeeds: gone }), { need })).toEqual({});
  });

  it.each([
    ['confirmed as it is entered', {}, { ...NEED, tagSpecialNeedsConfirmedAt: AT }, []],
    [
      'confirmed before it is entered for the first time',
      { tagSpecialNeedsConfirmedAt: '2026-03-02T02:00:00.000Z' },
      NEED,
      [],
    ],
    [
      'that is another, the confirmation being of the earlier one',
      { ...NEED, tagSpecialNeedsConfirmedAt: '2026-03-02T02:00:00.000Z' },
      { tagSpecialNeeds: 'day work' },
      ['need:4'],
    ],
    ['that is none', {}, { tagSpecialNeeds: '无' }, []],
  ] as const)('%s', (_what, before, after, expected) =>
    expect(keys(needStep.follow(runAt(), changed(before, after), {}))).toEqual(expected),
  );

  it('that was there before it was asked for is no task', () => {
    expect(needStep.follow(runAt(), subjectOf('company', { ...OWNED, ...NEED }), {})).toEqual({});
    const first = subjectOf('company', { ...OWNED, ...NEED }, { isFirst: true, entry: fresh });
    expect(needStep.follow(runAt(NOW, { isInstalling: true }), first, {})).toEqual({});
    expect(keys(needStep.follow(runAt(), first, {}))).toEqual(['need:4']);
  });

  it('is read as remembered', () => {
    const need = { since: AT, key: '4' };
    expect(needsMemory({ need })).toEqual({ need });
    for (const value of [undefined, 'x', { since: 1, key: '4' }, { since: AT }])
      expect(needsMemory({ need: value })).toEqual({});
  });
});
