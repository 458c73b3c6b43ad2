/**
 * Calendar dates as whole days since 1970-01-01, so that arithmetic on them is arithmetic. No zone, no clock.
 * Gregorian conversions after the usual civil-calendar identities (March-based years).
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const fromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Year, month and day of an epoch day. */
export const civilOf = (epochDay: number): CivilDate => {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

/** The epoch day of a year, month (1–12) and day. */
export const epochDayOfCivil = fromCivil;

const digits2 = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `YYYY-MM-DD` of an epoch day. */
export const formatEpochDay = (epochDay: number): string => {
  const { year, month, day } = civilOf(epochDay);
  return `${String(year).padStart(4, '0')}-${digits2(month)}-${digits2(day)}`;
};

/**
 * The epoch day of a date `YYYY-MM-DD`.
 * @throws RangeError when the text is no such date or no day of the calendar (2026-02-30)
 */
export const parseEpochDay = (date: string): number => {
  const match = DATE.exec(date);
  if (match) {
    const day = fromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
    if (formatEpochDay(day) === date) return day;
  }
  throw new RangeError(`"${date}" is not a calendar date; write it as YYYY-MM-DD, such as 2026-09-30`);
};

/** The date so many months later; the last day of that month where it is shorter. */
export const addMonths = (date: string, months: number): string => {
  const { year, month, day } = civilOf(parseEpochDay(date));
  const at = month - 1 + months;
  const first = (add: number) => fromCivil(year + Math.floor((at + add) / 12), ((at + add) % 12) + 1, 1);
  return formatEpochDay(Math.min(first(0) + day - 1, first(1) - 1));
};

/** Monday 1 … Sunday 7 (ISO 8601). */
export const isoWeekday = (epochDay: number): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;
