import type { Option, Tag } from '../../../objects/taxonomy/index.ts';
import { parseEpochDay } from '../../../workflows/calendar/epoch-day.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import type { Value } from '../../../workflows/judgement/values.ts';
import { readRating } from '../../../workflows/rules/credit-rating.ts';
import { type Finding, finding } from '../../../workflows/rules/finding.ts';
import { NUMBER_UNIT, readNumber } from '../read-number.ts';

/** A cell as the rules take it, and what kept it from being read. */
export interface ReadValue {
  readonly value: Value;
  readonly findings: readonly Finding[];
}

const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const textOf = (raw: unknown): string => (isObject(raw) ? JSON.stringify(raw) : String(raw));

const value = (read: Value): ReadValue => ({ value: read, findings: [] });
/** The offending text is shown unless the tag is sensitive (6.1.3). */
const unreadable = (tag: Tag, code: Finding['code'], raw: unknown): ReadValue => ({
  value: null,
  findings: [finding(code, 'ERROR', { value: tag.sensitive ? '…' : textOf(raw).slice(0, 60) })],
});

const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const optionTables = new WeakMap<readonly Option[], ReadonlyMap<string, string>>();
const optionsOf = (options: readonly Option[]): ReadonlyMap<string, string> => {
  const known = optionTables.get(options);
  if (known) return known;
  const table = new Map<string, string>();
  for (const option of options) {
    for (const name of [...(option.aliases ?? []), ...Object.values(option.label)]) {
      if (!table.has(fold(name))) table.set(fold(name), option.value);
    }
  }
  for (const option of options) table.set(fold(option.value), option.value);
  optionTables.set(options, table);
  return table;
};

/** The option a text names by value or by a label of any language; the text itself when none, for the rules to judge. */
const optionOf = (tag: Tag, text: string): string => optionsOf(tag.options ?? []).get(fold(text)) ?? text.trim();

/** A grade with a sign is refused with the grade it belongs to (A30); the sign itself stays out of the problem. */
const rating = (tag: Tag, text: string): ReadValue => {
  const verdict = readRating(text);
  if (verdict.ok) return value(verdict.value);
  if (verdict.code === 'UNKNOWN_RATING') return value(optionOf(tag, text));
  return { value: null, findings: [finding('RATING_MODIFIER', 'ERROR', { suggest: verdict.suggest })] };
};

const pieces = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);

const isKnown = (tag: Tag, text: string): boolean => optionsOf(tag.options ?? []).has(fold(text));

/** Several options in one cell. A label may itself hold a 、, so that mark only parts what is no option as a whole. */
const optionsIn = (tag: Tag, raw: unknown): string[] => {
  if (Array.isArray(raw)) return raw.map((item) => optionOf(tag, textOf(item)));
  const text = textOf(raw);
  if (isKnown(tag, text)) return [optionOf(tag, text)];
  return pieces(text, /[;；|\n]/)
    .flatMap((piece) => (isKnown(tag, piece) ? [piece] : pieces(piece, /[,，]/)))
    .flatMap((piece) => (isKnown(tag, piece) ? [piece] : pieces(piece, /、/)))
    .map((piece) => optionOf(tag, piece));
};

const number = (tag: Tag, raw: unknown): ReadValue => {
  const read = readNumber(textOf(raw));
  if (read === null) return unreadable(tag, 'NOT_A_NUMBER', raw);
  const isWhole = tag.kind !== 'INTEGER' || Number.isInteger(read);
  return isWhole ? value(read) : unreadable(tag, 'NOT_A_WHOLE_NUMBER', raw);
};

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Signs and words for a currency, after NFKC and in upper case. ¥ is the yuan's: the policy's amounts are in yuan. */
const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  元: 'CNY',
  元整: 'CNY',
  人民币: 'CNY',
  人民幣: 'CNY',
  元人民币: 'CNY',
  元人民幣: 'CNY',
  RMB: 'CNY',
  $: 'USD',
  US$: 'USD',
  美元: 'USD',
  HK$: 'HKD',
  港元: 'HKD',
  NT$: 'TWD',
  '€': 'EUR',
  欧元: 'EUR',
  歐元: 'EUR',
  '£': 'GBP',
};

/** A currency's name, an amount, a currency's name; at most one of the names is needed. */
const MONEY = new RegExp(`^([^\\d+-]*)([+-]?\\d[\\d.,'\\s]*(?:e[+-]?\\d+)?\\s*(?:${NUMBER_UNIT})?)(\\D*)$`, 'i');

