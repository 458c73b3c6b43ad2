import { compositeOf } from './composites.ts';
import { invalidQuery } from './errors.ts';
import type { FieldModel, ObjectModel } from './model.ts';
import { objectNamed } from './model.ts';
import type { Store } from './store.ts';
import type { Row } from './table.ts';

/**
 * Filters with SQL's three truths: a comparison with an empty column is neither true nor false, so neither
 * `neq` nor `not` finds it. Twenty stores an empty text as NULL, so "" counts as empty here too.
 */
type Truth = boolean | null;
type Predicate = (row: Row) => Truth;
type Test = (value: unknown) => Truth;

export interface CompiledFilter {
  readonly matches: (row: Row) => boolean;
  /** The only rows that can match, where an index knows them; undefined means the whole table. */
  readonly candidates: Row[] | undefined;
  /** The id all matching rows stand after, where the filter tells. */
  readonly afterId: string | undefined;
  /** Asking about deletedAt is how one asks for soft-deleted records. */
  readonly withDeleted: boolean;
}

type Input = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a part of a filter holds conditions. */
export const isObject = (value: unknown): value is Input =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function empty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function likePattern(pattern: string, flags: string): RegExp {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[\\s\\S]*')
    .replaceAll('_', '[\\s\\S]');
  return new RegExp(`^${source}$`, flags);
}

interface Comparable {
  readonly type: string;
  readonly options: readonly string[];
  readonly name: string;
  readonly enumLabel: string;
}

/** Brings an operand to the form stored values have, refusing what the database could not read. */
function operand(of: Comparable, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (of.type) {
    case 'UUID':
      if (typeof value !== 'string' || !UUID.test(value))
        throw invalidQuery(`invalid input syntax for type uuid: "${value}"`);
      return value.toLowerCase();
    case 'DATE_TIME': {
      const instant = new Date(String(value));
      if (Number.isNaN(instant.getTime())) throw invalidQuery(`invalid input syntax for type timestamp: "${value}"`);
      return instant.toISOString();
    }
    case 'DATE':
      return String(value).slice(0, 10);
    case 'NUMBER':
    case 'NUMERIC':
    case 'POSITION':
      if (Number.isNaN(Number(value))) throw invalidQuery(`invalid input syntax for type numeric: "${value}"`);
      return Number(value);
    case 'SELECT':
    case 'RATING':
    case 'MULTI_SELECT':
      if (!of.options.includes(String(value)))
        throw invalidQuery(`invalid input value for enum ${of.enumLabel}: "${value}"`);
      return value;
    default:
      return value;
  }
}

function operandList(of: Comparable, operator: string, value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalidQuery(`Invalid filter value for field ${of.name}. Expected non-empty array`);
  }
  return operator === 'in' || operator === 'containsAny' ? value.map((item) => operand(of, item)) : value;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function compare(of: Comparable, wanted: unknown, accept: (sign: number) => boolean): Test {
  const rank = (value: unknown): unknown =>
    of.type === 'SELECT' || of.type === 'RATING' ? of.options.indexOf(String(value)) : value;
  const right = rank(operand(of, wanted)) as string | number;
  if (wanted === null || wanted === undefined) return () => null;
  return (value) => {
    if (empty(value)) return null;
    const left = rank(value) as string | number;
    return accept(left < right ? -1 : left > right ? 1 : 0);
  };
}

function pattern(expression: RegExp): Test {
  return (value) => (empty(value) ? null : expression.test(text(value)));
}

/** The test one operator makes of a column's value. */
function operatorTest(of: Comparable, operator: string, wanted: unknown): Test {
  switch (operator) {
    case 'eq':
      if (wanted === '') return (value) => empty(value);
      return compare(of, wanted, (sign) => sign === 0);
    case 'neq':
      if (wanted === '') return (value) => !empty(value);
      return compare(of, wanted, (sign) => sign !== 0);
    case 'gt':
      return compare(of, wanted, (sign) => sign > 0);
    case 'gte':
      return compare(of, wanted, (sign) => sign >= 0);
    case 'lt':
      return compare(of, wanted, (sign) => sign < 0);
    case 'lte':
      return compare(of, wanted, (sign) => sign <= 0);
    case 'in': {
      const values = new Set(operandList(of, operator, wanted));
      return (value) => (empty(value) ? null : values.has(value));
    }
    case 'is':
      if (wanted !== 'NULL' && wanted !== 'NOT_NULL') throw invalidQuery(`Invalid filter value for field ${of.name}`);
      return (value) => empty(value) === (wanted === 'NULL');
    case 'like':
      return pattern(likePattern(String(wanted), 'u'));
    case 'ilike':
      return pattern(likePattern(String(wanted), 'iu'));
    case 'startsWith':
      return (value) => (empty(value) ? null : text(value).startsWith(String(wanted)));
    case 'endsWith':
      return (value) => (empty(value) ? null : text(value).endsWith(String(wanted)));
    case 'regex':
      return pattern(new RegExp(String(wanted), 'u'));
    case 'iregex':
      return pattern(new RegExp(String(wanted), 'iu'));
    case 'containsAny': {
      const values = new Set(operandList(of, operator, wanted));
      return (value) => Array.isArray(value) && value.some((item) => values.has(item));
    }
    case 'containsIlike': {
      const expression = likePattern(String(wanted), 'iu');
      return (value) => Array.isArray(value) && value.some((item) => expression.test(String(item)));
    }
    case 'isEmptyArray':
      return (value) => empty(value) === (wanted === true);
    case 'search':
      return () => null;
    default:
      throw invalidQuery(`Operator "${operator}" is not supported on field "${of.name}"`);
  }
}

