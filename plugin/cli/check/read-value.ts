import type { Tag } from '../../../objects/taxonomy/index.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import type { Value } from '../../../workflows/judgement/values.ts';
import { folded, isBlankText, trimmed, withoutInvisible } from '../../../workflows/rules/characters.ts';
import { readRating } from '../../../workflows/rules/credit-rating.ts';
import { type Finding, finding } from '../../../workflows/rules/finding.ts';
import { whyUnreadable } from '../../../workflows/rules/why-unreadable.ts';
import { readDate } from '../read-date.ts';
import { readNumber } from '../read-number.ts';
import type { Meaning } from './list-terms.ts';
import { currencyOf, readMoney, type Scale } from './read-money.ts';
import { findOption } from './read-option.ts';

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
  findings: [
    finding(code, 'ERROR', {
      value: tag.sensitive ? '…' : withoutInvisible(textOf(raw)).slice(0, 60),
      ...(code === 'NOT_A_DATE' ? whyUnreadable(textOf(raw), false) : whyUnreadable(textOf(raw))),
    }),
  ],
});

const isBlank = (raw: unknown): boolean =>
  raw === null || raw === undefined || (typeof raw === 'string' && isBlankText(raw));

const fold = (text: string): string => folded(text).toLowerCase();

/** What the dictionary makes of a word of a list that is none of its options. */
export type WordMeaning = (tag: Tag, text: string) => Meaning | undefined;

/**
 * The option a text names by value or by a label of any language, or by what else the dictionary calls it; the text itself
 * when none, for the rules to judge.
 */
const optionOf = (tag: Tag, text: string, meaning: WordMeaning): string => {
  const found = findOption(tag, text);
  if (found !== undefined) return found;
  const meant = meaning(tag, text);
  return meant && 'option' in meant ? meant.option : trimmed(text);
};

/** A grade with a sign is refused with the grade it belongs to (A30); the sign itself stays out of the problem. */
const rating = (tag: Tag, text: string, meaning: WordMeaning): ReadValue => {
  const verdict = readRating(text);
  if (verdict.ok) return value(verdict.value);
  if (verdict.code === 'UNKNOWN_RATING') return value(optionOf(tag, text, meaning));
  return { value: null, findings: [finding('RATING_MODIFIER', 'ERROR', { suggest: verdict.suggest })] };
};

const pieces = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** How a list is read: what its words are, and which texts are words of it as a whole. */
const readerOf = (tag: Tag, meaning: WordMeaning) => ({
  isKnown: (text: string): boolean => findOption(tag, text) !== undefined || meaning(tag, text) !== undefined,
  optionOf: (text: string): string => optionOf(tag, text, meaning),
});

