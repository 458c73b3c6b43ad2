import { type GovernedObject, LANGUAGES, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';

/** Where a column of a file goes: a tag, or a part of a composite one. */
export interface Column {
  readonly tag: Tag;
  readonly part: string | null;
}

/** Columns of Twenty's own exports that say nothing of the tags. */
const IGNORED = new Set([
  'id',
  'createdat',
  'updatedat',
  'deletedat',
  'createdby',
  'updatedby',
  'position',
  'searchvector',
]);

const PARTS: Readonly<Record<string, readonly string[]>> = {
  CURRENCY: ['amountMicros', 'currencyCode'],
  ADDRESS: ['addressStreet1', 'addressStreet2', 'addressCity', 'addressState', 'addressPostcode', 'addressCountry'],
  PHONES: ['primaryPhoneNumber', 'primaryPhoneCallingCode', 'primaryPhoneCountryCode'],
  EMAILS: ['primaryEmail'],
  FULL_NAME: ['firstName', 'lastName'],
};

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');

/** Names under which a tag's column is found: API name, the labels of the three languages, other spellings. */
const namesOf = (tag: Tag): readonly string[] => [
  tag.name,
  ...(tag.kind === 'MANY_TO_ONE' ? [`${tag.name}Id`] : []),
  ...LANGUAGES.map((language) => tag.label[language]),
  ...(tag.aliases ?? []),
];

const tables = new Map<GovernedObject, ReadonlyMap<string, Column>>();

const tableOf = (object: GovernedObject): ReadonlyMap<string, Column> => {
  const known = tables.get(object);
  if (known) return known;
  const table = new Map<string, Column>();
  const tags = tagsOf(object).filter((tag) => tag.kind !== 'ONE_TO_MANY' || tag.required);
  for (const tag of tags) {
    for (const part of PARTS[tag.kind] ?? []) {
      for (const name of [`${tag.name}.${part}`, `${tag.name}${part.charAt(0).toUpperCase()}${part.slice(1)}`]) {
        table.set(fold(name), { tag, part });
      }
    }
  }
  // API names last, so that no label can take one away.
  for (const tag of tags)
    for (const name of namesOf(tag)) if (!table.has(fold(name))) table.set(fold(name), { tag, part: null });
  for (const tag of tags) table.set(fold(tag.name), { tag, part: null });
  tables.set(object, table);
  return table;
};

export type ColumnVerdict = Column | 'IGNORED' | undefined;

/** What a column's name means for an object; undefined when nothing. */
export const findColumn = (object: GovernedObject, name: string): ColumnVerdict => {
  const folded = fold(name);
  // A member's position is a tag, though Twenty has a position of its own on every record.
  return tableOf(object).get(folded) ?? (folded === '' || IGNORED.has(folded) ? 'IGNORED' : undefined);
};

const distance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_unused, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
};

/** The column name nearest to an unknown one, when one is near. */
export const suggestColumn = (object: GovernedObject, name: string): string | undefined => {
  const folded = fold(name);
  const names = [...tableOf(object).values()].filter((column) => !column.part).flatMap((column) => namesOf(column.tag));
  const [best] = names
    .map((candidate) => ({ candidate, far: distance(folded, fold(candidate)) }))
    .sort((left, right) => left.far - right.far);
  return best && best.far <= Math.max(1, Math.floor(folded.length / 4)) ? best.candidate : undefined;
};
