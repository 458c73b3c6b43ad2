import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

const deadline = async (from: string, days: number | string, ...args: readonly string[]) => {
  const { code, out } = await run('deadline', '--from', from, '--days', String(days), '--json', ...args);
  return { code, answer: JSON.parse(out) as Record<string, unknown> };
};

describe('deadline', () => {
  it('has the shape of the design', async () => {
    expect(await deadline('2026-09-30T17:00:00+08:00', 1)).toEqual({
      code: 0,
      answer: {
        dueAt: '2026-10-09T00:00:00+08:00',
        dueDate: '2026-10-08',
        calendar: 'OFFICIAL',
        countedDays: ['2026-10-08'],
      },
    });
  });

  it.each([
    // National Day: 1–7 October off, Saturday the 10th worked.
    ['2026-09-30T00:00:00+08:00', 1, '2026-10-08'],
    ['2026-09-30T23:59:59+08:00', 1, '2026-10-08'],
    ['2026-10-01T00:00:00+08:00', 1, '2026-10-08'],
    ['2026-09-29T23:59:59+08:00', 1, '2026-09-30'],
    ['2026-09-30T17:00:00+08:00', 2, '2026-10-09'],
    ['2026-09-30T17:00:00+08:00', 3, '2026-10-10'],
    ['2026-09-30T17:00:00+08:00', 4, '2026-10-12'],
    // A Sunday worked before Mid-Autumn.
    ['2026-09-18T10:00:00+08:00', 1, '2026-09-20'],
    ['2026-09-20T10:00:00+08:00', 1, '2026-09-21'],
    // Spring Festival between two worked Saturdays.
    ['2026-02-13T10:00:00+08:00', 1, '2026-02-14'],
    ['2026-02-14T10:00:00+08:00', 1, '2026-02-24'],
    ['2026-02-27T10:00:00+08:00', 1, '2026-02-28'],
    // The day is Shanghai's, whatever the offset.
    ['2026-10-08T15:59:59Z', 1, '2026-10-09'],
    ['2026-10-08T16:00:00Z', 1, '2026-10-10'],
    ['2026-10-08T08:59:59-07:00', 1, '2026-10-09'],
    ['2026-10-08T09:00:00-07:00', 1, '2026-10-10'],
    // 24:00 is the midnight that begins the next day.
    ['2026-10-08T23:59:59+08:00', 1, '2026-10-09'],
    ['2026-10-08T24:00:00+08:00', 1, '2026-10-10'],
    // No working day added: the day itself, worked or not.
    ['2026-09-30T17:00:00+08:00', 0, '2026-09-30'],
    ['2026-10-01T17:00:00+08:00', 0, '2026-10-01'],
  ])('%s + %i → %s', async (from, days, dueDate) => {
    const { code, answer } = await deadline(from, days);
    expect([code, answer.dueDate]).toEqual([0, dueDate]);
    expect(answer.countedDays).toHaveLength(days);
    expect(answer.calendar).toBe('OFFICIAL');
  });

  it.each([
    ['2026-12-30T10:00:00+08:00', 1, '2026-12-31', 'OFFICIAL'],
    ['2026-12-30T10:00:00+08:00', 2, '2027-01-04', 'PROVISIONAL'],
    ['2026-12-31T10:00:00+08:00', 0, '2026-12-31', 'OFFICIAL'],
    ['2027-09-30T10:00:00+08:00', 0, '2027-09-30', 'PROVISIONAL'],
  ])('%s + %i → %s %s', async (from, days, dueDate, calendar) => {
    const { answer } = await deadline(from, days);
    expect([answer.dueDate, answer.calendar]).toEqual([dueDate, calendar]);
  });

  it.each([
    ['24:00', '2026-10-09T00:00:00+08:00'],
    ['18:00', '2026-10-08T18:00:00+08:00'],
    ['23:59', '2026-10-08T23:59:00+08:00'],
    ['00:01', '2026-10-08T00:01:00+08:00'],
  ])('a day may end at %s', async (time, dueAt) => {
    expect((await deadline('2026-09-30T17:00:00+08:00', 1, '--day-ends-at', time)).answer.dueAt).toBe(dueAt);
  });

  it('counts in another zone', async () => {
    const { answer } = await deadline('2026-10-08T16:00:00Z', 1, '--time-zone', 'Europe/Berlin');
    expect([answer.dueDate, answer.dueAt]).toEqual(['2026-10-09', '2026-10-10T00:00:00+02:00']);
  });

  it('says it in words', async () => {
    const { out } = await run('deadline', '--from', '2026-12-30T17:00:00+08:00', '--days', '2');
    expect(out.split('\n')).toEqual([
      'Last day: 2027-01-04, to the end of that day (Asia/Shanghai)',
      'Counted: 2026-12-31, 2027-01-04; 2026-12-30, the day it happened, is not counted',
      'PROVISIONAL: the holiday notice of 2027 is not loaded; the date may move',
    ]);
    expect((await run('deadline', '--from', '2026-12-30T17:00:00+08:00', '--days', '0')).out.split('\n')).toEqual([
      'Last day: 2026-12-30, to the end of that day (Asia/Shanghai)',
      'No working day is counted: due on the day it happened',
    ]);
  });

  it('says when a day ends before midnight, and in which zone', async () => {
    const { out } = await run('deadline', '--from', '2026-10-08T16:00:00Z', '--days', '1', '--day-ends-at', '17:30');
    expect(out.split('\n')[0]).toBe('Last day: 2026-10-10, before 17:30 of that day (Asia/Shanghai)');
  });

  const now = '2026-09-30T17:00:00+08:00';
  it.each<[string, readonly string[], string]>([
    ['no instant', ['--days', '1'], "required option '--from <instant>' not specified"],
    ['no days', ['--from', now], "required option '--days <n>' not specified"],
    ['a date alone', ['--from', '2026-09-30', '--days', '1'], 'names no instant: give date, time and offset'],
    ['no offset', ['--from', '2026-09-30T17:00:00', '--days', '1'], 'names no instant: give date, time and offset'],
    ['an offset that lost its plus', ['--from', '2026-09-30T17:00:00 08:00', '--days', '1'], 'names no instant'],
    ['no such date', ['--from', '2026-02-29T17:00:00+08:00', '--days', '1'], '"2026-02-29" is not a calendar date'],
    ['no such time', ['--from', '2026-09-30T24:01:00+08:00', '--days', '1'], 'is not a valid date and time'],
    ['no such offset', ['--from', '2026-09-30T17:00:00+24:00', '--days', '1'], 'is not a valid date and time'],
    ['words', ['--from', 'tomorrow', '--days', '1'], 'names no instant'],
    ['before the calendar', ['--from', '1989-12-31T17:00:00+08:00', '--days', '1'], 'lies outside the calendar'],
    ['behind the calendar', ['--from', '2099-12-31T17:00:00+08:00', '--days', '1'], 'lie beyond 2099-12-31'],
    ['days below zero', ['--from', now, '--days', '-1'], 'Give a whole number from 0 to 9999.'],
    ['half a day', ['--from', now, '--days', '1.5'], 'Give a whole number from 0 to 9999.'],
    ['too many days', ['--from', now, '--days', '10000'], 'Give a whole number from 0 to 9999.'],
    ['days in words', ['--from', now, '--days', 'two'], 'Give a whole number from 0 to 9999.'],
    ['a day that never ends', ['--from', now, '--days', '1', '--day-ends-at', '24:01'], 'give 24:00 or a time'],
    ['a day without length', ['--from', now, '--days', '1', '--day-ends-at', '00:00'], 'give 24:00 or a time'],
    ['an unknown zone', ['--from', now, '--days', '1', '--time-zone', 'Mars/Base'], '"Mars/Base" is not a time zone'],
  ])('refuses %s', async (_what, args, message) => {
    const { code, out, err } = await run('deadline', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    const inJson = await run('deadline', ...args, '--json');
    expect([inJson.code, inJson.err]).toEqual([2, '']);
    expect(JSON.parse(inJson.out)).toEqual({ error: { message: expect.stringContaining(message) } });
  });

  it.each([
    ['1990-01-01T00:00:00+08:00', 0],
    ['2099-12-30T12:00:00+08:00', 1],
  ])('reaches to the ends of the calendar: %s + %i', async (from, days) => {
    expect((await deadline(from, days)).code).toBe(0);
  });
});
