import type { Actor } from './actor.ts';
import { coerceField, coerceUuid } from './coerce.ts';
import { compositeOf, emptyComposite } from './composites.ts';
import {
  foreignKeyHeld,
  foreignKeyMissing,
  invalidData,
  memberNotDeletable,
  permissionDenied,
  recordNotFound,
  tooManyRecords,
} from './errors.ts';
import { compileFilter, findRows } from './filter.ts';
import { type FieldModel, type ObjectModel, objectNamed, type RelationModel } from './model.ts';
import { searchVector } from './search-vector.ts';
import type { Store } from './store.ts';
import type { Row } from './table.ts';
import { checkWriteFilter } from './write-filter.ts';

export type Filter = Readonly<Record<string, unknown>>;

/** What happened to one record; events are made from it. */
export interface Change {
  readonly object: string;
  readonly action: 'created' | 'updated' | 'deleted' | 'restored' | 'destroyed';
  readonly before: Row | null;
  readonly after: Row | null;
  /** Made by an upsert: its events ignore the trigger's `updatedFields`. */
  readonly isUpsert: boolean;
}

export interface MutationContext {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: string;
  readonly newId: () => string;
}

export interface MutationResult {
  readonly rows: readonly Row[];
  readonly changes: readonly Change[];
}

type Data = Readonly<Record<string, unknown>>;

const MOST_RECORDS = 200;

const actorValue = (actor: Actor): Data => ({
  source: actor.source,
  workspaceMemberId: actor.workspaceMemberId,
  name: actor.name,
  context: {},
});

const emptyOf = (field: FieldModel): unknown => {
  const composite = compositeOf(field.type);
  if (composite) return field.type === 'ACTOR' ? null : { ...emptyComposite(composite), ...(field.defaultValue ?? {}) };
  if (field.defaultValue !== null && field.defaultValue !== undefined) return field.defaultValue;
  return field.type === 'TEXT' ? '' : null;
};

/** Refuses what the role, or the writability of object and fields, keeps whoever asks from writing. */
export const checkWritable = (context: MutationContext, object: ObjectModel, data: Data): void => {
  const access = context.actor.accessTo(object);
  if (!access.canUpdate) throw permissionDenied();
  for (const key of Object.keys(data)) {
    if (access.unwritable.has(key)) {
      throw permissionDenied(`no permission to write field "${key}" on "${object.nameSingular}"`);
    }
    const field = object.byName.get(key) ?? object.byJoinColumn.get(key);
    if (field?.writability === 'APPLICATION' && !context.actor.isApplication) {
      throw permissionDenied(`field "${field.name}" on "${object.nameSingular}" is written by its application only`);
    }
  }
  checkObject(context, object);
};

const checkObject = ({ actor }: MutationContext, object: ObjectModel): void => {
  if (object.writability === 'APPLICATION' && !actor.isApplication) {
    throw permissionDenied(`"${object.nameSingular}" is written by its application only`);
  }
};

/** `{connect: {where: {id}}}` or `{disconnect: true}` as the key it stands for. */
const keyFrom = (field: FieldModel, value: unknown): string | null => {
  if (value === null) return null;
  const { connect, disconnect } = value as { connect?: { where?: { id?: unknown } }; disconnect?: boolean };
  if (disconnect === true) return null;
  return coerceUuid(connect?.where?.id ?? null, field.name);
};

/** The stored form of what a request writes; composites hold only the parts given. */
const coerce = (object: ObjectModel, data: Data): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const keyField = object.byJoinColumn.get(key);
    if (keyField) {
      values[key] = coerceUuid(value, key);
      continue;
    }
    const field = object.byName.get(key);
    if (!field || field.relation?.kind === 'ONE_TO_MANY') {
      throw invalidData(`Object ${object.nameSingular} doesn't have any "${key}" field.`);
    }
    if (field.relation) values[field.relation.joinColumn] = keyFrom(field, value);
    else if (field.type === 'TS_VECTOR') continue;
    else if (field.type === 'POSITION') values[key] = typeof value === 'number' ? value : 0;
    else values[key] = coerceField(field, value);
  }
  return values;
};

