import { aggregatesOf } from './aggregates.ts';
import { ACTOR_SOURCES, allComposites, type Composite, compositeOf, type SubField } from './composites.ts';
import type { FieldModel, ObjectModel, WorkspaceModel } from './model.ts';
import { objectNamed } from './model.ts';
import { pascal } from './names.ts';

/** Derives the GraphQL schema of a workspace the way Twenty derives it from object and field metadata. */

const SCALARS = ['BigFloat', 'ConnectionCursor', 'Cursor', 'Date', 'DateTime', 'JSON', 'Position', 'TSVector', 'UUID'];

const SCALAR_OF: Readonly<Record<string, string>> = {
  TEXT: 'String',
  NUMBER: 'Float',
  NUMERIC: 'BigFloat',
  BOOLEAN: 'Boolean',
  DATE: 'Date',
  DATE_TIME: 'DateTime',
  RAW_JSON: 'JSON',
  UUID: 'UUID',
  POSITION: 'Position',
  TS_VECTOR: 'TSVector',
  ARRAY: '[String]',
  ACTOR_SOURCE: 'ActorSourceEnum',
};

const FILTER_OF: Readonly<Record<string, string>> = {
  TEXT: 'StringFilter',
  NUMBER: 'FloatFilter',
  NUMERIC: 'BigFloatFilter',
  BOOLEAN: 'BooleanFilter',
  DATE: 'DateFilter',
  DATE_TIME: 'DateTimeFilter',
  RAW_JSON: 'RawJsonFilter',
  UUID: 'UUIDFilter',
  POSITION: 'FloatFilter',
  TS_VECTOR: 'TSVectorFilter',
  ARRAY: 'ArrayFilter',
  ACTOR_SOURCE: 'ActorSourceEnumFilter',
};

const CONNECTION_ARGUMENTS = (type: string): string =>
  `(first: Int, last: Int, offset: Int, before: String, after: String, filter: ${type}FilterInput, orderBy: [${type}OrderByInput])`;

