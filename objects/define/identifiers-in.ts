import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';

type Entity = Readonly<Record<string, unknown>>;

const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of Twenty's own objects and fields, which a manifest only refers to. */
const standardNames = (): Map<string, string> => {
  const objects = STANDARD as unknown as Record<
    string,
    { universalIdentifier: string; fields: Record<string, { universalIdentifier: string }> }
  >;
  return new Map(
    Object.entries(objects).flatMap(([object, { universalIdentifier, fields }]) => [
      [universalIdentifier, object],
      ...Object.entries(fields).map(([field, one]): [string, string] => [one.universalIdentifier, field]),
    ]),
  );
};

/** What tells one entity from its siblings in words, where it has such a thing. */
const nameOf = (entity: Entity): string => {
  for (const key of ['nameSingular', 'name', 'title', 'label', 'fieldValue', 'eventName']) {
    if (typeof entity[key] === 'string' && entity[key] !== '') return String(entity[key]);
  }
  return '';
};

/** The options of a picklist, which Twenty tells apart by their ids. */
const optionsOf = ({ options }: Entity): readonly { readonly id: string; readonly value: string }[] =>
  (Array.isArray(options) ? options : []).filter((option) => isEntity(option) && typeof option.id === 'string');

/**
 * Every universal identifier of a manifest by the path of names that leads to it, such as
 * `objects/tagProduct/fields/model`. References to other entities are left out: they repeat what stands elsewhere.
 */
export const identifiersIn = (manifest: unknown): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  const names = standardNames();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) if (isEntity(item)) visitEntity(item, path);
    } else if (isEntity(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}/${key}` : key);
    }
  };
  const visitEntity = (entity: Entity, path: string): void => {
    const identifier = entity.universalIdentifier;
    if (typeof identifier !== 'string') return;
    const reference = [
      'objectUniversalIdentifier',
      'availabilityObjectUniversalIdentifier',
      'fieldUniversalIdentifier',
      'fieldMetadataUniversalIdentifier',
    ]
      .map((key) => names.get(String(entity[key])) ?? '')
      .concat(typeof entity.pageLayoutUniversalIdentifier === 'string' ? entity.pageLayoutUniversalIdentifier : '')
      .filter(Boolean)
      .join('.');
    const place = [path, reference, nameOf(entity)].filter(Boolean).join('/');
    let name = place;
    for (let copy = 2; name in found; copy += 1) name = `${place} (${copy})`;
    found[name] = identifier;
    names.set(identifier, nameOf(entity) || place);
    for (const [key, inner] of Object.entries(entity)) if (Array.isArray(inner)) visit(inner, `${name}/${key}`);
    for (const { id, value } of optionsOf(entity)) found[`${name}/options/${value}`] = id;
  };
  visit(manifest, '');
  if (isEntity(manifest) && isEntity(manifest.application)) {
    const { universalIdentifier, applicationVariables } = manifest.application;
    found.application = String(universalIdentifier);
    for (const [name, variable] of Object.entries((applicationVariables ?? {}) as Record<string, Entity>)) {
      found[`application/variables/${name}`] = String(variable.universalIdentifier);
    }
  }
  return found;
};

/**
 * No data hangs on a role's denial of one field, which goes when the role may do more; nor on an index, a view's filter,
 * field or section, nor on an entry of the sidebar or of a dashboard, which go when the page asks for something else. Each
 * comes back under the same identifier.
 */
const mayGo = (name: string): boolean =>
  /^roles\/.*\/fieldPermissions\/|^indexes\/|^views\/.*\/(?:filters|fields|fieldGroups)\/|^navigationMenuItems\/|^pageLayouts\/.*\/widgets\//.test(
    name,
  );

/** The landed identifiers that are different in a build, or gone where they may not go; who is renamed keeps its own. */
export const brokenIdentifiers = (
  landed: Readonly<Record<string, string>>,
  built: Readonly<Record<string, string>>,
): readonly (readonly [string, string])[] => {
  const still = new Set(Object.values(built));
  return Object.entries(landed).filter(([name, identifier]) =>
    built[name] === undefined ? !still.has(identifier) && !mayGo(name) : built[name] !== identifier,
  );
};