const merge = (object: ObjectModel, base: Row, values: Data): Row => {
  const next: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(values)) {
    const field = object.byName.get(key);
    next[key] =
      field && compositeOf(field.type) && value !== null
        ? { ...(base[key] as object | null), ...(value as object) }
        : value;
  }
  return next as Row;
};

const blankRow = (context: MutationContext, object: ObjectModel, id: string): Row => {
  const row: Record<string, unknown> = { id };
  for (const field of object.fields) {
    if (field.name === 'id') continue;
    if (!field.relation) row[field.name] = emptyOf(field);
    else if (field.relation.kind === 'MANY_TO_ONE') row[field.relation.joinColumn] = null;
  }
  return {
    ...row,
    id,
    createdAt: context.now,
    updatedAt: context.now,
    deletedAt: null,
    createdBy: actorValue(context.actor),
    updatedBy: actorValue(context.actor),
    position: context.store.table(object).firstPosition(),
    searchVector: null,
  };
};

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

/** The columns in which two rows differ, the stamps of writing left out. */
export const differingColumns = (before: Row, after: Row): readonly string[] =>
  Object.keys(after).filter(
    (key) => !['updatedAt', 'updatedBy', 'searchVector'].includes(key) && !isSame(before[key], after[key]),
  );

const checkKeys = (context: MutationContext, object: ObjectModel, row: Row): void => {
  for (const [column, { relation }] of object.byJoinColumn) {
    const id = row[column];
    if (typeof id !== 'string' || !relation) continue;
    if (!context.store.tableNamed(relation.target).get(id)) throw foreignKeyMissing(object, relation);
  }
};

/** The row with what a search finds it by. */
export const withVector = (object: ObjectModel, row: Row): Row => ({ ...row, searchVector: searchVector(object, row) });

const writeRow = (context: MutationContext, object: ObjectModel, before: Row, values: Data, isUpsert: boolean) => {
  const merged = merge(object, before, values);
  if (differingColumns(before, merged).length === 0) return { row: before, changes: [] };
  checkKeys(context, object, merged);
  const after = withVector(object, { ...merged, updatedAt: context.now, updatedBy: actorValue(context.actor) });
  context.store.replace(object, after);
  return { row: after, changes: [{ ...change(object, 'updated', before, after), isUpsert }] };
};

/** Creates records, or with `upsert` updates those that an id or a unique value finds. All or nothing. */
export const create = (
  context: MutationContext,
  object: ObjectModel,
  list: readonly Data[],
  isUpsert: boolean,
): MutationResult => {
  if (list.length > MOST_RECORDS) throw tooManyRecords(MOST_RECORDS);
  for (const data of list) checkWritable(context, object, data);
  return context.store.atomically(() => {
    const rows: Row[] = [];
    const changes: Change[] = [];
    for (const data of list) {
      const values = coerce(object, data);
      const existing = isUpsert ? context.store.table(object).match(values) : undefined;
      if (existing) {
        const { id: _found, ...patch } = values;
        // Whatever it writes, an upsert takes a deleted record out of the trash.
        const written = writeRow(context, object, existing, { ...patch, deletedAt: null }, true);
        rows.push(written.row);
        changes.push(...written.changes);
        continue;
      }
      const blank = blankRow(context, object, String(values.id ?? context.newId()));
      const row = withVector(object, merge(object, blank, values));
      checkKeys(context, object, row);
      context.store.insert(object, row);
      rows.push(row);
      changes.push({ object: object.nameSingular, action: 'created', before: null, after: row, isUpsert });
    }
    return { rows, changes };
  });
};

const chosen = (context: MutationContext, object: ObjectModel, filter: Filter, withDeleted = false): Row[] => {
  checkWriteFilter(object, filter);
  return findRows(context.store, object, compileFilter(context.store, object, filter, withDeleted));
};

const live = (context: MutationContext, object: ObjectModel, id: string): Row => {
  const row = context.store.table(object).get(id);
  if (!row || row.deletedAt) throw recordNotFound();
  return row;
};

