import { civilOf, epochDayOfCivil, formatEpochDay, isoWeekday, parseEpochDay } from './epoch-day.ts';
import { FIRST_DAY, isOfficialYear, LAST_DAY, officialDays } from './official-days.ts';
import { epochDayAt, formatInstant, instantOf } from './zone.ts';

/** OFFICIAL while every day counted lies in a year whose holiday notice is known; PROVISIONAL otherwise, never silent. */
export type CalendarStatus = 'OFFICIAL' | 'PROVISIONAL';

/** A day of the company's own, either sign: a holiday it gives or a day it works. Of several of a day the last counts. */
export interface CompanyDay {
  readonly date: string;
  readonly isWorkday: boolean;
}

export interface CalendarOptions {
  readonly companyDays?: readonly CompanyDay[];
  /** IANA name; Asia/Shanghai unless given. */
  readonly timeZone?: string;
  /** `24:00` (midnight that ends the day) unless given, or `HH:mm`. */
  readonly dayEndsAt?: string;
}

export interface Deadline {
  /** The day it happened, in the calendar's zone. Not counted (Civil Code 201). */
  readonly startDate: string;
  /** The last day of the period. */
  readonly dueDate: string;
  /** The instant that day ends, with offset and exclusive: done at it or after it is late. */
  readonly dueAt: string;
  readonly dueInstant: Date;
  readonly calendar: CalendarStatus;
  /** The working days counted, in order. */
  readonly countedDays: readonly string[];
}

export type Period = 'WEEK' | 'MONTH' | 'QUARTER' | 'HALF_YEAR';

const MONTHS_OF = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6 } as const;

/** Working days as the policy counts them, in one zone, whatever the zone of the process. Dates are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  readonly timeZone: string;
  /** The date an instant falls on. @throws TypeError for a text without an offset */
  readonly dateOf: (instant: Date | string) => string;
  /** The instant a date ends, by the setting; exclusive. */
  readonly endOf: (date: string) => Date;
  /** Whether a date is over at an instant: from the one on that ends it. */
  readonly hasEnded: (date: string, instant: Date) => boolean;
  /** The latest date that is over at an instant. */
  readonly lastEnded: (instant: Date) => string;
  readonly isWorkday: (date: string) => boolean;
  readonly status: (date: string) => CalendarStatus;
  /** The n-th working day after a date, the date itself not counted; n = 0 gives the date. */
  readonly addWorkdays: (date: string, days: number) => string;
  /** Working days after `from` up to and including `to`; negative when `to` comes first. */
  readonly workdaysBetween: (from: string, to: string) => number;
  /** N working days after an instant. */
  readonly deadline: (input: { readonly from: Date | string; readonly days: number }) => Deadline;
  /** The last working day of the month, ISO week, quarter or half-year a date lies in; null when it has none. */
  readonly periodEnd: (period: Period, date: string) => string | null;
  /** The last working day of the first later period that has one. */
  readonly nextPeriodEnd: (period: Period, date: string) => string;
  /** First and last date of the period a date lies in. */
  readonly periodOf: (period: Period, date: string) => { readonly from: string; readonly to: string };
  /** Whether days can be counted from an instant: it is one, and lies a year or more within the calendar. */
  readonly reaches: (instant: string) => boolean;
  /** An instant as ISO 8601 with the zone's offset. */
  readonly format: (instant: Date) => string;
}

interface Index {
  /** Working days before each day. */
  readonly before: Int32Array;
  /** The k-th working day. */
  readonly at: Int32Array;
}

const indexOf = (table: Uint8Array): Index => {
  const before = new Int32Array(table.length + 1);
  const at = new Int32Array(table.length);
  let count = 0;
  for (let index = 0; index < table.length; index += 1) {
    before[index] = count;
    if (table[index] === 1) {
      at[count] = FIRST_DAY + index;
      count += 1;
    }
  }
  before[table.length] = count;
  return { before, at: at.subarray(0, count) };
};

let officialIndex: Index | undefined;

const withCompanyDays = (days: readonly CompanyDay[]): Index => {
  if (days.length === 0) {
    officialIndex ??= indexOf(officialDays());
    return officialIndex;
  }
  const table = officialDays().slice();
  for (const day of days) table[inRange(parseEpochDay(day.date)) - FIRST_DAY] = day.isWorkday ? 1 : 0;
  return indexOf(table);
};

const inRange = (epochDay: number): number => {
  if (epochDay >= FIRST_DAY && epochDay <= LAST_DAY) return epochDay;
  throw new RangeError(
    `${formatEpochDay(epochDay)} lies outside the calendar, which reaches from ${formatEpochDay(FIRST_DAY)} to ${formatEpochDay(LAST_DAY)}`,
  );
};

const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})T.*(?:Z|[+-]\d{2}:?\d{2})$/i;

/** Milliseconds of an instant. @throws TypeError when the text has no offset, RangeError when it is no instant */
const instantFrom = (value: Date | string): number => {
  if (typeof value !== 'string') {
    const time = value.getTime();
    if (Number.isNaN(time)) throw new RangeError('The Date is invalid; it was made from a text that is no date');
    return time;
  }
  const match = WITH_OFFSET.exec(value);
  if (!match) {
    throw new TypeError(
      `"${value}" names no instant: give date, time and offset, such as 2026-09-30T17:00:00+08:00 or 2026-09-30T09:00:00Z`,
    );
  }
  // Date.parse rolls 30 February over into March; a date the calendar does not have is refused instead.
  parseEpochDay(match[1] ?? '');
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new RangeError(`"${value}" is not a valid date and time`);
  return time;
};

