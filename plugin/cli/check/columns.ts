import { type GovernedObject, LANGUAGES, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';
import { folded, isBlankText } from '../../../workflows/rules/characters.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import { type Scale, scaleOf } from './read-money.ts';
import { farness } from './read-option.ts';
import { UNITS } from './read-value.ts';
import { AMBIGUOUS_WORDS, TRADE_WORDS } from './trade-words.ts';
import { isTwentysOwn } from './twenty-columns.ts';

/** How sure a column's name is: a tag's own name or label, a word of the trade for it, a word with other meanings too. */
export type Certainty = 'OWN' | 'ALIAS' | 'AMBIGUOUS';

/** Where a column of a file goes: a tag, or a part of a composite one. */
export interface Column {
  readonly tag: Tag;
  readonly part: string | null;
  readonly certainty: Certainty;
  /** What the name says of the amounts below it. */
  readonly scale: Scale | null;
}

/** Parts of a composite: API name, and the label that Twenty's own export and import have for it. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CURRENCY: { amountMicros: '', [UNITS]: 'Amount', currencyCode: 'Currency' },
  ADDRESS: {
    addressStreet1: 'Address 1',
    addressStreet2: 'Address 2',
    addressCity: 'City',
    addressState: 'State',
    addressCountry: 'Country',
    addressPostcode: 'Post Code',
    addressLat: 'Latitude',
    addressLng: 'Longitude',
  },
  PHONES: {
    primaryPhoneNumber: 'Primary Phone Number',
    primaryPhoneCountryCode: 'Primary Phone Country Code',
    primaryPhoneCallingCode: 'Primary Phone Calling Code',
    additionalPhones: 'Additional Phones',
  },
  EMAILS: { primaryEmail: 'Primary Email', additionalEmails: 'Additional Emails' },
  FULL_NAME: { firstName: 'First Name', lastName: 'Last Name' },
};

const AMBIGUOUS: ReadonlySet<string> = new Set(AMBIGUOUS_WORDS.map(nameKey));

/** How column names are compared: as names are, so that width, script, blanks, dots and brackets play no part. */
const keyOf = (name: string): string => nameKey(name);

const ownNamesOf = (tag: Tag): readonly string[] => {
  const names = [tag.name, ...LANGUAGES.map((language) => tag.label[language])];
  return tag.kind === 'MANY_TO_ONE' ? names.flatMap((name) => [name, `${name} Id`]) : names;
};
const aliasesOf = (tag: Tag): readonly string[] => {
  const trade = TRADE_WORDS[tag.object as GovernedObject]?.[tag.name] ?? [];
  const names = [...(tag.aliases ?? []), ...trade];
  return tag.kind === 'MANY_TO_ONE' ? names.flatMap((name) => [name, `${name} Id`]) : names;
};

type Entry = Omit<Column, 'scale'>;
const tables = new Map<GovernedObject, ReadonlyMap<string, Entry>>();

const tableOf = (object: GovernedObject): ReadonlyMap<string, Entry> => {
  const known = tables.get(object);
  if (known) return known;
  const table = new Map<string, Entry>();
  const tags = tagsOf(object).filter((tag) => tag.kind !== 'ONE_TO_MANY' || tag.required);
  const add = (name: string, entry: Entry): void => {
    if (!table.has(keyOf(name))) table.set(keyOf(name), entry);
  };
  // API names first, then labels, aliases and the parts of composites, so that none can take a surer one away.
  for (const tag of tags) add(tag.name, { tag, part: null, certainty: 'OWN' });
  for (const tag of tags) for (const name of ownNamesOf(tag)) add(name, { tag, part: null, certainty: 'OWN' });
  for (const tag of tags) {
    for (const name of aliasesOf(tag)) {
      add(name, { tag, part: null, certainty: AMBIGUOUS.has(keyOf(name)) ? 'AMBIGUOUS' : 'ALIAS' });
    }
  }
  for (const [names, certainty] of [
    [ownNamesOf, 'OWN'],
    [aliasesOf, 'ALIAS'],
  ] as const) {
    for (const tag of tags) {
      for (const [part, label] of Object.entries(PARTS[tag.kind] ?? {})) {
        for (const name of names(tag)) {
          if (part !== UNITS) add(`${name}.${part}`, { tag, part, certainty });
          if (label) add(`${name} / ${label}`, { tag, part, certainty });
        }
      }
    }
  }
  tables.set(object, table);
  return table;
};

const MARKS = /^[*※#\s]+|[*※:：\s]+$/g;
const REMARK = /\s*\(([^()]*)\)\s*$/;
const UNIT_BEHIND = /^(.{2,}?)\s*(万元|千元|亿元|万美元|元)$/;

/** A column's name without marks and remarks around it, and what the remarks say of its amounts. */
const shorterNames = function* (name: string): Generator<{ readonly name: string; readonly scale: Scale | null }> {
  let rest = folded(name).replace(MARKS, '');
  let scale: Scale | null = null;
  yield { name: rest, scale };
  for (;;) {
    const [whole, remark = ''] = REMARK.exec(rest) ?? [];
    if (whole === undefined) break;
    rest = rest.slice(0, -whole.length).replace(MARKS, '');
    scale ??= scaleOf(remark);
    yield { name: rest, scale };
  }
  const [, before, unit = ''] = UNIT_BEHIND.exec(rest) ?? [];
  if (before) yield { name: before, scale: scaleOf(unit) };
};

export type ColumnVerdict = Column | 'IGNORED' | undefined;

/** What a column's name means for an object; undefined when nothing. */
export const findColumn = (object: GovernedObject, name: string): ColumnVerdict => {
  const table = tableOf(object);
  for (const { name: shorter, scale } of shorterNames(name)) {
    const key = keyOf(shorter);
    const entry = key === '' ? undefined : table.get(key);
    // A member's position is a tag, though Twenty has a position of its own on every record.
    if (entry) return { ...entry, scale };
  }
  if (keyOf(name) === '') return isBlankText(name) ? 'IGNORED' : undefined;
  return isTwentysOwn(object, name) ? 'IGNORED' : undefined;
};

/** The tag that somebody names by API name, label or alias; undefined when none. */
export const findTagColumn = (object: GovernedObject, name: string): Column | undefined => {
  const found = findColumn(object, name);
  return found === 'IGNORED' ? undefined : found;
};

/** How far a name may be from the one that is suggested for it. */
const NEAR = 0.34;

/** The column name nearest to an unknown one, of the tags' and of the trade's, when one is near. */
export const suggestColumn = (object: GovernedObject, name: string): string | undefined => {
  const names = [...new Set([...tableOf(object).values()].filter(({ part }) => part === null).map(({ tag }) => tag))]
    .flatMap((tag) => [...ownNamesOf(tag), ...aliasesOf(tag)])
    .filter((candidate) => [...candidate].length > 1);
  const [best] = names
    .map((candidate) => ({ candidate, far: farness(name, candidate) }))
    .sort((left, right) => left.far - right.far);
  return best && best.far <= NEAR ? best.candidate : undefined;
};
