import { formatEpochDay, parseEpochDay } from '../../workflows/calendar/epoch-day.ts';
import { folded } from '../../workflows/rules/characters.ts';
import { simplify } from '../../workflows/rules/simplify.ts';

/** A date as it was written, and the time and the offset that stood with it. */
export interface WrittenDate {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM`, seconds too where given; null for a date alone. */
  readonly time: string | null;
  /** `Z` or `+08:00`; null when none was given. */
  readonly offset: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME =
  '(?:[T\\s]+(上午|下午|am|pm)?\\s*(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(am|pm)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?$';

/** How the parts of a date stand: year, month, day. */
const FORMS: readonly { readonly form: RegExp; readonly order: readonly [number, number, number] }[] = [
  { form: new RegExp(`^(\\d{4})(?:[-/.])(\\d{1,2})[-/.](\\d{1,2})${TIME}`, 'i'), order: [1, 2, 3] },
  { form: new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}`, 'i'), order: [1, 2, 3] },
  { form: new RegExp(`^(\\d{2,4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?${TIME}`, 'i'), order: [1, 2, 3] },
  { form: new RegExp(`^(\\d{1,2})[\\s-]${MONTH}[\\s,-]*(\\d{4})${TIME}`, 'i'), order: [3, 2, 1] },
  { form: new RegExp(`^${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})${TIME}`, 'i'), order: [3, 1, 2] },
];
const REPUBLIC =
  /^(?:中华)?民国\s*(\d{1,3})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|[-/.](\d{1,2})[-/.](\d{1,2}))$/;
const MIXED = /^\d{4}([-/.])\d{1,2}(?!\1)[-/.]/;
const WEEKDAY = /\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?/;

const DIGITS = '〇一二三四五六七八九';
const CHINESE = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/;
const digit = (sign: string): number => DIGITS.indexOf(sign === '零' ? '〇' : sign);

/** 十 12, 二十 20, 三十一 31. */
const countOf = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0;
  return ten + (ones ? digit(ones) : 0);
};

const isoOf = (year: number, month: number, day: number): string | null => {
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    parseEpochDay(iso);
    return iso;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Two digits before 年 are of this century up to 69; three are a year of the Republic. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length === 2) return year + (year < 70 ? 2000 : 1900);
  return text.length === 3 ? year + 1911 : year;
};

const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** The day a spreadsheet counts as 0, in days of the epoch. */
const SERIAL_ZERO = -25_569;
/** Numbers that a spreadsheet's date of 1954 to 2099 stands for; others of five digits are no dates one could be sure of. */
const SERIALS = { first: 20_000, last: 73_050 } as const;

const serial = (text: string): WrittenDate | null => {
  const number = Number(text);
  if (!SERIAL.test(text) || number < SERIALS.first || number > SERIALS.last) return null;
  const seconds = Math.round((number % 1) * 86_400);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return {
    date: formatEpochDay(Math.floor(number) + SERIAL_ZERO),
    time: seconds > 0 && seconds < 86_400 ? time : null,
    offset: null,
  };
};

/** A time of a day of 24 hours; null when there is no such time. */
const timeOf = (time: string, half: string | undefined): string | null => {
  const [hour = '', minute = '', ...rest] = time.split(':');
  const isAfternoon = half !== undefined && /下午|pm/i.test(half);
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour);
  const isTime = hours < 24 || /^24:00(?::00)?$/.test(time);
  return isTime && Number(minute) < 60 ? [String(hours).padStart(2, '0'), minute, ...rest].join(':') : null;
};

const inRepublic = (text: string): WrittenDate | null => {
  const [, year, m1, d1, m2, d2] = REPUBLIC.exec(text) ?? [];
  const date = year ? isoOf(Number(year) + 1911, Number(m1 ?? m2), Number(d1 ?? d2)) : null;
  return date ? { date, time: null, offset: null } : null;
};

const inChinese = (text: string): WrittenDate | null => {
  const [, year = '', month = '', day = ''] = CHINESE.exec(text) ?? [];
  const date = year ? isoOf(Number([...year].map(digit).join('')), countOf(month), countOf(day)) : null;
  return date ? { date, time: null, offset: null } : null;
};

/**
 * A date as people write it, in a cell and on the command line alike: 2024-01-05, 2024.1.5, 2024年1月5日, 24年1月5日,
 * 民国113年1月5日, 二〇二四年一月五日, 5 Jan 2024, 20240105, and a spreadsheet's own number, 45296; with a time or none.
 * Null when it is none, or could be two (26/9/30).
 */
export const readDate = (text: string): WrittenDate | null => {
  const plain = simplify(folded(text)).replace(WEEKDAY, '');
  const found = serial(plain) ?? inRepublic(plain) ?? inChinese(plain);
  if (found || MIXED.test(plain)) return found;
  for (const { form, order } of FORMS) {
    const match = form.exec(plain);
    if (!match) continue;
    const [year = '', month = '', day = ''] = order.map((at) => match[at] ?? '');
    const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const date = isoOf(fullYear(year), named || Number(month), Number(day));
    const [before, time, after, offset] = match.slice(4);
    const clock = time === undefined ? null : timeOf(time, before ?? after);
    return date && (time === undefined || clock) ? { date, time: clock, offset: offset ?? null } : null;
  }
  return null;
};
