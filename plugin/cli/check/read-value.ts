import type { Option, Tag } from '../../../objects/taxonomy/index.ts';
import type { Value } from '../../../workflows/judgement/values.ts';
import { readRating } from '../../../workflows/rules/credit-rating.ts';
import { type Finding, finding } from '../../../workflows/rules/finding.ts';

/** A cell as the rules take it, and what kept it from being read. */
export interface ReadValue {
  readonly value: Value;
  readonly findings: readonly Finding[];
}

const value = (read: Value): ReadValue => ({ value: read, findings: [] });
/** The offending text is shown unless the tag is sensitive (6.1.3). */
const unreadable = (tag: Tag, code: Finding['code'], raw: unknown): ReadValue => ({
  value: null,
  findings: [finding(code, 'ERROR', { value: tag.sensitive ? '…' : String(raw).slice(0, 60) })],
});

const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === '');
const isObject = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

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
const optionOf = (tag: Tag, text: string): string => {
  if (tag.name === 'rating') {
    const verdict = readRating(text);
    if (verdict.ok) return verdict.value;
  }
  return optionsOf(tag.options ?? []).get(fold(text)) ?? text.trim();
};

const pieces = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);

const isKnown = (tag: Tag, text: string): boolean => optionsOf(tag.options ?? []).has(fold(text));

/** Several options in one cell. A label may itself hold a 、, so that mark only parts what is no option as a whole. */
const optionsIn = (tag: Tag, raw: unknown): string[] => {
  if (Array.isArray(raw)) return raw.map((item) => optionOf(tag, String(item)));
  const text = String(raw);
  if (isKnown(tag, text)) return [optionOf(tag, text)];
  return pieces(text, /[;；|\n]/)
    .flatMap((piece) => (isKnown(tag, piece) ? [piece] : pieces(piece, /[,，]/)))
    .flatMap((piece) => (isKnown(tag, piece) ? [piece] : pieces(piece, /、/)))
    .map((piece) => optionOf(tag, piece));
};

const UNITS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const numberOf = (raw: unknown): number | null => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  const text = String(raw).normalize('NFKC').replace(/[,\s]/g, '').replace(/%$/, '');
  const match = /^([+-]?\d+(?:\.\d+)?)([万萬亿億])?(?:元|人|天|次|个|個)?$/.exec(text);
  return match ? Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) : null;
};

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
const SIGNS: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  元: 'CNY',
  人民币: 'CNY',
  RMB: 'CNY',
};

const money = (tag: Tag, raw: unknown): ReadValue => {
  if (isObject(raw)) {
    if (isBlank(raw.amountMicros)) return value(null);
    const micros = Number(raw.amountMicros);
    const code = isBlank(raw.currencyCode) ? 'CNY' : String(raw.currencyCode).trim().toUpperCase();
    if (!Number.isFinite(micros)) return unreadable(tag, 'NOT_A_NUMBER', raw.amountMicros);
    if (!CURRENCIES.has(code)) return unreadable(tag, 'CURRENCY_UNKNOWN', code);
    return value({ amountMicros: micros, currencyCode: code });
  }
  const text = String(raw).normalize('NFKC').trim();
  const match = /^(\D*?)\s*([+-]?[\d.,\s]*\d\s*[万萬亿億]?)\s*(\D*)$/.exec(text);
  if (!match) return unreadable(tag, 'NOT_A_NUMBER', raw);
  const name = (match[1] || match[3] || 'CNY').trim();
  const code = SIGNS[name] ?? SIGNS[name.toUpperCase()] ?? name.toUpperCase();
  const amount = numberOf(match[2]);
  if (amount === null) return unreadable(tag, 'NOT_A_NUMBER', raw);
  if (!CURRENCIES.has(code)) return unreadable(tag, 'CURRENCY_UNKNOWN', name);
  return value({ amountMicros: Math.round(amount * 1_000_000), currencyCode: code });
};

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/;

const date = (tag: Tag, raw: unknown): ReadValue => {
  const text = String(raw).normalize('NFKC').trim();
  const match = DATE.exec(text);
  if (!match) return unreadable(tag, 'NOT_A_DATE', raw);
  const [year, month, day] = [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')];
  const iso = `${year}-${month}-${day}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso))
    return unreadable(tag, 'NOT_A_DATE', raw);
  if (tag.kind === 'DATE_TIME' && /T\d/.test(text)) {
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? unreadable(tag, 'NOT_A_DATE', raw) : value(instant.toISOString());
  }
  return value(iso);
};

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', '是', '有', 't']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', '否', '无', '無', '没有', '沒有', 'none', 'f']);

const flag = (tag: Tag, raw: unknown): ReadValue => {
  if (typeof raw === 'boolean') return value(raw);
  const text = fold(String(raw));
  if (YES.has(text)) return value(true);
  return NO.has(text) ? value(false) : unreadable(tag, 'NOT_A_BOOLEAN', raw);
};

/** Reads one cell of a file or one property of a JSON record as a tag's value. */
export const readValue = (tag: Tag, raw: unknown): ReadValue => {
  if (isBlank(raw)) return value(null);
  switch (tag.kind) {
    case 'SELECT':
      return value(optionOf(tag, String(raw)));
    case 'MULTI_SELECT':
      return value(optionsIn(tag, raw));
    case 'ARRAY':
    case 'ONE_TO_MANY':
      return value(Array.isArray(raw) ? raw.map(String) : pieces(String(raw), /[;；,，、|\n]/));
    case 'INTEGER':
    case 'NUMBER':
    case 'PERCENT': {
      const number = numberOf(raw);
      const isWhole = tag.kind !== 'INTEGER' || Number.isInteger(number);
      return number === null || !isWhole ? unreadable(tag, 'NOT_A_NUMBER', raw) : value(number);
    }
    case 'CURRENCY':
      return money(tag, raw);
    case 'DATE':
    case 'DATE_TIME':
      return date(tag, raw);
    case 'BOOLEAN':
      return flag(tag, raw);
    case 'ADDRESS':
      return value(isObject(raw) ? raw : { addressStreet1: String(raw) });
    case 'FULL_NAME':
      return value(isObject(raw) ? raw : { firstName: '', lastName: String(raw) });
    case 'PHONES':
      return value(isObject(raw) ? raw : { primaryPhoneNumber: String(raw) });
    case 'EMAILS':
      return value(isObject(raw) ? raw : { primaryEmail: String(raw) });
    default:
      return value(isObject(raw) ? String(raw.id ?? raw.name ?? '') : String(raw));
  }
};
