import { expression } from './expression.ts';
import { once } from './once.ts';

/** The calendar quarter a date `YYYY-MM-DD` lies in, as `2026Q4`; comparable as text. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}Q${Math.floor((Number(date.slice(5, 7)) - 1) / 3) + 1}`;

/** A quarter as people write it: 2026Q4, 2026-q4, 2026 Q4, 2026年第4季度, 2026年四季度. */
const written = once(() => expression('^(\\d{4})(?:[-/ .]?Q([1-4])|年?第?([1-4一二三四])季度?)$', 'i'));
const NUMERALS = '一二三四';

/** The quarter a text names, as {@link quarterOf} gives it; null where it names none. */
export const readQuarter = (text: string): string | null => {
  const [, year, latin, chinese = ''] = written().exec(text.normalize('NFKC').trim()) ?? [];
  if (!year) return null;
  return `${year}Q${latin ?? (NUMERALS.includes(chinese) ? NUMERALS.indexOf(chinese) + 1 : chinese)}`;
};

/** The quarter before one. */
export const quarterBefore = (quarter: string): string => {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))];
  return number === 1 ? `${year - 1}Q4` : `${year}Q${number - 1}`;
};

/** The quarter after one. */
export const quarterAfter = (quarter: string): string => {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))];
  return number === 4 ? `${year + 1}Q1` : `${year}Q${number + 1}`;
};

/** The first day of a quarter, `YYYY-MM-DD`. */
export const quarterStart = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`;
