import type { Manifest, ManifestField, Writability } from './manifest.ts';
import { pascal } from './names.ts';
import {
  STANDARD_OBJECTS,
  type StandardObject,
  standardFieldIdentifier,
  standardObjectIdentifier,
  TARGETING_OBJECTS,
} from './standard-objects.ts';
import { ManifestRefused } from './validate-manifest/manifest-refused.ts';
import type { TakenNames } from './validate-manifest/site.ts';
import { validateManifest } from './validate-manifest/validate-manifest.ts';

/** What the workspace knows of its objects and fields: stock objects plus what the manifest adds. */

export type OnDelete = 'CASCADE' | 'SET_NULL' | 'RESTRICT';

export interface RelationModel {
  readonly kind: 'MANY_TO_ONE' | 'ONE_TO_MANY';
  readonly target: string;
  /** The field on the target that is the other side of this relation. */
  readonly inverse: string;
  /** The column that holds the key; empty on the ONE_TO_MANY side, which has none. */
  readonly joinColumn: string;
  readonly onDelete: OnDelete;
}

export interface FieldModel {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly universalIdentifier: string;
  /** Select values in their order, which is also how they sort. */
  readonly options: readonly string[];
  /** What options are called, as far as it is known. */
  readonly optionLabels?: Readonly<Record<string, string>>;
  readonly defaultValue: unknown;
  readonly isNullable: boolean;
  readonly writability: Writability;
  readonly relation?: RelationModel;
}

export interface UniqueColumn {
  readonly field: FieldModel;
  readonly subField?: string;
}

export interface ObjectModel {
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly typeName: string;
  readonly label: string;
  readonly labelField: string;
  readonly universalIdentifier: string;
  readonly isCustom: boolean;
  readonly isSystem: boolean;
  readonly writability: Writability;
  /** The name of the database table, as it shows in foreign key errors. */
  readonly tableName: string;
  readonly fields: readonly FieldModel[];
  readonly byName: ReadonlyMap<string, FieldModel>;
  readonly byJoinColumn: ReadonlyMap<string, FieldModel>;
  readonly uniques: readonly (readonly UniqueColumn[])[];
}

export interface WorkspaceModel {
  readonly objects: readonly ObjectModel[];
  readonly byName: ReadonlyMap<string, ObjectModel>;
  readonly byIdentifier: ReadonlyMap<string, ObjectModel>;
  /** A server from before records were written by one way: see how it merges. */
  readonly isOrmOld: boolean;
}

interface Draft {
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly label: string;
  labelField: string;
  readonly universalIdentifier: string;
  readonly isCustom: boolean;
  readonly isSystem: boolean;
  readonly writability: Writability;
  readonly fields: Map<string, FieldModel>;
  readonly uniques: UniqueColumn[][];
}

function systemFields(identifier: (name: string) => string): FieldModel[] {
  const make = (name: string, type: string, label: string, isNullable: boolean, defaultValue: unknown): FieldModel => ({
    name,
    type,
    label,
    universalIdentifier: identifier(name),
    options: [],
    defaultValue,
    isNullable,
    writability: 'OPEN',
  });
  return [
    make('id', 'UUID', 'Id', false, 'uuid'),
    make('createdAt', 'DATE_TIME', 'Creation date', false, 'now'),
    make('updatedAt', 'DATE_TIME', 'Last update', false, 'now'),
    make('deletedAt', 'DATE_TIME', 'Deleted at', true, null),
    make('createdBy', 'ACTOR', 'Created by', false, null),
    make('updatedBy', 'ACTOR', 'Updated by', false, null),
    make('position', 'POSITION', 'Position', false, null),
    make('searchVector', 'TS_VECTOR', 'Search vector', true, null),
  ];
}

function addField(draft: Draft, field: FieldModel): void {
  if (draft.fields.has(field.name)) {
    throw new Error(`Object "${draft.nameSingular}" already has a field "${field.name}": Twenty refuses such a sync`);
  }
  draft.fields.set(field.name, field);
}

