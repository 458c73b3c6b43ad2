import seed from '../../seeds/working-days.json' with { type: 'json' };
import { epochDayOfCivil, isoWeekday } from './epoch-day.ts';

/** First and last day the calendar reaches; beyond them it refuses to guess. */
export const FIRST_DAY: number = epochDayOfCivil(1990, 1, 1);
export const LAST_DAY: number = epochDayOfCivil(2099, 12, 31);

interface YearSeed {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

const years: Readonly<Record<string, YearSeed | undefined>> = seed.years;
const statutory: Readonly<Record<string, readonly string[] | undefined>> = seed.statutory;

/** Whether the State Council's notice for the year is in the data. */
export const isOfficialYear = (year: number): boolean => years[year] !== undefined;

/** The last year whose notice is in the data. */
export const lastOfficialYear = (): number => Math.max(...Object.keys(years).map(Number));

const dayOf = (year: number, monthDay: string): number =>
  epochDayOfCivil(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)));

const set = (table: Uint8Array, epochDay: number, value: 0 | 1): void => {
  table[epochDay - FIRST_DAY] = value;
};

const applyYear = (table: Uint8Array, year: number): void => {
  const official = years[year];
  if (!official) {
    for (const day of statutory[year] ?? seed.fixedStatutory) set(table, dayOf(year, day), 0);
    return;
  }
  for (const range of official.off) {
    const [from = range, to = from] = range.split('/');
    for (let day = dayOf(year, from); day <= dayOf(year, to); day += 1) set(table, day, 0);
  }
  for (const day of official.work) set(table, dayOf(year, day), 1);
};

let base: Uint8Array | undefined;

/**
 * One byte a day from FIRST_DAY to LAST_DAY, 1 for a working day: weekdays, the notices of the official years, the
 * statutory days of the others. Made on first use, since most hook runs never count days.
 */
export const officialDays = (): Uint8Array => {
  if (base) return base;
  const table = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
  for (let index = 0; index < table.length; index += 1) table[index] = isoWeekday(FIRST_DAY + index) <= 5 ? 1 : 0;
  for (let year = 1990; year <= 2099; year += 1) applyYear(table, year);
  base = table;
  return table;
};
