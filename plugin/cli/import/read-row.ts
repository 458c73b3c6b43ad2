import { findTag, type GovernedObject, type Tag } from '../../../objects/taxonomy/index.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';
import { productKey } from '../../../workflows/judgement/rules/product.ts';
import { asText, type Value } from '../../../workflows/judgement/values.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import { readPhone } from '../../../workflows/rules/phone.ts';
import type { RawRecord } from '../check/file-contents.ts';
import { type ParsedRecord, readRecord } from '../check/read-record.ts';
import { instantOf, isId } from '../check/twenty-import.ts';
import { readDate } from '../read-date.ts';
import { type ImportColumns, isOffer, placeOf } from './import-columns.ts';
import { holds } from './operations.ts';

/** A cell as Twenty takes it. */
export interface Cell {
  readonly tag: Tag;
  readonly field: string;
  readonly value: unknown;
  /** What a record that it links to is called, by its id. */
  readonly named?: (id: unknown) => string | undefined;
  /** Whether a record holds it already. */
  readonly isHeldBy: (current: unknown) => boolean;
}

/** A row of a file as an import takes it. */
export interface Row {
  readonly row: number;
  readonly line: number | null;
  readonly name: string;
  /** Twenty's id of the record, where the file has it. */
  readonly id: string | null;
  readonly creditCode: string;
  readonly nameKey: string;
  /** Whose domain the contact's address of mail has; none for providers that everybody uses. */
  readonly domain: string;
  readonly email: string;
  /** What the file says of other records: names, addresses or ids. */
  readonly links: Readonly<Record<string, string>>;
  /** The products of an opportunity, by what the file calls them. */
  readonly offered: readonly string[];
  /** By the object that holds them. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  /** Tags whose cells cannot be written; what is wrong with them is among the problems of the check. */
  readonly unread: readonly Tag[];
  readonly parsed: ParsedRecord;
}

/** Providers of mail whose addresses say nothing of where somebody works. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set([
  ...['qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', '139.com', '189.cn', 'wo.cn', 'sina.com', 'sina.cn'],
  ...['sohu.com', 'tom.com', '21cn.com', 'aliyun.com', 'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com'],
  ...[
    'live.com',
    'live.cn',
    'msn.com',
    'yahoo.com',
    'yahoo.com.cn',
    'yahoo.com.tw',
    'icloud.com',
    'me.com',
    'mail.com',
  ],
  ...['proton.me', 'protonmail.com', 'gmx.com', 'gmx.de', 'hinet.net', 'pchome.com.tw', 'vip.qq.com', 'vip.163.com'],
]);

const domainOf = (email: string): string => {
  const domain = /@([^@\s]+\.[^@\s]+)$/.exec(email.toLowerCase())?.[1] ?? '';
  return PUBLIC_MAIL.has(domain) ? '' : domain;
};

/** Parts of composites that a file gives as texts and Twenty keeps otherwise. */
const LEFT_PARTS: ReadonlySet<string> = new Set(['additionalPhones', 'additionalEmails', 'addressLat', 'addressLng']);

const partsOf = (value: Value, isMail: boolean): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value as object)
      .filter(([part, text]) => !isEmpty(text) && !LEFT_PARTS.has(part))
      .map(([part, text]) => [part, isMail ? String(text).toLowerCase() : text]),
  );

/**
 * A phone number as Twenty takes it: one without a country it refuses, and with it the whole contact. Undefined for what
 * cannot be dialled, which it would refuse as well.
 */