const block = (head: string, lines: readonly string[]): string =>
  `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

/** The GraphQL enum that holds the values of a select field. */
export function enumName(object: ObjectModel, field: FieldModel): string {
  return `${object.typeName}${pascal(field.name)}Enum`;
}

/** A value of an enum; Twenty describes it by the option's label. */
const enumLine = ({ optionLabels }: FieldModel, value: string): string => {
  const label = optionLabels?.[value];
  return label === undefined ? value : `${JSON.stringify(label)} ${value}`;
};

const isEnum = (field: FieldModel): boolean =>
  field.type === 'SELECT' || field.type === 'MULTI_SELECT' || field.type === 'RATING';

function scalar(object: ObjectModel, field: FieldModel): string {
  if (isEnum(field)) return field.type === 'MULTI_SELECT' ? `[${enumName(object, field)}]` : enumName(object, field);
  const name = SCALAR_OF[field.type];
  if (name === undefined)
    throw new Error(`Field type ${field.type} of ${object.nameSingular}.${field.name} is not supported`);
  return name;
}

/** Twenty declares these never null; every other field may be. */
const NEVER_NULL = new Set(['id', 'createdAt', 'updatedAt', 'position', 'createdBy', 'updatedBy']);

function recordType(model: WorkspaceModel, object: ObjectModel): string {
  const lines: string[] = [];
  for (const field of object.fields) {
    const { relation } = field;
    if (relation === undefined) {
      const type = compositeOf(field.type)?.typeName ?? scalar(object, field);
      lines.push(`${field.name}: ${type}${NEVER_NULL.has(field.name) ? '!' : ''}`);
      continue;
    }
    const target = objectNamed(model, relation.target).typeName;
    if (relation.kind === 'MANY_TO_ONE') lines.push(`${relation.joinColumn}: ID`, `${field.name}: ${target}`);
    else lines.push(`${field.name}${CONNECTION_ARGUMENTS(target)}: ${target}Connection`);
  }
  return block(`type ${object.typeName}`, lines);
}

function writeInput(model: WorkspaceModel, object: ObjectModel, verb: 'Create' | 'Update'): string {
  const lines: string[] = [];
  for (const field of object.fields) {
    const { relation } = field;
    if (relation?.kind === 'ONE_TO_MANY') continue;
    if (relation !== undefined) {
      lines.push(
        `${relation.joinColumn}: ID`,
        `${field.name}: ${objectNamed(model, relation.target).typeName}RelationInput`,
      );
      continue;
    }
    const composite = compositeOf(field.type);
    const type =
      composite === undefined
        ? field.name === 'id'
          ? 'ID'
          : scalar(object, field)
        : `${composite.typeName}${verb}Input`;
    lines.push(`${field.name}: ${type}`);
  }
  return block(`input ${object.typeName}${verb}Input`, lines);
}

function filterInput(model: WorkspaceModel, object: ObjectModel): string {
  const type = object.typeName;
  const lines: string[] = [];
  for (const field of object.fields) {
    const { relation } = field;
    if (relation?.kind === 'ONE_TO_MANY') continue;
    if (relation !== undefined) {
      lines.push(
        `${relation.joinColumn}: UUIDFilter`,
        `${field.name}: ${objectNamed(model, relation.target).typeName}FilterInput`,
      );
      continue;
    }
    const composite = compositeOf(field.type);
    if (composite !== undefined) lines.push(`${field.name}: ${composite.typeName}FilterInput`);
    else lines.push(`${field.name}: ${isEnum(field) ? `${enumName(object, field)}Filter` : FILTER_OF[field.type]}`);
  }
  lines.push(`and: [${type}FilterInput]`, `or: [${type}FilterInput]`, `not: ${type}FilterInput`);
  return block(`input ${type}FilterInput`, lines);
}

type OrderFlavour = 'plain' | 'grouped';

function orderLines(model: WorkspaceModel, object: ObjectModel, flavour: OrderFlavour): string[] {
  const lines: string[] = [];
  for (const field of object.fields) {
    const { relation } = field;
    if (relation?.kind === 'ONE_TO_MANY') continue;
    if (relation !== undefined) {
      const target = objectNamed(model, relation.target).typeName;
      lines.push(
        `${relation.joinColumn}: OrderByDirection`,
        `${field.name}: ${target}OrderBy${flavour === 'grouped' ? 'WithGroupBy' : ''}Input`,
      );
      continue;
    }
    const composite = compositeOf(field.type);
    if (composite !== undefined) lines.push(`${field.name}: ${composite.typeName}OrderByInput`);
    else if (flavour === 'grouped' && (field.type === 'DATE' || field.type === 'DATE_TIME'))
      lines.push(`${field.name}: OrderByDateGranularityInput`);
    else lines.push(`${field.name}: OrderByDirection`);
  }
  return lines;
}

function aggregateOrderLines(model: WorkspaceModel, object: ObjectModel): string[] {
  const lines = aggregatesOf(object).map((aggregate) => `${aggregate.name}: OrderByDirection`);
  for (const field of object.fields) {
    if (field.relation?.kind !== 'MANY_TO_ONE') continue;
    lines.push(
      `${field.relation.joinColumn}: OrderByDirection`,
      `${field.name}: ${objectNamed(model, field.relation.target).typeName}OrderByInput`,
    );
  }
  return lines;
}

const GROUPABLE_COMPOSITES = new Set(['ADDRESS', 'CURRENCY', 'LINKS', 'EMAILS', 'PHONES', 'FULL_NAME']);
const NOT_GROUPABLE = new Set(['RAW_JSON', 'RICH_TEXT', 'ACTOR', 'POSITION', 'TS_VECTOR', 'UUID']);

/** Of Twenty's members, what is no system field of theirs: a group goes by nothing else of them, but by their id. */
const GROUPABLE_OF_MEMBERS = new Set(['name']);

function groupByLines(model: WorkspaceModel, object: ObjectModel): string[] {
  // The key of a record that another names; `checkGroupBy` refuses that of the record itself.
  const lines: string[] = ['id: Boolean'];
  for (const field of object.fields) {
    if (object.nameSingular === 'workspaceMember' && !GROUPABLE_OF_MEMBERS.has(field.name)) continue;
    const { relation } = field;
    if (relation?.kind === 'ONE_TO_MANY' || NOT_GROUPABLE.has(field.type) || field.name === 'deletedAt') continue;
    if (relation !== undefined)
      lines.push(`${field.name}: ${objectNamed(model, relation.target).typeName}GroupByInput`);
    else if (GROUPABLE_COMPOSITES.has(field.type))
      lines.push(`${field.name}: ${compositeOf(field.type)?.typeName}GroupByInput`);
    else if (field.type === 'DATE' || field.type === 'DATE_TIME')
      lines.push(`${field.name}: GroupByDateGranularityInput`);
    else lines.push(`${field.name}: Boolean`);
  }
  return lines;
}

function uniqueInputs(object: ObjectModel): string[] {
  const blocks: string[] = [];
  const lines = ['id: ID'];
  for (const unique of object.uniques) {
    const [column] = unique;
    if (column === undefined || unique.length > 1 || lines.some((line) => line.startsWith(`${column.field.name}:`)))
      continue;
    if (column.field.relation !== undefined) {
      lines.push(`${column.field.relation.joinColumn}: ID`);
    } else if (column.subField === undefined) {
      lines.push(`${column.field.name}: ${scalar(object, column.field)}`);
    } else {
      const name = `${object.typeName}${pascal(column.field.name)}WhereInput`;
      blocks.push(block(`input ${name}`, [`${column.subField}: String`]));
      lines.push(`${column.field.name}: ${name}`);
    }
  }
  blocks.push(block(`input ${object.typeName}WhereUniqueInput`, lines));
  return blocks;
}

function objectBlocks(model: WorkspaceModel, object: ObjectModel): string[] {
  const type = object.typeName;
  const aggregates = aggregatesOf(object).map((aggregate) => `${aggregate.name}: ${aggregate.graphqlType}`);
  const connection = [...aggregates, `edges: [${type}Edge!]!`, 'pageInfo: PageInfo!'];
  const blocks = [
    recordType(model, object),
    block(`type ${type}Edge`, [`node: ${type}!`, 'cursor: Cursor!']),
    block(`type ${type}Connection`, connection),
    block(`type ${type}GroupByConnection`, [...connection, 'groupByDimensionValues: JSON!']),
    writeInput(model, object, 'Create'),
    writeInput(model, object, 'Update'),
    filterInput(model, object),
    block(`input ${type}OrderByInput`, orderLines(model, object, 'plain')),
    block(`input ${type}OrderByWithGroupByInput`, [
      `aggregate: ${type}OrderByWithGroupByAggregateInput`,
      ...orderLines(model, object, 'grouped'),
    ]),
    block(`input ${type}OrderByWithGroupByAggregateInput`, aggregateOrderLines(model, object)),
    block(`input ${type}GroupByInput`, groupByLines(model, object)),
    ...uniqueInputs(object),
    block(`input ${type}ConnectInput`, [`where: ${type}WhereUniqueInput`]),
    block(`input ${type}RelationInput`, [`connect: ${type}ConnectInput`, 'disconnect: Boolean']),
  ];
  for (const field of object.fields) {
    if (!isEnum(field)) continue;
    const name = enumName(object, field);
    blocks.push(
      block(`enum ${name}`, field.options.length === 0 ? ['_'] : field.options.map((value) => enumLine(field, value))),
      block(`input ${name}Filter`, [
        `eq: ${name}`,
        `neq: ${name}`,
        `in: [${name}]`,
        `containsAny: [${name}]`,
        'is: FilterIs',
        'isEmptyArray: Boolean',
      ]),
    );
  }
  return blocks;
}

function rootBlocks(model: WorkspaceModel): string[] {
  const queries: string[] = [];
  const mutations: string[] = [];
  for (const object of model.objects) {
    const { typeName: type, nameSingular, namePlural } = object;
    const plural = pascal(namePlural);
    queries.push(
      `${namePlural}${CONNECTION_ARGUMENTS(type)}: ${type}Connection`,
      `${nameSingular}(filter: ${type}FilterInput!): ${type}`,
      `${namePlural}GroupBy(groupBy: [${type}GroupByInput!]!, filter: ${type}FilterInput, orderBy: [${type}OrderByWithGroupByInput], orderByForRecords: [${type}OrderByInput], viewId: UUID, limit: Int, offsetForRecords: Int): [${type}GroupByConnection!]`,
    );
    mutations.push(
      `create${plural}(data: [${type}CreateInput!]!, upsert: Boolean): [${type}!]`,
      `create${type}(data: ${type}CreateInput!, upsert: Boolean): ${type}`,
      `update${type}(id: UUID!, data: ${type}UpdateInput!): ${type}`,
      `update${plural}(data: ${type}UpdateInput!, filter: ${type}FilterInput!): [${type}!]`,
    );
    mutations.push(`merge${plural}(ids: [UUID!]!, conflictPriorityIndex: Int!, dryRun: Boolean): ${type}`);
    for (const verb of ['delete', 'destroy', 'restore']) {
      mutations.push(`${verb}${type}(id: UUID!): ${type}`, `${verb}${plural}(filter: ${type}FilterInput!): [${type}!]`);
    }
  }
  return [block('type Query', queries), block('type Mutation', mutations)];
}

function subType(sub: SubField): string {
  return SCALAR_OF[sub.type] ?? 'String';
}

function compositeBlocks(composite: Composite): string[] {
  const { typeName, subFields } = composite;
  const typed = subFields.map((sub) => `${sub.name}: ${subType(sub)}`);
  return [
    block(`type ${typeName}`, typed),
    block(`input ${typeName}CreateInput`, typed),
    block(`input ${typeName}UpdateInput`, typed),
    block(
      `input ${typeName}FilterInput`,
      subFields.map((sub) => `${sub.name}: ${FILTER_OF[sub.type]}`),
    ),
    block(
      `input ${typeName}OrderByInput`,
      subFields.map((sub) => `${sub.name}: OrderByDirection`),
    ),
    block(
      `input ${typeName}GroupByInput`,
      subFields.filter((sub) => sub.type !== 'RAW_JSON').map((sub) => `${sub.name}: Boolean`),
    ),
  ];
}

const comparison = (type: string, extra: readonly string[] = []): string[] => [
  `eq: ${type}`,
  `gt: ${type}`,
  `gte: ${type}`,
  `in: [${type}${type === 'UUID' ? '' : '!'}]`,
  `lt: ${type}`,
  `lte: ${type}`,
  `neq: ${type}`,
  ...extra,
  'is: FilterIs',
];

function sharedBlocks(): string[] {
  return [
    ...SCALARS.map((name) => `scalar ${name}\n`),
    block('enum OrderByDirection', ['AscNullsFirst', 'AscNullsLast', 'DescNullsFirst', 'DescNullsLast']),
    block('enum FilterIs', ['NULL', 'NOT_NULL']),
    block('enum DateGranularityEnum', [
      'DAY',
      'MONTH',
      'QUARTER',
      'YEAR',
      'WEEK',
      'DAY_OF_THE_WEEK',
      'MONTH_OF_THE_YEAR',
      'QUARTER_OF_THE_YEAR',
      'NONE',
    ]),
    block('enum WeekStartDayEnum', ['MONDAY', 'SUNDAY', 'SATURDAY']),
    block('enum ActorSourceEnum', ACTOR_SOURCES),
    block('input ActorSourceEnumFilter', [
      'eq: ActorSourceEnum',
      'neq: ActorSourceEnum',
      'in: [ActorSourceEnum]',
      'containsAny: [ActorSourceEnum]',
      'is: FilterIs',
      'isEmptyArray: Boolean',
    ]),
    block('type PageInfo', [
      'startCursor: ConnectionCursor',
      'endCursor: ConnectionCursor',
      'hasNextPage: Boolean!',
      'hasPreviousPage: Boolean!',
    ]),
    block('input GroupByDateGranularityInput', [
      'granularity: DateGranularityEnum',
      'weekStartDay: WeekStartDayEnum',
      'timeZone: String',
    ]),
    block('input OrderByDateGranularityInput', ['orderBy: OrderByDirection', 'granularity: DateGranularityEnum']),
    block('input BooleanFilter', ['eq: Boolean', 'is: FilterIs']),
    block('input RawJsonFilter', ['is: FilterIs', 'like: String']),
    block('input TSVectorFilter', ['search: String']),
    block('input ArrayFilter', ['containsIlike: String', 'is: FilterIs', 'isEmptyArray: Boolean']),
    block('input UUIDFilter', comparison('UUID')),
    block('input FloatFilter', comparison('Float')),
    block('input BigFloatFilter', comparison('BigFloat')),
    block('input DateFilter', comparison('Date')),
    block('input DateTimeFilter', comparison('DateTime')),
    block(
      'input StringFilter',
      comparison('String', [
        'startsWith: String',
        'endsWith: String',
        'like: String',
        'ilike: String',
        'regex: String',
        'iregex: String',
      ]),
    ),
    ...allComposites().flatMap(compositeBlocks),
  ];
}

/** The whole schema of the workspace in schema definition language. */
export function schemaDefinition(model: WorkspaceModel): string {
  return [
    ...rootBlocks(model),
    ...sharedBlocks(),
    ...model.objects.flatMap((object) => objectBlocks(model, object)),
  ].join('\n');
}