function standardDraft(spec: StandardObject): Draft {
  const draft: Draft = {
    nameSingular: spec.nameSingular,
    namePlural: spec.namePlural,
    label: spec.label,
    labelField: spec.labelField,
    universalIdentifier: standardObjectIdentifier(spec.nameSingular),
    isCustom: false,
    isSystem: spec.isSystem === true,
    writability: 'OPEN',
    fields: new Map(),
    uniques: [],
  };
  for (const field of systemFields((name) => standardFieldIdentifier(spec.nameSingular, name))) addField(draft, field);
  for (const field of spec.fields) {
    const target = field.to ?? field.many;
    addField(draft, {
      name: field.name,
      type: field.type,
      label: field.label,
      universalIdentifier: standardFieldIdentifier(spec.nameSingular, field.name),
      options: field.options ?? [],
      defaultValue: field.defaultValue ?? null,
      isNullable: true,
      writability: 'OPEN',
      ...(target === undefined
        ? {}
        : {
            relation: {
              kind: field.to === undefined ? 'ONE_TO_MANY' : 'MANY_TO_ONE',
              target,
              inverse: field.inverse ?? '',
              joinColumn: field.to === undefined ? '' : `${field.name}Id`,
              onDelete: field.onDelete ?? 'CASCADE',
            },
          }),
    });
  }
  for (const columns of spec.uniques ?? []) {
    draft.uniques.push(columns.map((path) => uniqueColumn(draft, ...splitPath(path))));
  }
  return draft;
}

function splitPath(path: string): [string, string | undefined] {
  const [field = path, subField] = path.split('.');
  return [field, subField];
}

/** A composite is unique by its leading text, as Twenty's own indexes on emails and domain names are. */
const UNIQUE_SUB_FIELD: Readonly<Record<string, string>> = {
  LINKS: 'primaryLinkUrl',
  EMAILS: 'primaryEmail',
  PHONES: 'primaryPhoneNumber',
};

function uniqueColumn(draft: Draft, fieldName: string, subField: string | undefined): UniqueColumn {
  const field = draft.fields.get(fieldName);
  if (field === undefined) throw new Error(`Unique index on unknown field ${draft.nameSingular}.${fieldName}`);
  const sub = subField ?? UNIQUE_SUB_FIELD[field.type];
  return sub === undefined ? { field } : { field, subField: sub };
}

function writabilityOf(value: string | undefined): Writability {
  return value === 'APPLICATION' || value === 'SYSTEM' ? value : 'OPEN';
}

/** Manifest defaults are SQL literals in miniature: a text sits in quotes inside the string. */
function parseDefault(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith("'") && value.endsWith("'") ? value.slice(1, -1) : value;
  if (Array.isArray(value)) return value.map(parseDefault);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, parseDefault(inner)]));
  }
  return value ?? null;
}

interface FieldSite {
  readonly draft: Draft;
  readonly name: string;
}

function manifestField(
  field: ManifestField,
  drafts: ReadonlyMap<string, Draft>,
  sites: ReadonlyMap<string, FieldSite>,
): FieldModel {
  const base = {
    name: field.name,
    type: field.type,
    label: field.label ?? field.name,
    universalIdentifier: field.universalIdentifier,
    options: [...(field.options ?? [])]
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
      .map((option) => option.value),
    defaultValue: parseDefault(field.defaultValue),
    isNullable: field.isNullable ?? true,
    writability: writabilityOf(field.writability),
  };
  if (field.type !== 'RELATION') {
    const labels = (field.options ?? []).flatMap(({ value, label }) => (label ? [[value, label] as const] : []));
    return labels.length > 0 ? { ...base, optionLabels: Object.fromEntries(labels) } : base;
  }
  const target = drafts.get(field.relationTargetObjectMetadataUniversalIdentifier ?? '');
  if (target === undefined)
    throw new Error(`Relation "${field.name}" points at an object this workspace does not have`);
  const inverse = sites.get(field.relationTargetFieldMetadataUniversalIdentifier ?? '');
  if (inverse === undefined) throw new Error(`Relation "${field.name}" points at a field that is in no object`);
  const kind = field.universalSettings?.relationType === 'ONE_TO_MANY' ? 'ONE_TO_MANY' : 'MANY_TO_ONE';
  const onDelete = field.universalSettings?.onDelete;
  return {
    ...base,
    relation: {
      kind,
      target: target.nameSingular,
      inverse: inverse.name,
      joinColumn: kind === 'ONE_TO_MANY' ? '' : (field.universalSettings?.joinColumnName ?? `${field.name}Id`),
      onDelete:
        onDelete === 'SET_NULL'
          ? 'SET_NULL'
          : onDelete === 'RESTRICT' || onDelete === 'NO_ACTION'
            ? 'RESTRICT'
            : 'CASCADE',
    },
  };
}