const phonesOf = (parts: Readonly<Record<string, unknown>>): unknown => {
  const { primaryPhoneNumber: number, primaryPhoneCallingCode: code } = parts;
  const { isPossible, country, e164 } = readPhone(String(number ?? ''), code === undefined ? undefined : String(code));
  if (!isPossible) return undefined;
  if (country !== null && country !== 'CN') return { primaryPhoneNumber: e164 };
  return { primaryPhoneNumber: number, primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' };
};

const calendar = createWorkingCalendar();

/** A value as Twenty takes it; undefined where it takes none like it. */
const forTwenty = (tag: Tag, value: Value, raw: unknown): unknown => {
  switch (tag.kind) {
    case 'SELECT':
      return tag.options?.some((option) => option.value === value) ? value : undefined;
    case 'MULTI_SELECT': {
      const items = value as readonly string[];
      return items.every((item) => tag.options?.some((option) => option.value === item)) ? items : undefined;
    }
    case 'PHONES': {
      const parts = partsOf(value, false);
      return isEmpty(parts) ? null : phonesOf(parts);
    }
    case 'ADDRESS':
    case 'FULL_NAME':
    case 'EMAILS':
      return partsOf(value, tag.kind === 'EMAILS');
    case 'DATE_TIME': {
      const instant = Date.parse(instantOf(raw, value));
      return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
    }
    default:
      return value;
  }
};

/** A name of a person is the same whichever of its parts stands first. */
const personKeys = (name: unknown): readonly string[] => {
  const { firstName = '', lastName = '' } = (name ?? {}) as { firstName?: string; lastName?: string };
  return [nameKey(`${lastName}${firstName}`), nameKey(`${firstName}${lastName}`)].filter((key) => key !== '');
};

/** Whether two names of persons are one. */
export const isSamePerson = (left: unknown, right: unknown): boolean =>
  personKeys(left).some((key) => personKeys(right).includes(key));

/** Names and codes are the same however they are spelled: a record that is found by one keeps its own spelling. */
const SPELLED: Readonly<Record<string, (text: string) => string>> = {
  name: nameKey,
  model: nameKey,
  tagCreditCode: compactCreditCode,
};

const heldBy = (tag: Tag, value: unknown, raw: unknown): ((current: unknown) => boolean) => {
  const spelled = tag.kind === 'TEXT' ? SPELLED[tag.name] : undefined;
  if (spelled) return (current) => spelled(String(current ?? '')) === spelled(String(value));
  if (tag.kind === 'FULL_NAME') return (current) => isSamePerson(current, value);
  if (tag.kind === 'ADDRESS') {
    return (current) =>
      Object.entries(value as object).every(([part, text]) => holds((current as never)?.[part], text));
  }
  // A day alone says nothing of the hour.
  if (tag.kind === 'DATE_TIME' && !readDate(String(raw))?.time) {
    return (current) => typeof current === 'string' && calendar.dateOf(current) === calendar.dateOf(String(value));
  }
  return (current) => holds(current, value);
};

/** What a record is told from others by, of what stands in the file. */
const keyOf = (object: GovernedObject, values: ParsedRecord['values']): string =>
  object === 'tagProduct' ? productKey(asText(values.name), asText(values.model)) : nameKey(asText(values.name));

/** Reads a row into what of it can be written. An empty cell says nothing: it empties nothing. */
export const readRow = (object: GovernedObject, columns: ImportColumns, { row, line, fields }: RawRecord): Row => {
  const parsed = readRecord(columns, fields);
  const { values } = parsed;
  const cells = new Map<string, Cell[]>();
  const links: Record<string, string> = {};
  let offered: readonly string[] = [];
  const unread: Tag[] = parsed.problems.flatMap(({ tag }) => findTag(object, tag) ?? []);
  for (const [tag, raw] of parsed.written) {
    const value = values[tag.name];
    const place = placeOf(tag);
    if (!place || isEmpty(value)) continue;
    if (isOffer(tag)) {
      offered = value as readonly string[];
      continue;
    }
    if (tag.kind === 'MANY_TO_ONE') {
      links[tag.name] = asText(value);
      continue;
    }
    const taken = forTwenty(tag, value, raw);
    if (taken === undefined) unread.push(tag);
    else if (!isEmpty(taken)) {
      const cell = { tag, field: place.field, value: taken, isHeldBy: heldBy(tag, taken, raw) };
      cells.set(place.object, [...(cells.get(place.object) ?? []), cell]);
    }
  }
  Object.assign(links, parsed.terms);
  if (columns.owner !== null) {
    const owner = asText(String(fields[columns.owner] ?? ''));
    if (owner) links.accountOwner = owner;
  }
  const id = columns.id === null ? '' : String(fields[columns.id] ?? '').trim();
  const emails = cells.get('person')?.find(({ field }) => field === 'emails')?.value as { primaryEmail?: string };
  const email = emails?.primaryEmail ?? '';
  return {
    row,
    line,
    name: asText(values.name),
    id: isId(id) ? id.toLowerCase() : null,
    creditCode: compactCreditCode(asText(values.tagCreditCode)),
    nameKey: keyOf(object, values),
    domain: domainOf(email),
    email,
    links,
    offered,
    cells,
    unread,
    parsed,
  };
};