/** The items of a JSON array, as Twenty's own export has them in a cell; null when a text is none. */
const jsonList = (text: string): readonly unknown[] | null => {
  if (!text.trimStart().startsWith('[')) return null;
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Several options in one cell. A label may itself hold a 、, so that mark only parts what is no option as a whole. */
const optionsIn = (tag: Tag, raw: unknown, meaning: WordMeaning): string[] => {
  const { isKnown, optionOf: read } = readerOf(tag, meaning);
  const items = Array.isArray(raw) ? raw : jsonList(textOf(raw));
  if (items) return items.map((item) => read(textOf(item)));
  const text = textOf(raw);
  if (isKnown(text)) return [read(text)];
  return pieces(text, /[;；|\n]/)
    .flatMap((piece) => (isKnown(piece) ? [piece] : pieces(piece, /[,，]/)))
    .flatMap((piece) => (isKnown(piece) ? [piece] : pieces(piece, /、/)))
    .map(read);
};

const number = (tag: Tag, raw: unknown, scale: Scale | null): ReadValue => {
  const read = readNumber(scale ? `${textOf(raw)}${scale.unit}` : textOf(raw)) ?? readNumber(textOf(raw));
  if (read === null) return unreadable(tag, 'NOT_A_NUMBER', raw);
  const isWhole = tag.kind !== 'INTEGER' || Number.isInteger(read);
  return isWhole ? value(read) : unreadable(tag, 'NOT_A_WHOLE_NUMBER', raw);
};

/** The part of a money tag that is its amount in units, as Twenty's own export has it, not in millionths. */
export const UNITS = 'amountUnits';

const compositeMoney = (tag: Tag, raw: Readonly<Record<string, unknown>>, scale: Scale | null): ReadValue => {
  const { [UNITS]: amount, amountMicros, currencyCode, ...others } = raw;
  if (!isBlank(amount)) {
    // Twenty's own export has amounts in units, in a column beside the currency's.
    return money(tag, isBlank(currencyCode) ? amount : `${textOf(amount)} ${textOf(currencyCode)}`, scale);
  }
  if (isBlank(amountMicros)) {
    return Object.keys(others).length > 0 ? unreadable(tag, 'NOT_A_NUMBER', raw) : value(null);
  }
  const micros = Number(amountMicros);
  const written = isBlank(currencyCode) ? 'CNY' : String(currencyCode);
  const code = currencyOf(written);
  if (!Number.isFinite(micros)) return unreadable(tag, 'NOT_A_NUMBER', amountMicros);
  if (!code) return unreadable(tag, 'CURRENCY_UNKNOWN', written);
  return value({ amountMicros: micros, currencyCode: code });
};

const money = (tag: Tag, raw: unknown, scale: Scale | null): ReadValue => {
  if (isObject(raw)) return compositeMoney(tag, raw, scale);
  const verdict = readMoney(String(raw), scale);
  if ('amount' in verdict) {
    return value({ amountMicros: Math.round(verdict.amount * 1_000_000), currencyCode: verdict.currency });
  }
  return unreadable(tag, verdict.fault, 'found' in verdict ? verdict.found : raw);
};

/**
 * A date, the only thing of an instant that rules ask for. With an offset, an instant is read in the policy's zone;
 * without one it is taken as written.
 */
const date = (tag: Tag, raw: unknown): ReadValue => {
  const written = readDate(textOf(raw));
  if (!written) return unreadable(tag, 'NOT_A_DATE', raw);
  if (tag.kind === 'DATE' || !written.time || !written.offset) return value(written.date);
  try {
    const time = written.time.padStart(5, '0');
    return value(createWorkingCalendar().dateOf(`${written.date}T${time}${written.offset}`));
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
  return Object.fromEntries(
    Object.entries(parts).map(([part, text]) => [part, isBlank(text) ? '' : trimmed(textOf(text))]),
  );
};

/** What spreadsheets and exports leave where there is nothing, in the form {@link fold} gives. */
const NOTHING: ReadonlySet<string> = new Set([
  ...['n/a', '#n/a', 'na', 'n.a.', 'null', '(null)', '<null>', 'nil', '\\n', 'undefined', 'nan'],
  ...['#ref!', '#value!', '#name?', '#div/0!', '#null!', '#num!', '#####'],
]);
/** The same where a number, a date or an option stands; for a yes or no it could be meant as one. */
const DASHES: ReadonlySet<string> = new Set(['-', '--', '---', '/', '\\']);

/** Whether a cell says that there is nothing in it. */
const isNothing = (tag: Tag, raw: unknown): boolean => {
  if (isBlank(raw)) return true;
  if (typeof raw !== 'string' || raw.length > 12) return false;
  const text = fold(raw);
  return NOTHING.has(text) || (DASHES.has(text) && !WRITTEN.has(tag.kind));
};

/** Kinds that hold what is written as it is, and yes or no. */
const WRITTEN: ReadonlySet<Tag['kind']> = new Set(['TEXT', 'LONG_TEXT', 'ARRAY', 'ONE_TO_MANY', 'BOOLEAN']);

/** Reads one cell of a file or one property of a JSON record as a tag's value; an amount by its column's scale. */
export const readValue = (
  tag: Tag,
  raw: unknown,
  scale: Scale | null = null,
  meaning: WordMeaning = () => undefined,
): ReadValue => {
  if (isNothing(tag, raw)) return value(null);
  switch (tag.kind) {
    case 'SELECT':
      return tag.name === 'rating' ? rating(tag, textOf(raw), meaning) : value(optionOf(tag, textOf(raw), meaning));
    case 'MULTI_SELECT':
      return value(optionsIn(tag, raw, meaning));
    case 'ARRAY':
    case 'ONE_TO_MANY':
      return value(
        (Array.isArray(raw) ? raw : (jsonList(textOf(raw)) ?? pieces(textOf(raw), /[;；,，、|\n]/))).map(textOf),
      );
    case 'INTEGER':
    case 'NUMBER':
    case 'PERCENT':
      return number(tag, raw, scale);
    case 'CURRENCY':
      return money(tag, raw, scale);
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
      return value(isObject(raw) ? textOf(raw.id ?? raw.name ?? '') : trimmed(String(raw)));
    case 'LONG_TEXT':
      return value(trimmed(textOf(raw)));
    default:
      return value(trimmed(withoutInvisible(textOf(raw))));
  }
};