const compositeMoney = (tag: Tag, raw: Readonly<Record<string, unknown>>): ReadValue => {
  const { amountMicros, currencyCode, ...others } = raw;
  if (isBlank(amountMicros)) {
    return Object.keys(others).length > 0 ? unreadable(tag, 'NOT_A_NUMBER', raw) : value(null);
  }
  const micros = Number(amountMicros);
  const code = isBlank(currencyCode) ? 'CNY' : String(currencyCode).trim().toUpperCase();
  if (!Number.isFinite(micros)) return unreadable(tag, 'NOT_A_NUMBER', amountMicros);
  if (!CURRENCIES.has(code)) return unreadable(tag, 'CURRENCY_UNKNOWN', code);
  return value({ amountMicros: micros, currencyCode: code });
};

const money = (tag: Tag, raw: unknown): ReadValue => {
  if (isObject(raw)) return compositeMoney(tag, raw);
  const match = MONEY.exec(String(raw).normalize('NFKC').trim());
  const amount = match ? readNumber(match[2] ?? '') : null;
  if (!match || amount === null) return unreadable(tag, 'NOT_A_NUMBER', raw);
  const names = [match[1], match[3]].map((name) => (name ?? '').trim().toUpperCase()).filter(Boolean);
  const [code = 'CNY', ...others] = new Set(names.map((name) => SIGNS[name] ?? name));
  if (!CURRENCIES.has(code) || others.length > 0) return unreadable(tag, 'CURRENCY_UNKNOWN', names.join(' '));
  return value({ amountMicros: Math.round(amount * 1_000_000), currencyCode: code });
};

const DATE =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号號]?|(\d{2})(\d{2}))(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A date, the only thing of an instant that rules ask for. With an offset, an instant is read in the policy's zone;
 * without one it is taken as written.
 */
const date = (tag: Tag, raw: unknown): ReadValue => {
  const match = DATE.exec(textOf(raw).normalize('NFKC').trim());
  if (!match) return unreadable(tag, 'NOT_A_DATE', raw);
  const [, year, , m1, d1, m2, d2, m3, d3, time, offset] = match;
  const iso = [year, m1 ?? m2 ?? m3, d1 ?? d2 ?? d3].map((part) => part?.padStart(2, '0')).join('-');
  try {
    parseEpochDay(iso);
    if (tag.kind === 'DATE' || !time || !offset) return value(iso);
    return value(createWorkingCalendar().dateOf(`${iso}T${time.padStart(5, '0')}${offset}`));
  } catch (error) {
    if (error instanceof RangeError) return unreadable(tag, 'NOT_A_DATE', raw);
    throw error;
  }
};

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', '是', '有', 't', '√', '✓']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', '否', '无', '無', '没有', '沒有', 'none', 'f', '×']);

const flag = (tag: Tag, raw: unknown): ReadValue => {
  if (typeof raw === 'boolean') return value(raw);
  const text = fold(String(raw));
  if (YES.has(text)) return value(true);
  return NO.has(text) ? value(false) : unreadable(tag, 'NOT_A_BOOLEAN', raw);
};

/** The parts of a composite as text; a bare text is its main part. */
const composite = (raw: unknown, main: string): Readonly<Record<string, string>> => {
  const parts = isObject(raw) ? raw : { [main]: raw };
  return Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, isBlank(text) ? '' : textOf(text)]));
};

/** Reads one cell of a file or one property of a JSON record as a tag's value. */
export const readValue = (tag: Tag, raw: unknown): ReadValue => {
  if (isBlank(raw)) return value(null);
  switch (tag.kind) {
    case 'SELECT':
      return tag.name === 'rating' ? rating(tag, textOf(raw)) : value(optionOf(tag, textOf(raw)));
    case 'MULTI_SELECT':
      return value(optionsIn(tag, raw));
    case 'ARRAY':
    case 'ONE_TO_MANY':
      return value(Array.isArray(raw) ? raw.map(textOf) : pieces(textOf(raw), /[;；,，、|\n]/));
    case 'INTEGER':
    case 'NUMBER':
    case 'PERCENT':
      return number(tag, raw);
    case 'CURRENCY':
      return money(tag, raw);
    case 'DATE':
    case 'DATE_TIME':
      return date(tag, raw);
    case 'BOOLEAN':
      return flag(tag, raw);
    case 'ADDRESS':
      return value(composite(raw, 'addressStreet1'));
    case 'FULL_NAME':
      return value(composite(raw, 'lastName'));
    case 'PHONES':
      return value(composite(raw, 'primaryPhoneNumber'));
    case 'EMAILS':
      return value(composite(raw, 'primaryEmail'));
    case 'MANY_TO_ONE':
      return value(isObject(raw) ? textOf(raw.id ?? raw.name ?? '') : String(raw));
    default:
      return value(textOf(raw));
  }
};