function addTargets(custom: Draft, byName: ReadonlyMap<string, Draft>): void {
  const name = `target${pascal(custom.nameSingular)}`;
  for (const { object, inverse } of TARGETING_OBJECTS) {
    const source = byName.get(object);
    if (source === undefined) continue;
    const shared = {
      type: 'RELATION',
      options: [],
      defaultValue: null,
      isNullable: true,
      writability: 'OPEN',
    } as const;
    addField(source, {
      ...shared,
      name,
      label: custom.label,
      universalIdentifier: `${object}.${name}`,
      relation: {
        kind: 'MANY_TO_ONE',
        target: custom.nameSingular,
        inverse,
        joinColumn: `${name}Id`,
        onDelete: 'CASCADE',
      },
    });
    // An application may declare the inverse itself; then that field is the one that counts.
    if (custom.fields.has(inverse)) continue;
    addField(custom, {
      ...shared,
      name: inverse,
      label: inverse,
      universalIdentifier: `${custom.nameSingular}.${inverse}`,
      relation: { kind: 'ONE_TO_MANY', target: object, inverse: name, joinColumn: '', onDelete: 'CASCADE' },
    });
  }
}

function finish(draft: Draft): ObjectModel {
  const fields = [...draft.fields.values()];
  return {
    nameSingular: draft.nameSingular,
    namePlural: draft.namePlural,
    typeName: pascal(draft.nameSingular),
    label: draft.label,
    labelField: draft.labelField,
    universalIdentifier: draft.universalIdentifier,
    isCustom: draft.isCustom,
    isSystem: draft.isSystem,
    writability: draft.writability,
    tableName: draft.isCustom ? `_${draft.nameSingular}` : draft.nameSingular,
    fields,
    byName: draft.fields,
    byJoinColumn: new Map(
      fields.flatMap((field) =>
        field.relation?.kind === 'MANY_TO_ONE' ? [[field.relation.joinColumn, field] as const] : [],
      ),
    ),
    uniques: draft.uniques,
  };
}

/** In what a workspace may differ from a new one on the newest server. */
export interface ModelOptions {
  /** Twenty's own stage options, where a team has changed them. */
  readonly stockStages?: readonly string[];
  /** What the team has made of its workspace before the application comes. */
  readonly team?: TakenNames;
  /** Options that an administrator has added to lists in Twenty's settings, by `object.field`: their labels by value. */
  readonly addedOptions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Servers before 2.40 let people write what an application keeps for itself. */
  readonly isWritabilityIgnored?: boolean;
  /** They merge in another way as well: see merge.ts. */
  readonly isOrmOld?: boolean;
}

const plainField = (name: string, universalIdentifier: string): FieldModel => ({
  name,
  type: 'TEXT',
  label: name,
  universalIdentifier,
  options: [],
  defaultValue: null,
  isNullable: true,
  writability: 'OPEN',
});

/** An object of the team's own, with nothing but what every object has. */
const teamDraft = ({ nameSingular, namePlural }: { nameSingular: string; namePlural: string }): Draft => ({
  nameSingular,
  namePlural,
  label: nameSingular,
  labelField: 'name',
  universalIdentifier: `team.${nameSingular}`,
  isCustom: true,
  isSystem: false,
  writability: 'OPEN',
  fields: new Map(),
  uniques: [],
});

/** Adds to a list what an administrator has added to it: behind its own options. */
function addOptions(byName: ReadonlyMap<string, Draft>, path: string, labels: Readonly<Record<string, string>>): void {
  const [object, name] = splitPath(path);
  const fields = byName.get(object)?.fields;
  const field = name ? fields?.get(name) : undefined;
  if (!fields || !field) throw new Error(`There is no field "${path}" to add options to`);
  fields.set(field.name, {
    ...field,
    options: [...field.options, ...Object.keys(labels)],
    optionLabels: { ...field.optionLabels, ...labels },
  });
}

/**
 * Builds the model of a workspace with the application of this manifest installed.
 * @throws ManifestRefused when a server would not install it
 */