/** What happened to one record of an object, told by whoever asked for it and not by an upsert. */
export const change = (
  object: ObjectModel,
  action: Change['action'],
  before: Row | null,
  after: Row | null,
): Change => ({
  object: object.nameSingular,
  action,
  before,
  after,
  isUpsert: false,
});

/**
 * Removes a record for good, and what hangs on it as each relation says. The database does that by its foreign keys, so
 * that Twenty tells nobody of the rows that went with it or lost their relation.
 */
export const destroy = (store: Store, object: ObjectModel, row: Row): void => {
  for (const { relation } of object.fields) if (relation?.kind === 'ONE_TO_MANY') release(store, object, row, relation);
  store.remove(object, row.id);
};

const release = (store: Store, parent: ObjectModel, row: Row, relation: RelationModel): void => {
  const child = objectNamed(store.model, relation.target);
  const key = child.byName.get(relation.inverse)?.relation;
  if (!key) return;
  for (const held of store.table(child).referring(key.joinColumn, row.id)) {
    if (key.onDelete === 'RESTRICT') throw foreignKeyHeld(parent, child, key);
    if (key.onDelete === 'CASCADE') destroy(store, child, held);
    else store.replace(child, { ...held, [key.joinColumn]: null });
  }
};

/** Takes a workspace member out, as Twenty does when a user is removed: outright, not into the trash. */
export const removeMember = (store: Store, id: string): readonly Change[] => {
  const object = objectNamed(store.model, 'workspaceMember');
  const row = store.table(object).get(id);
  if (!row) throw recordNotFound();
  store.atomically(() => destroy(store, object, row));
  return [change(object, 'destroyed', row, null)];
};

/** Updates one record, or every record a filter selects, by one patch. */
export const update = (
  context: MutationContext,
  object: ObjectModel,
  target: { readonly id: string } | { readonly filter: Filter },
  data: Data,
): MutationResult => {
  checkWritable(context, object, data);
  const values = coerce(object, data);
  return context.store.atomically(() => {
    const targets = 'id' in target ? [live(context, object, target.id)] : chosen(context, object, target.filter);
    const written = targets.map((row) => writeRow(context, object, row, values, false));
    return { rows: written.map(({ row }) => row), changes: written.flatMap(({ changes }) => changes) };
  });
};

/** Users come and go by Twenty's settings, not by the API of records. */
const checkMember = (object: ObjectModel, verb: 'delete' | 'restore' | 'destroy'): void => {
  if (object.nameSingular !== 'workspaceMember') return;
  throw verb === 'delete' ? memberNotDeletable() : permissionDenied();
};

/** Soft-deletes, restores or destroys one record, or every record a filter selects. */
export const remove = (
  context: MutationContext,
  object: ObjectModel,
  verb: 'delete' | 'restore' | 'destroy',
  target: { readonly id: string } | { readonly filter: Filter },
): MutationResult => {
  const access = context.actor.accessTo(object);
  checkObject(context, object);
  checkMember(object, verb);
  if (!(verb === 'destroy' ? access.canDestroy : access.canSoftDelete)) throw permissionDenied();
  const { store, now } = context;
  return store.atomically(() => {
    const rows: Row[] = [];
    const changes: Change[] = [];
    const found =
      'id' in target ? [store.table(object).get(target.id)] : chosen(context, object, target.filter, verb !== 'delete');
    for (const row of found) {
      if (!row || (verb === 'delete' && row.deletedAt)) throw recordNotFound();
      if (verb === 'destroy') {
        // Gone already with a parent that was destroyed before it in this mutation.
        if (store.table(object).get(row.id)) destroy(store, object, row);
        // Twenty reads one row before it destroys many, and tells of that one alone.
        if (rows.length === 0) changes.push(change(object, 'destroyed', row, null));
        rows.push(row);
        continue;
      }
      const deletedAt = verb === 'delete' ? now : null;
      // Whoever deletes or restores is told by the event alone: the row keeps the name of who last updated it.
      const after: Row = { ...row, deletedAt, updatedAt: now };
      store.replace(object, after);
      rows.push(after);
      changes.push(change(object, verb === 'delete' ? 'deleted' : 'restored', row, after));
    }
    return { rows, changes };
  });
};