function allOf(tests: readonly ((row: Row) => Truth)[]): Predicate {
  if (tests.length === 1 && tests[0] !== undefined) return tests[0];
  return (row) => {
    let truth: Truth = true;
    for (const test of tests) {
      const answer = test(row);
      if (answer === false) return false;
      if (answer === null) truth = null;
    }
    return truth;
  };
}

function anyOf(tests: readonly Predicate[]): Predicate {
  return (row) => {
    let truth: Truth = false;
    for (const test of tests) {
      const answer = test(row);
      if (answer === true) return true;
      if (answer === null) truth = null;
    }
    return truth;
  };
}

function columnTests(of: Comparable, read: (row: Row) => unknown, conditions: unknown): Predicate {
  if (!isObject(conditions)) throw invalidQuery(`Invalid filter for field "${of.name}"`);
  return allOf(
    Object.entries(conditions).map(([operator, wanted]) => {
      const test = operatorTest(of, operator, wanted);
      return (row: Row) => test(read(row));
    }),
  );
}

function fieldPredicate(store: Store, object: ObjectModel, field: FieldModel, conditions: unknown): Predicate {
  const { relation } = field;
  if (relation !== undefined) {
    if (relation.kind === 'ONE_TO_MANY')
      throw invalidQuery(`Cannot filter "${object.nameSingular}" by "${field.name}"`);
    const target = objectNamed(store.model, relation.target);
    const inner = predicate(store, target, conditions);
    const table = store.table(target);
    return (row) => {
      const id = row[relation.joinColumn];
      const other = typeof id === 'string' ? table.get(id) : undefined;
      return other === undefined ? null : inner(other);
    };
  }
  const composite = compositeOf(field.type);
  if (composite === undefined) {
    const of = { ...field, enumLabel: `"${object.tableName}_${field.name}_enum"` };
    return columnTests(of, (row) => row[field.name], conditions);
  }
  if (!isObject(conditions)) throw invalidQuery(`Invalid filter for field "${field.name}"`);
  return allOf(
    Object.entries(conditions).map(([name, inner]) => {
      const sub = composite.subFields.find((candidate) => candidate.name === name);
      if (sub === undefined) throw invalidQuery(`Sub field "${name}" not found for composite type: ${field.type}`);
      const of = { type: sub.type, options: [], name: `${field.name}.${name}`, enumLabel: '' };
      return columnTests(of, (row) => (row[field.name] as Input | null)?.[name], inner);
    }),
  );
}

function predicate(store: Store, object: ObjectModel, filter: unknown): Predicate {
  if (filter === null || filter === undefined) return () => true;
  if (!isObject(filter)) throw invalidQuery('Invalid filter');
  const tests: Predicate[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (value === undefined || (value === null && !['and', 'or', 'not'].includes(key))) continue;
    if (key === 'and' || key === 'or') {
      if (value === null) continue;
      const parts = (Array.isArray(value) ? value : [value]).map((part) => predicate(store, object, part));
      if (parts.length > 0) tests.push(key === 'and' ? allOf(parts) : anyOf(parts));
      continue;
    }
    if (key === 'not') {
      if (value === null) continue;
      const inner = predicate(store, object, value);
      tests.push((row) => {
        const truth = inner(row);
        return truth === null ? null : !truth;
      });
      continue;
    }
    const field = object.byName.get(key);
    if (field !== undefined) {
      tests.push(fieldPredicate(store, object, field, value));
    } else if (object.byJoinColumn.has(key)) {
      tests.push(columnTests({ type: 'UUID', options: [], name: key, enumLabel: '' }, (row) => row[key], value));
    } else {
      throw invalidQuery(`Object ${object.nameSingular} doesn't have any "${key}" field.`);
    }
  }
  return allOf(tests);
}

