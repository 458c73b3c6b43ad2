import { compositeOf } from '../composites.ts';
import type { ManifestIndex } from '../manifest.ts';
import { type Finding, type Rule, refused, repeated } from './rule.ts';
import type { KnownField, Site } from './site.ts';

const findingOf = (site: Site, index: ManifestIndex, what: string, remedy: string): Finding => ({
  subject: { universalIdentifier: index.universalIdentifier },
  where: `index of ${site.objectName(index.objectUniversalIdentifier)} over ${index.fields
    .map((field) => site.fieldName(field.fieldUniversalIdentifier))
    .join(' and ')}`,
  what,
  remedy,
});

/** A rule about each field of each index that can be found. */
const eachColumn =
  (judge: (field: KnownField, index: ManifestIndex) => readonly [what: string, remedy: string] | undefined) =>
  (site: Site): readonly Finding[] =>
    site.manifest.indexes.flatMap((index) =>
      index.fields.flatMap((column) => {
        const field = site.fields.get(column.fieldUniversalIdentifier);
        const said = field && judge(field, index);
        return said ? [findingOf(site, index, ...said)] : [];
      }),
    );

const keyOf = ({ objectUniversalIdentifier, fields, isUnique }: ManifestIndex): string =>
  JSON.stringify([
    objectUniversalIdentifier,
    isUnique,
    fields.map((field) => [field.fieldUniversalIdentifier, field.subFieldName]),
  ]);

export const indexRules: readonly Rule[] = [
  refused('index', 'INDEX_OBJECT_NOT_FOUND', 'the object of an index', (site) =>
    site.manifest.indexes
      .filter((index) => !site.objects.has(index.objectUniversalIdentifier))
      .map((index) => findingOf(site, index, 'its object is none', 'name an object that is there')),
  ),
  refused('index', 'INDEX_EMPTY_FIELDS', 'an index has fields', (site) =>
    site.manifest.indexes
      .filter((index) => index.fields.length === 0)
      .map((index) => findingOf(site, index, 'it has no field', 'name at least one')),
  ),
  refused('index', 'INDEX_FIELD_NOT_FOUND', 'the fields of an index', (site) =>
    site.manifest.indexes.flatMap((index) =>
      index.fields
        .filter((column) => !site.fields.has(column.fieldUniversalIdentifier))
        .map(() => findingOf(site, index, 'one of its fields is none', 'name fields that are there')),
    ),
  ),
  refused(
    'index',
    'INDEX_FIELD_WRONG_OBJECT',
    'an index stays on its object',
    eachColumn((field, index) =>
      field.objectIdentifier === index.objectUniversalIdentifier
        ? undefined
        : [`${field.name} is a field of another object`, 'index each object by its own fields'],
    ),
  ),
  refused('index', 'INDEX_ALREADY_EXISTS', 'an index over the same fields', (site) =>
    repeated(site.manifest.indexes, keyOf).map((index) =>
      findingOf(site, index, 'there is one over the same fields', 'leave one out'),
    ),
  ),
  refused(
    'index',
    'INDEX_FIELD_INVALID_TYPE_FOR_UNIQUE',
    'what can be unique',
    eachColumn((field, index) => {
      if (!index.isUnique) return undefined;
      const isManySide = field.type === 'RELATION' && field.relationType !== 'MANY_TO_ONE';
      const isWhole = field.type !== undefined && compositeOf(field.type) !== undefined;
      const hasText = ['EMAILS', 'LINKS', 'PHONES', 'FULL_NAME'].includes(field.type ?? '');
      return isManySide || field.type === 'MORPH_RELATION' || (isWhole && !hasText)
        ? [`${field.name} of type ${field.type} cannot be unique`, 'make a plain field or the end with the key unique']
        : undefined;
    }),
  ),
  refused(
    'index',
    'INDEX_FIELD_INVALID_DEFAULT_VALUE',
    'what is unique has no default',
    eachColumn(({ name, manifest }, index) =>
      index.isUnique && manifest?.isUnique && manifest.defaultValue !== undefined && manifest.defaultValue !== null
        ? [`${name} is unique and has a default, which only one record could have`, 'leave the default out']
        : undefined,
    ),
  ),
];
