import type { Language, Tag } from '../../../objects/taxonomy/index.ts';
import { type Address, asMoney, type FullName, type Value } from '../../../workflows/judgement/values.ts';
import { isBlankText } from '../../../workflows/rules/characters.ts';
import { readDate } from '../read-date.ts';
import { PARTS } from './columns.ts';
import { UNITS } from './read-value.ts';

/** What Twenty's own import of a file makes of a cell that the check could read. */
export type Fate = 'TAKEN' | 'FALSE' | 'EMPTY' | 'NOTHING' | 'REFUSED' | 'OTHER';

/** A column of a file as Twenty's import takes it. */
export interface ImportColumn {
  readonly header: string;
  readonly cell: (value: Value) => string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Whether a text is the id of a record. */
export const isId = (value: unknown): boolean => typeof value === 'string' && UUID.test(value.trim());

const isNumeric = (text: string): boolean => !Number.isNaN(Number(text));

/** The items of a cell as Twenty parts them: a JSON array, else at commas. */
const itemsOf = (text: string): readonly string[] => {
  try {
    const items: unknown = JSON.parse(text);
    if (Array.isArray(items)) return items.map(String);
  } catch {
    // No JSON: a list with commas.
  }
  return text.split(',').map((item) => item.trim());
};

const isJsonList = (text: string): boolean => {
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
};

/** Twenty knows an option by its value, or by its label in the language of the workspace. */
const isOption = (tag: Tag, text: string): boolean =>
  (tag.options ?? []).some(({ value, label }) => value === text || Object.values(label).includes(text));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What Twenty's import makes of one cell of a tag whose value the check could read. */
const fateOfText = (tag: Tag, text: string, value: Value): Fate => {
  switch (tag.kind) {
    case 'BOOLEAN':
      return /^(?:yes|no|true|false)$/i.test(text) || value === false ? 'TAKEN' : 'FALSE';
    case 'SELECT':
      return isOption(tag, text) ? 'TAKEN' : 'NOTHING';
    case 'MULTI_SELECT':
      return itemsOf(text).every((item) => isOption(tag, item)) ? 'TAKEN' : 'NOTHING';
    case 'ARRAY':
      return isJsonList(text) ? 'TAKEN' : 'EMPTY';
    case 'INTEGER':
    case 'NUMBER':
    case 'PERCENT':
      if (!isNumeric(text)) return 'REFUSED';
      return Number(text) === value ? 'TAKEN' : 'OTHER';
    case 'CURRENCY': {
      if (!isNumeric(text)) return 'NOTHING';
      const { amountMicros = null, currencyCode = null } = asMoney(value) ?? {};
      return amountMicros === Math.round(Number(text) * 1_000_000) && (currencyCode ?? 'CNY') === 'CNY'
        ? 'TAKEN'
        : 'OTHER';
    }
    case 'DATE':
    case 'DATE_TIME': {
      const instant = Date.parse(text);
      if (Number.isNaN(instant)) return 'REFUSED';
      if (DAY.test(text) || (tag.kind === 'DATE_TIME' && INSTANT.test(text))) return 'TAKEN';
      return INSTANT.test(text) && new Date(instant).toISOString().slice(0, 10) === value ? 'TAKEN' : 'OTHER';
    }
    case 'MANY_TO_ONE':
      return isId(text) ? 'TAKEN' : 'NOTHING';
    default:
      return 'TAKEN';
  }
};

/** What {@link fateOf} tells, in words: what becomes of the cell. */
export const FATE_WORDS: Readonly<Record<Exclude<Fate, 'TAKEN'>, string>> = {
  FALSE: 'would make it false',
  EMPTY: 'would make an empty list of it',
  NOTHING: 'would make nothing of it',
  REFUSED: 'would refuse it',
  OTHER: 'would take another value for it',
};

/** What Twenty's import makes of what stands in a file; TAKEN for what it takes as the check has read it. */
export const fateOf = (tag: Tag, raw: unknown, value: Value): Fate => {
  if (value === null || value === undefined || typeof raw === 'object') return 'TAKEN';
  const text = String(raw).trim();
  return isBlankText(text) ? 'TAKEN' : fateOfText(tag, text, value);
};

/** Labels of Twenty's own fields, which its import looks for. */
const STANDARD: Readonly<Record<string, string>> = {
  name: 'Name',
  company: 'Company',
  owner: 'Owner',
  amount: 'Amount',
  closeDate: 'Close date',
  annualRevenue: 'Annual revenue',
};

const labelOf = (tag: Tag, language: Language): string =>
  (tag.standard ? STANDARD[tag.name] : undefined) ?? tag.label[language];

/** A point in time as Twenty takes it: as written when that says where, else in the policy's zone. */
export const instantOf = (raw: unknown, value: Value): string => {
  const written = String(raw).trim();
  if (INSTANT.test(written)) return written;
  const { date, time } = readDate(written) ?? {};
  return date && time ? `${date}T${time}+08:00` : text(value);
};

const text = (value: Value): string => (value === null || value === undefined ? '' : String(value));
const list = (value: Value): string => (Array.isArray(value) && value.length > 0 ? JSON.stringify(value) : '');

const partOf =
  (part: string) =>
  (value: Value): string => {
    const found = (value as Address | FullName | null | undefined)?.[part as keyof (Address | FullName)];
    return text(found as Value);
  };

const moneyPart =
  (part: string) =>
  (value: Value): string => {
    const money = asMoney(value);
    if (!money || money.amountMicros === null) return '';
    return part === UNITS ? String(money.amountMicros / 1_000_000) : (money.currencyCode ?? 'CNY');
  };

/** Whether Twenty's import can fill a tag: not what another record holds, nor what the application alone writes. */
export const isImportable = (tag: Tag): boolean =>
  !tag.via &&
  tag.object !== 'tagCredit' &&
  tag.writer !== 'APPLICATION' &&
  tag.kind !== 'ONE_TO_MANY' &&
  tag.kind !== 'RAW_JSON';

/** The columns in which Twenty's import takes a tag. */
export const importColumns = (tag: Tag, language: Language): readonly ImportColumn[] => {
  const header = labelOf(tag, language);
  const parts = Object.entries(PARTS[tag.kind] ?? {}).filter(([, label]) => label !== '');
  switch (tag.kind) {
    case 'CURRENCY':
      return parts.map(([part, label]) => ({ header: `${header} / ${label}`, cell: moneyPart(part) }));
    case 'ADDRESS':
    case 'FULL_NAME':
      return parts
        .filter(([part]) => !/^address(?:Lat|Lng)$/.test(part))
        .map(([part, label]) => ({ header: `${header} / ${label}`, cell: partOf(part) }));
    case 'MULTI_SELECT':
    case 'ARRAY':
      return [{ header, cell: list }];
    case 'MANY_TO_ONE':
      // Another record is found by its id alone.
      return [{ header: `${header} / Id`, cell: (value) => (isId(value) ? text(value) : '') }];
    default:
      return [{ header, cell: text }];
  }
};