/** The values `eq` or `in` allow, lower-cased as identifiers are; undefined when neither is given. */
function wantedValues(conditions: unknown): unknown[] | undefined {
  if (!isObject(conditions)) return undefined;
  if (typeof conditions.eq === 'string') return [conditions.eq];
  return Array.isArray(conditions.in) ? conditions.in : undefined;
}

function fieldCandidates(store: Store, object: ObjectModel, key: string, conditions: unknown): Row[] | undefined {
  const table = store.table(object);
  const lower = (values: unknown[]): string[] => [...new Set(values.map((value) => String(value).toLowerCase()))];
  const field = object.byName.get(key);
  if (key === 'id') {
    const values = wantedValues(conditions);
    return values && lower(values).flatMap((id) => table.get(id) ?? []);
  }
  const joinColumn = object.byJoinColumn.has(key) ? key : undefined;
  if (joinColumn !== undefined) {
    const values = wantedValues(conditions);
    return values && lower(values).flatMap((id) => table.referring(joinColumn, id));
  }
  if (field?.relation?.kind === 'MANY_TO_ONE') {
    const { joinColumn: column, target } = field.relation;
    const others = indexedRows(store, objectNamed(store.model, target), conditions);
    return others?.flatMap((other) => table.referring(column, other.id));
  }
  if (field === undefined || !isObject(conditions)) return undefined;
  const paths: [string | undefined, unknown][] =
    compositeOf(field.type) === undefined ? [[undefined, conditions]] : Object.entries(conditions);
  for (const [subField, inner] of paths) {
    const values = wantedValues(inner);
    const found = values?.map((value) => table.uniqueLookup(key, subField, value));
    if (found?.every((rows) => rows !== undefined)) return [...new Set(found.flat())];
  }
  return undefined;
}

/** What indexes give for each part of an alternative, together; undefined when one part has none. */
function rowsOfAny(store: Store, object: ObjectModel, parts: readonly unknown[]): Row[] | undefined {
  const found = new Set<Row>();
  for (const part of parts) {
    const rows = indexedRows(store, object, part);
    if (rows === undefined) return undefined;
    for (const row of rows) found.add(row);
  }
  return [...found];
}

/** The smallest set of rows an index gives for this filter, or undefined when none applies. */
function indexedRows(store: Store, object: ObjectModel, filter: unknown): Row[] | undefined {
  if (!isObject(filter)) return undefined;
  let best: Row[] | undefined;
  const offer = (rows: Row[] | undefined): void => {
    if (rows !== undefined && (best === undefined || rows.length < best.length)) best = rows;
  };
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'and' && Array.isArray(value)) for (const part of value) offer(indexedRows(store, object, part));
    else if (key === 'or' && Array.isArray(value) && value.length > 0) offer(rowsOfAny(store, object, value));
    else if (key !== 'or' && key !== 'not' && key !== 'and') offer(fieldCandidates(store, object, key, value));
  }
  return best;
}

/** The id all matching rows stand after, as far as the filter's own `id` tells. */
function lowestId(filter: unknown): string | undefined {
  const id = isObject(filter) && isObject(filter.id) ? filter.id.gt : undefined;
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

function mentionsDeletedAt(filter: unknown): boolean {
  if (Array.isArray(filter)) return filter.some(mentionsDeletedAt);
  if (!isObject(filter)) return false;
  return (
    (filter.deletedAt !== undefined && filter.deletedAt !== null) ||
    ['and', 'or', 'not'].some((key) => mentionsDeletedAt(filter[key]))
  );
}

/** Compiles a filter against the workspace as it stands; `withDeleted` widens it to soft-deleted records. */
export function compileFilter(store: Store, object: ObjectModel, filter: unknown, withDeleted = false): CompiledFilter {
  const test = predicate(store, object, filter);
  const deleted = withDeleted || mentionsDeletedAt(filter);
  return {
    matches: (row) => (deleted || row.deletedAt === null) && test(row) === true,
    candidates: deleted ? undefined : indexedRows(store, object, filter),
    afterId: lowestId(filter),
    withDeleted: deleted,
  };
}

/** All rows a filter finds, in scan order. */
export function findRows(store: Store, object: ObjectModel, filter: CompiledFilter): Row[] {
  const table = store.table(object);
  const found: Row[] = [];
  for (const row of filter.candidates ?? table.rows()) if (filter.matches(row)) found.push(row);
  return table.scanOrder(found);
}
