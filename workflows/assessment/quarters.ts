import { formatEpochDay, parseEpochDay } from '../calendar/epoch-day.ts';
import { quarterOf } from '../rules/quarter.ts';

/** A span of dates `YYYY-MM-DD`, both of it. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const dayBefore = (date: string): string => formatEpochDay(parseEpochDay(date) - 1);
const firstOf = (year: number, month: number): string =>
  `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;

/** The dates of some months, the first of which is given as `YYYY-MM`. */
const months = (year: number, month: number, count: number): Span => ({
  from: firstOf(year, month),
  to: dayBefore(firstOf(year, month + count)),
});

/** The dates of a quarter such as `2026Q3`. */
export const spanOfQuarter = (quarter: string): Span =>
  months(Number(quarter.slice(0, 4)), 3 * Number(quarter.slice(5)) - 2, 3);

/** The dates of a month such as `2026-09`. */
export const spanOfMonth = (month: string): Span => months(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);

/** The quarter that ended last before a date. */
export const quarterBefore = (today: string): string => quarterOf(dayBefore(spanOfQuarter(quarterOf(today)).from));

/** The month that ended last before a date. */
export const monthBefore = (today: string): string => dayBefore(`${today.slice(0, 7)}-01`).slice(0, 7);

/** So many months up to that of a date, the latest first. */
export const monthsUpTo = (today: string, count: number): readonly string[] => {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_unused, back) => firstOf(year - 2, month + 24 - back).slice(0, 7));
};