export function buildModel(manifest: Manifest, options: ModelOptions = {}): WorkspaceModel {
  const { stockStages, team = {}, addedOptions = {}, isWritabilityIgnored = false, isOrmOld = false } = options;
  const faults = validateManifest(manifest, team).filter((fault) => fault.effect === 'REFUSED');
  if (faults.length > 0) throw new ManifestRefused(faults);
  const drafts = new Map<string, Draft>();
  const byName = new Map<string, Draft>();
  const sites = new Map<string, FieldSite>();
  const register = (draft: Draft): void => {
    if (byName.has(draft.nameSingular)) throw new Error(`Two objects are called "${draft.nameSingular}"`);
    drafts.set(draft.universalIdentifier, draft);
    byName.set(draft.nameSingular, draft);
  };
  for (const spec of STANDARD_OBJECTS) register(standardDraft(spec));
  for (const object of team.objects ?? []) register(teamDraft(object));
  for (const path of team.fields ?? []) {
    const [object, name] = splitPath(path);
    const draft = byName.get(object);
    if (!draft || !name) throw new Error(`A team cannot have a field "${path}"`);
    addField(draft, plainField(name, `team.${path}`));
  }
  const stage = byName.get('opportunity')?.fields.get('stage');
  if (stage && stockStages) {
    const [defaultValue = null] = stockStages;
    byName.get('opportunity')?.fields.set('stage', { ...stage, options: stockStages, defaultValue });
  }
  for (const draft of drafts.values()) {
    for (const field of draft.fields.values()) sites.set(field.universalIdentifier, { draft, name: field.name });
  }

  const pending: { draft: Draft; field: ManifestField }[] = [];
  for (const object of manifest.objects) {
    const draft: Draft = {
      nameSingular: object.nameSingular,
      namePlural: object.namePlural,
      label: object.labelSingular ?? object.nameSingular,
      labelField: 'name',
      universalIdentifier: object.universalIdentifier,
      isCustom: true,
      isSystem: false,
      writability: isWritabilityIgnored ? 'OPEN' : writabilityOf(object.writability),
      fields: new Map(),
      uniques: [],
    };
    register(draft);
    for (const field of object.fields) {
      pending.push({ draft, field });
      if (field.universalIdentifier === object.labelIdentifierFieldMetadataUniversalIdentifier)
        draft.labelField = field.name;
    }
  }
  for (const field of manifest.fields) {
    const draft = drafts.get(field.objectUniversalIdentifier ?? '');
    if (draft === undefined) throw new Error(`Field "${field.name}" belongs to an object this workspace does not have`);
    pending.push({ draft, field });
  }
  for (const { draft, field } of pending) sites.set(field.universalIdentifier, { draft, name: field.name });
  for (const { draft, field } of pending) {
    const added = manifestField(field, drafts, sites);
    addField(draft, isWritabilityIgnored ? { ...added, writability: 'OPEN' } : added);
  }

  for (const [path, labels] of Object.entries(addedOptions)) addOptions(byName, path, labels);

  const custom = [...drafts.values()].filter((draft) => draft.isCustom);
  for (const draft of custom) {
    // An application that declares a system field of its own is refused, as Twenty refuses it; a name it may bring.
    for (const field of systemFields((name) => `${draft.nameSingular}.${name}`)) addField(draft, field);
    if (draft.fields.has('name')) continue;
    addField(draft, { ...plainField('name', `${draft.nameSingular}.name`), label: 'Name' });
  }
  for (const draft of custom) addTargets(draft, byName);

  for (const { draft, field } of pending) {
    if (field.isUnique === true) draft.uniques.push([uniqueColumn(draft, field.name, undefined)]);
  }
  for (const index of manifest.indexes) {
    if (index.isUnique !== true) continue;
    const draft = drafts.get(index.objectUniversalIdentifier);
    if (draft === undefined) throw new Error('A unique index belongs to an object this workspace does not have');
    draft.uniques.push(
      index.fields.map((column) => {
        const site = sites.get(column.fieldUniversalIdentifier);
        if (site === undefined) throw new Error(`A unique index of "${draft.nameSingular}" names an unknown field`);
        return uniqueColumn(draft, site.name, column.subFieldName);
      }),
    );
  }

  const objects = [...drafts.values()].map(finish);
  return {
    objects,
    byName: new Map(objects.map((object) => [object.nameSingular, object])),
    byIdentifier: new Map(objects.map((object) => [object.universalIdentifier, object])),
    isOrmOld,
  };
}

/** The object of this API name; asking for one that is not there is a programming mistake. */
export function objectNamed(model: WorkspaceModel, nameSingular: string): ObjectModel {
  const object = model.byName.get(nameSingular);
  if (object === undefined) throw new Error(`This workspace has no object "${nameSingular}"`);
  return object;
}
