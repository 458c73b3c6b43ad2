import { compositeOf } from '../composites.ts';
import { pascal } from '../names.ts';
import { type Finding, isApiName, isReserved, MOST_CHARACTERS, type Rule, refused } from './rule.ts';
import type { OwnField, Site } from './site.ts';

const INVALID = 'INVALID_FIELD_INPUT';

/** What Twenty says of a field it refuses. */
const fieldSubject = ({ field, objectIdentifier }: OwnField) => ({
  universalIdentifier: field.universalIdentifier,
  name: field.name,
  objectMetadataUniversalIdentifier: objectIdentifier,
});

/** Says of each field of the application what is wrong with it, and what to do. */
export const eachField =
  (judge: (own: OwnField, site: Site) => readonly (readonly [what: string, remedy: string])[]): Rule['check'] =>
  (site) =>
    site.ownFields.flatMap((own): readonly Finding[] =>
      judge(own, site).map(([what, remedy]) => ({ subject: fieldSubject(own), where: own.where, what, remedy })),
    );

/** Types an application may give a field. */
const TYPES: ReadonlySet<string> = new Set([
  ...['ACTOR', 'ADDRESS', 'ARRAY', 'BOOLEAN', 'CURRENCY', 'DATE', 'DATE_TIME', 'EMAILS', 'FILES', 'FULL_NAME', 'LINKS'],
  ...['MORPH_RELATION', 'MULTI_SELECT', 'NUMBER', 'PHONES', 'RATING', 'RAW_JSON', 'RELATION', 'RICH_TEXT', 'SELECT'],
  ...['TEXT', 'UUID'],
]);
/** Types that are Twenty's own to use. */
const SYSTEM_TYPES: ReadonlySet<string> = new Set(['NUMERIC', 'POSITION', 'TS_VECTOR']);

/** Types that have a default value, which a field that is never null needs. */
const WITH_DEFAULT: ReadonlySet<string> = new Set(['BOOLEAN', 'NUMBER', 'SELECT', 'MULTI_SELECT', 'DATE', 'DATE_TIME']);

/** Names the earlier fields of the same object take: their own, and those of their columns. */
const earlierNames = ({ field, objectIdentifier }: OwnField, site: Site): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const other of site.ownFields) {
    if (other.field === field) break;
    if (other.objectIdentifier !== objectIdentifier) continue;
    names.add(other.field.name);
    const joinColumn = other.field.universalSettings?.joinColumnName;
    if (joinColumn) names.add(joinColumn);
  }
  return names;
};

/** The columns behind the composite fields of an object, as `tagBudgetMin` has `tagBudgetMinAmountMicros`. */
const compositeColumns = (own: OwnField, site: Site): ReadonlySet<string> =>
  new Set(
    site.ownFields
      .filter(({ objectIdentifier, field }) => objectIdentifier === own.objectIdentifier && field !== own.field)
      .flatMap(({ field }) =>
        (compositeOf(field.type)?.subFields ?? []).map((sub) => `${field.name}${pascal(sub.name)}`),
      ),
  );

/** Whether a name on the object is taken, by Twenty, by the team or by an earlier field. */
export const isNameTaken = (name: string, own: OwnField, site: Site): boolean =>
  site.otherNames(own.objectIdentifier).has(name) || earlierNames(own, site).has(name);

export const fieldRules: readonly Rule[] = [
  refused(
    'fieldMetadata',
    'OBJECT_METADATA_NOT_FOUND',
    'the object of a field',
    eachField(({ objectIdentifier }, site) =>
      site.objects.has(objectIdentifier)
        ? []
        : [[`it belongs to ${objectIdentifier}, which is no object`, 'name an object of Twenty or of the application']],
    ),
  ),
  refused(
    'fieldMetadata',
    INVALID,
    'names of fields',
    eachField(({ field: { name } }) =>
      isApiName(name) && name.length <= MOST_CHARACTERS
        ? []
        : [
            [
              `"${name}" cannot be a name of the API`,
              `begin with a small letter, then letters and digits, ${MOST_CHARACTERS} at most`,
            ],
          ],
    ),
  ),
  refused(
    'fieldMetadata',
    INVALID,
    'reserved names of fields',
    eachField(({ field: { name } }) =>
      isReserved(name) ? [[`the name "${name}" is Twenty's own`, 'choose another, such as one with a prefix']] : [],
    ),
  ),
  refused(
    'fieldMetadata',
    'NOT_AVAILABLE',
    'a field of that name is there',
    eachField((own, site) =>
      isNameTaken(own.field.name, own, site)
        ? [[`the object has a field or column "${own.field.name}" already`, 'choose another name']]
        : [],
    ),
  ),
  refused(
    'fieldMetadata',
    'RESERVED_KEYWORD',
    'a column of a composite field',
    eachField((own, site) =>
      compositeColumns(own, site).has(own.field.name)
        ? [[`"${own.field.name}" is a column of another field of the object`, 'choose another name']]
        : [],
    ),
  ),
  refused(
    'fieldMetadata',
    'UNCOVERED_FIELD_METADATA_TYPE_VALIDATION',
    'types of fields',
    eachField(({ field: { type } }) =>
      TYPES.has(type) || SYSTEM_TYPES.has(type) ? [] : [[`there is no type ${type}`, 'take a FieldType of the SDK']],
    ),
  ),
  refused(
    'fieldMetadata',
    INVALID,
    "types that are Twenty's own",
    eachField(({ field: { type } }) =>
      SYSTEM_TYPES.has(type) ? [[`no application may make a field of type ${type}`, 'a number is of type NUMBER']] : [],
    ),
  ),
  refused(
    'fieldMetadata',
    INVALID,
    'never null needs a default',
    eachField(({ field: { type, isNullable, defaultValue } }) =>
      WITH_DEFAULT.has(type) && isNullable === false && (defaultValue === null || defaultValue === undefined)
        ? [['it is never null, and says nothing to fill in', 'give it a default value, or let it be null']]
        : [],
    ),
  ),
];
