import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { judgeNotice, type NoticeFacts, noticeDays } from '../../../workflows/notices/judge-notice.ts';
import { readSettings } from '../../../workflows/settings.ts';

const calendar = createWorkingCalendar();
const at = (text: string): string => new Date(`${text}+08:00`).toISOString();

/** Happened on Wednesday 30 September 2026; the next working day is 8 October, so due until 9 October 00:00. */
const FACTS: NoticeFacts = {
  occurredAt: at('2026-09-30T17:00'),
  completedAt: null,
  isCancelled: false,
  days: 1,
  now: new Date(at('2026-09-30T17:00')),
  calendar,
  shown: null,
};
const DUE = at('2026-10-09T00:00');
const shown = (dueAt = DUE, countedFrom = FACTS.occurredAt, status: 'OFFICIAL' | 'PROVISIONAL' = 'OFFICIAL') => ({
  dueAt,
  countedFrom,
  calendar: status,
});

describe('status at the deadline', () => {
  it.each([
    ['2026-10-08T23:59:59', 'OPEN'],
    ['2026-10-08T23:59:59.999', 'OPEN'],
    ['2026-10-09T00:00:00', 'OVERDUE'],
    ['2026-10-09T00:00:01', 'OVERDUE'],
  ] as const)('not done at %s: %s', (now, status) => {
    expect(judgeNotice({ ...FACTS, now: new Date(at(now)) })).toEqual({
      status,
      dueAt: DUE,
      dueOn: '2026-10-08',
      calendar: 'OFFICIAL',
      workingDaysTaken: null,
    });
  });

  it.each([
    ['2026-09-30T18:00:00', 'DONE', 0],
    ['2026-10-08T23:59:59', 'DONE', 1],
    ['2026-10-08T23:59:59.999', 'DONE', 1],
    ['2026-10-09T00:00:00', 'DONE_LATE', 2],
    ['2026-10-10T12:00:00', 'DONE_LATE', 3],
  ] as const)('done at %s: %s after %i working days', (completed, status, workingDaysTaken) => {
    const now = new Date(at('2026-11-01T00:00'));
    expect(judgeNotice({ ...FACTS, completedAt: at(completed), now })).toMatchObject({ status, workingDaysTaken });
  });

  it('0 days end with the day itself', () => {
    const facts = { ...FACTS, days: 0 };
    expect(judgeNotice(facts)).toMatchObject({ status: 'OPEN', dueAt: at('2026-10-01T00:00') });
    expect(judgeNotice({ ...facts, now: new Date(at('2026-09-30T23:59:59.999')) }).status).toBe('OPEN');
    expect(judgeNotice({ ...facts, now: new Date(at('2026-10-01T00:00')) }).status).toBe('OVERDUE');
  });

  it('a change reported before it happens takes no negative days', () => {
    const facts = { ...FACTS, completedAt: at('2026-09-21T09:00') };
    expect(judgeNotice(facts)).toMatchObject({ status: 'DONE', workingDaysTaken: 0 });
  });
});

describe('cancelling', () => {
  it('closes what is not done, overdue or not', () => {
    expect(judgeNotice({ ...FACTS, isCancelled: true }).status).toBe('CANCELLED');
    expect(judgeNotice({ ...FACTS, isCancelled: true, now: new Date(at('2027-01-01T00:00')) }).status).toBe(
      'CANCELLED',
    );
  });

  it('does not undo what is done', () => {
    expect(judgeNotice({ ...FACTS, isCancelled: true, completedAt: at('2026-10-10T12:00') }).status).toBe('DONE_LATE');
  });
});

describe('the deadline somebody has seen', () => {
  it('is counted anew when the person corrects when it happened, to an earlier day or a later one', () => {
    const done = at('2026-10-08T12:00');
    const earlier = judgeNotice({
      ...FACTS,
      occurredAt: at('2026-09-28T12:00'),
      completedAt: done,
      shown: shown(),
    });
    expect(earlier).toMatchObject({ status: 'DONE_LATE', dueAt: at('2026-09-30T00:00') });
    const later = judgeNotice({ ...FACTS, occurredAt: at('2026-10-08T09:00'), completedAt: done, shown: shown() });
    expect(later).toMatchObject({ status: 'DONE', dueAt: at('2026-10-10T00:00') });
  });

  it('the same instant in another spelling is no correction', () => {
    const verdict = judgeNotice({
      ...FACTS,
      completedAt: at('2026-10-08T12:00'),
      shown: shown(at('2026-10-20T00:00'), '2026-09-30T17:00:00+08:00'),
    });
    expect(verdict.dueAt).toBe(at('2026-10-20T00:00'));
  });

  it('stays when the notice is closed, whatever the calendar has become', () => {
    const verdict = judgeNotice({
      ...FACTS,
      completedAt: at('2026-10-09T12:00'),
      shown: shown(at('2026-10-10T00:00'), FACTS.occurredAt, 'PROVISIONAL'),
    });
    expect(verdict).toMatchObject({ status: 'DONE', dueAt: at('2026-10-10T00:00'), calendar: 'PROVISIONAL' });
  });

  it('counted provisionally moves later with the official calendar, and never earlier', () => {
    const later = judgeNotice({ ...FACTS, shown: shown(at('2026-10-03T00:00'), FACTS.occurredAt, 'PROVISIONAL') });
    expect(later).toMatchObject({ dueAt: DUE, calendar: 'OFFICIAL' });
    const earlier = judgeNotice({ ...FACTS, shown: shown(at('2026-10-12T00:00'), FACTS.occurredAt, 'PROVISIONAL') });
    expect(earlier).toMatchObject({ dueAt: at('2026-10-12T00:00'), calendar: 'OFFICIAL' });
  });

  it('in a year without a notice is provisional and says so', () => {
    expect(judgeNotice({ ...FACTS, occurredAt: at('2031-09-30T12:00') }).calendar).toBe('PROVISIONAL');
  });
});

describe('working days by kind', () => {
  const { settings } = readSettings({ CUSTOMER_CHANGE_DAYS: '1', PRODUCT_CHANGE_DAYS: '2', OTHER_CHANGE_DAYS: '5' });
  it.each([
    ['company', 'NAME', 1],
    ['company', 'BUSINESS_SCOPE', 1],
    ['company', 'KEY_CONTACT', 1],
    ['company', 'OTHER_MAJOR', 1],
    [null, 'NAME', 1],
    ['tagProduct', 'NAME', 2],
    ['tagProduct', 'OTHER_MAJOR', 2],
    ['tagProduct', 'FUNCTION_UPGRADE', 2],
    ['tagProduct', 'PERFORMANCE', 2],
    [null, 'APPLICATION_FIELD', 2],
    ['company', 'SPECIAL_NEED', 5],
    ['company', 'NEED', 5],
    ['opportunity', 'COMPETITION', 5],
    ['opportunity', 'PROGRESS', 5],
    ['tagMember', 'MEMBER', 5],
    ['tagMember', 'ACHIEVEMENT', 5],
  ] as const)('%s %s: %i', (object, kind, days) => expect(noticeDays(object, kind, settings)).toBe(days));
});