const DAY_END = /^(\d{2}):(\d{2})$/;

const minutesOf = (dayEndsAt: string): number => {
  const match = DAY_END.exec(dayEndsAt);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes > 0 && minutes <= 1440 && Number(match?.[2]) < 60)) {
    throw new RangeError(`A day cannot end at "${dayEndsAt}"; give 24:00 or a time such as 18:00`);
  }
  return minutes;
};

const boundsOf = (period: Period, epochDay: number): readonly [number, number] => {
  if (period === 'WEEK') {
    const monday = epochDay - isoWeekday(epochDay) + 1;
    return [monday, monday + 6];
  }
  const { year, month } = civilOf(epochDay);
  const months = MONTHS_OF[period];
  const first = month - ((month - 1) % months);
  const next = first + months;
  return [
    epochDayOfCivil(year, first, 1),
    (next > 12 ? epochDayOfCivil(year + 1, next - 12, 1) : epochDayOfCivil(year, next, 1)) - 1,
  ];
};

const statusBetween = (first: number, last: number): CalendarStatus => {
  for (let { year } = civilOf(first); year <= civilOf(last).year; year += 1) {
    if (!isOfficialYear(year)) return 'PROVISIONAL';
  }
  return 'OFFICIAL';
};

/** Makes a calendar. Its tables are built on first use. @throws RangeError on a setting that cannot be used */
export const createWorkingCalendar = (options: CalendarOptions = {}): WorkingCalendar => {
  const { companyDays = [], timeZone = 'Asia/Shanghai', dayEndsAt = '24:00' } = options;
  const endMinutes = minutesOf(dayEndsAt);
  let lazy: Index | undefined;
  const index = (): Index => {
    lazy ??= withCompanyDays(companyDays);
    return lazy;
  };
  const workdaysBefore = (epochDay: number): number => index().before[epochDay - FIRST_DAY] ?? 0;
  const isWork = (epochDay: number): boolean => workdaysBefore(epochDay + 1) > workdaysBefore(epochDay);

  const add = (epochDay: number, days: number): number => {
    if (!Number.isInteger(days) || days < 0) {
      throw new RangeError(`${days} working days cannot be added; give a whole number that is not negative`);
    }
    if (days === 0) return epochDay;
    const found = index().at[workdaysBefore(inRange(epochDay) + 1) + days - 1];
    if (found === undefined) {
      throw new RangeError(
        `${days} working days after ${formatEpochDay(epochDay)} lie beyond ${formatEpochDay(LAST_DAY)}`,
      );
    }
    return found;
  };

  const lastWorkdayOf = ([from, to]: readonly [number, number]): number | null => {
    const last = workdaysBefore(Math.min(to, LAST_DAY) + 1);
    return last > workdaysBefore(Math.max(from, FIRST_DAY)) ? (index().at[last - 1] ?? null) : null;
  };

  const endInstant = (epochDay: number): number => instantOf(timeZone, epochDay, endMinutes);

  return {
    timeZone,
    dateOf: (instant) => formatEpochDay(epochDayAt(timeZone, instantFrom(instant))),
    endOf: (date) => new Date(endInstant(inRange(parseEpochDay(date)))),
    hasEnded: (date, instant) => endInstant(inRange(parseEpochDay(date))) <= instant.getTime(),
    lastEnded: (instant) => {
      const day = epochDayAt(timeZone, instantFrom(instant));
      return formatEpochDay(endInstant(day) <= instant.getTime() ? day : day - 1);
    },
    isWorkday: (date) => isWork(inRange(parseEpochDay(date))),
    status: (date) => (isOfficialYear(civilOf(parseEpochDay(date)).year) ? 'OFFICIAL' : 'PROVISIONAL'),
    addWorkdays: (date, days) => formatEpochDay(add(parseEpochDay(date), days)),
    workdaysBetween: (from, to) =>
      workdaysBefore(inRange(parseEpochDay(to)) + 1) - workdaysBefore(inRange(parseEpochDay(from)) + 1),
    deadline: ({ from, days }) => {
      const start = epochDayAt(timeZone, instantFrom(from));
      const due = add(inRange(start), days);
      const first = workdaysBefore(start + 1);
      const dueInstant = endInstant(due);
      return {
        startDate: formatEpochDay(start),
        dueDate: formatEpochDay(due),
        dueAt: formatInstant(timeZone, dueInstant),
        dueInstant: new Date(dueInstant),
        calendar: statusBetween(Math.min(start + 1, due), due),
        countedDays: [...index().at.subarray(first, first + days)].map(formatEpochDay),
      };
    },
    periodEnd: (period, date) => {
      const end = lastWorkdayOf(boundsOf(period, inRange(parseEpochDay(date))));
      return end === null ? null : formatEpochDay(end);
    },
    nextPeriodEnd: (period, date) => {
      for (let bounds = boundsOf(period, inRange(parseEpochDay(date))); ; ) {
        bounds = boundsOf(period, inRange(bounds[1] + 1));
        const end = lastWorkdayOf(bounds);
        if (end !== null) return formatEpochDay(end);
      }
    },
    periodOf: (period, date) => {
      const [from, to] = boundsOf(period, parseEpochDay(date));
      return { from: formatEpochDay(from), to: formatEpochDay(to) };
    },
    reaches: (instant) => {
      if (!WITH_OFFSET.test(instant) || Number.isNaN(Date.parse(instant))) return false;
      const day = epochDayAt(timeZone, Date.parse(instant));
      return day >= FIRST_DAY && day <= LAST_DAY - 366;
    },
    format: (instant) => formatInstant(timeZone, instant.getTime()),
  };
};
