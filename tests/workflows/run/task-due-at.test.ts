import { describe, expect, it } from 'vitest';
import { taskDueAt } from '../../../workflows/run/task-due-at.ts';

const dayIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** A winter's and a summer's day, a leap day, and days on which clocks change. */
const DAYS = ['2026-01-15', '2026-07-15', '2028-02-29', '2026-03-08', '2026-03-29', '2026-10-25', '2026-12-31'];

describe('the instant a task bears', () => {
  it.each([
    ['Pacific/Honolulu', 'UTC-10'],
    ['America/Los_Angeles', 'UTC-8, UTC-7'],
    ['America/New_York', 'UTC-5, UTC-4'],
    ['America/St_Johns', 'UTC-3:30, UTC-2:30'],
    ['UTC', 'UTC'],
    ['Europe/London', 'UTC, UTC+1'],
    ['Europe/Berlin', 'UTC+1, UTC+2'],
    ['Asia/Kolkata', 'UTC+5:30'],
    ['Asia/Kathmandu', 'UTC+5:45'],
    ['Asia/Shanghai', 'UTC+8'],
    ['Asia/Taipei', 'UTC+8'],
    ['Asia/Tokyo', 'UTC+9'],
    ['Australia/Sydney', 'UTC+10, UTC+11'],
    ['Pacific/Auckland', 'UTC+12, UTC+13'],
    ['Pacific/Tongatapu', 'UTC+13'],
  ])('is shown as the last day in %s (%s)', (timeZone) => {
    for (const day of DAYS) expect(dayIn(timeZone, taskDueAt(day)), day).toBe(day);
  });

  it.each([
    ['Pacific/Pago_Pago', '2026-07-14'],
    ['Pacific/Kiritimati', '2026-07-16'],
  ])('is another day only beyond, as in %s', (timeZone, shown) => {
    expect(dayIn(timeZone, taskDueAt('2026-07-15'))).toBe(shown);
  });
});
