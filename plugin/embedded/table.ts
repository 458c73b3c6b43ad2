import { duplicateEntry, duplicateValue } from './errors.ts';
import type { ObjectModel, UniqueColumn } from './model.ts';
import type { WorkspaceError } from './workspace-error.ts';

/** One object's records with the indexes that keep reads and checks off the whole table. */

export interface Row {
  readonly id: string;
  readonly deletedAt: string | null;
  readonly [column: string]: unknown;
}

interface Entry {
  readonly row: Row;
  /** Grows with every write: Postgres answers an unordered scan in the order rows were last written. */
  readonly sequence: number;
}

interface UniqueIndex {
  readonly columns: readonly UniqueColumn[];
  /** Who holds a value. A row in the trash still does: the index knows no deletion. */
  readonly holders: Map<string, string>;
}

/** The key of a row in a unique index; null when a column is empty, since empty values never collide. */
function uniqueKey(columns: readonly UniqueColumn[], values: Readonly<Record<string, unknown>>): string | null {
  const parts: unknown[] = [];
  for (const { field, subField } of columns) {
    const column = values[field.relation?.joinColumn ?? field.name];
    const value = subField === undefined ? column : (column as Record<string, unknown> | null | undefined)?.[subField];
    if (value === null || value === undefined || value === '') return null;
    parts.push(value);
  }
  return JSON.stringify(parts);
}

/** Twenty names field and record where one field of its own is unique, and the holder is not in the trash. */
function duplicateOf(object: ObjectModel, columns: readonly UniqueColumn[], holder: Row): WorkspaceError {
  const [column, ...rest] = columns;
  if (!column || rest.length > 0 || column.field.relation || holder.deletedAt !== null) return duplicateEntry();
  return duplicateValue(object, column.field.label, holder.id);
}

export class Table {
  readonly object: ObjectModel;
  private readonly entries = new Map<string, Entry>();
  private readonly joins = new Map<string, Map<string, Set<string>>>();
  private readonly uniques: UniqueIndex[];
  private sequence = 0;
  private live = 0;
  private sorted: string[] = [];
  private unsorted: string[] = [];
  private hasHoles = false;
  private lowestPosition: number | undefined;

  constructor(object: ObjectModel) {
    this.object = object;
    for (const column of object.byJoinColumn.keys()) this.joins.set(column, new Map());
    this.uniques = object.uniques.map((columns) => ({ columns, holders: new Map() }));
  }

  /** How many records are not soft-deleted. */
  get liveCount(): number {
    return this.live;
  }

  get(id: string): Row | undefined {
    return this.entries.get(id)?.row;
  }

  *rows(): Iterable<Row> {
    for (const entry of this.entries.values()) yield entry.row;
  }

  /** Rows in the order an unordered database scan would give them. */
  scanOrder(rows: Row[]): Row[] {
    const at = (row: Row): number => this.entries.get(row.id)?.sequence ?? 0;
    return rows.sort((a, b) => at(a) - at(b));
  }

  /** The records whose key `joinColumn` holds this id. */
  referring(joinColumn: string, id: string): Row[] {
    const ids = this.joins.get(joinColumn)?.get(id);
    if (ids === undefined) return [];
    return [...ids].flatMap((key) => this.get(key) ?? []);
  }

  /** The record, deleted or not, with this value in a single-column unique index, if there is such an index. */
  uniqueLookup(fieldName: string, subField: string | undefined, value: unknown): Row[] | undefined {
    const index = this.uniques.find(
      ({ columns: [column, ...rest] }) =>
        rest.length === 0 && column?.field.name === fieldName && column.subField === subField,
    );
    if (index === undefined || value === null || value === '') return undefined;
    const id = index.holders.get(JSON.stringify([value]));
    const row = id === undefined ? undefined : this.get(id);
    return row === undefined ? [] : [row];
  }

  /** The record an upsert of these values would hit: by id, then by each unique index, the trash included. */
  match(values: Readonly<Record<string, unknown>>): Row | undefined {
    const own = typeof values.id === 'string' ? this.get(values.id) : undefined;
    if (own !== undefined) return own;
    for (const { columns, holders } of this.uniques) {
      const key = uniqueKey(columns, values);
      if (key === null) continue;
      const id = holders.get(key);
      const row = id === undefined ? undefined : this.get(id);
      if (row !== undefined) return row;
    }
    return undefined;
  }

  /** Every id in order, kept sorted so that a page by id starts where the last one ended. */
  sortedIds(): readonly string[] {
    if (this.unsorted.length > 0) {
      const added = this.unsorted.sort();
      const merged: string[] = [];
      let next = 0;
      for (const id of this.sorted) {
        for (let candidate = added[next]; candidate !== undefined && candidate < id; candidate = added[next]) {
          merged.push(candidate);
          next += 1;
        }
        merged.push(id);
      }
      for (; next < added.length; next += 1) merged.push(added[next] ?? '');
      this.sorted = merged;
      this.unsorted = [];
      this.hasHoles = true;
    }
    if (this.hasHoles) {
      // An id taken away and put back before the next read stands in both lists once.
      this.sorted = this.sorted.filter((id, index) => this.entries.has(id) && id !== this.sorted[index - 1]);
      this.hasHoles = false;
    }
    return this.sorted;
  }

  /** The position Twenty gives a new record that asks for none: before the first. */
  firstPosition(): number {
    return this.lowestPosition === undefined ? 1 : this.lowestPosition - 1;
  }

  /** Adds a record; its id and unique values must be free. Returns how to take it back. */
  insert(row: Row): () => void {
    if (this.entries.has(row.id)) throw duplicateEntry();
    return this.write(row);
  }

  /** Puts a new version in place of a record. Returns how to take it back. */
  replace(row: Row): () => void {
    return this.write(row);
  }

  /** Removes a record for good. Returns how to take it back. */
  remove(id: string): () => void {
    const before = this.entries.get(id);
    if (before === undefined) return () => {};
    this.unindex(before.row);
    this.entries.delete(id);
    this.hasHoles = true;
    return () => {
      this.store(before);
      this.unsorted.push(id);
    };
  }

  private write(row: Row): () => void {
    const before = this.entries.get(row.id);
    this.checkUnique(row);
    if (before !== undefined) this.unindex(before.row);
    else this.unsorted.push(row.id);
    this.sequence += 1;
    this.store({ row, sequence: this.sequence });
    return () => {
      this.unindex(row);
      if (before === undefined) {
        this.entries.delete(row.id);
        this.hasHoles = true;
      } else {
        this.store(before);
      }
    };
  }

  private checkUnique(row: Row): void {
    for (const { columns, holders } of this.uniques) {
      const key = uniqueKey(columns, row);
      const holder = key === null ? undefined : this.get(holders.get(key) ?? row.id);
      if (holder !== undefined && holder.id !== row.id) throw duplicateOf(this.object, columns, holder);
    }
  }

  private store(entry: Entry): void {
    const { row } = entry;
    this.entries.set(row.id, entry);
    if (row.deletedAt === null) this.live += 1;
    const { position } = row;
    if (typeof position === 'number' && position < (this.lowestPosition ?? Number.POSITIVE_INFINITY)) {
      this.lowestPosition = position;
    }
    for (const [column, index] of this.joins) {
      const target = row[column];
      if (typeof target !== 'string') continue;
      const ids = index.get(target);
      if (ids === undefined) index.set(target, new Set([row.id]));
      else ids.add(row.id);
    }
    for (const { columns, holders } of this.uniques) {
      const key = uniqueKey(columns, row);
      if (key !== null) holders.set(key, row.id);
    }
  }

  private unindex(row: Row): void {
    if (row.deletedAt === null) this.live -= 1;
    for (const [column, index] of this.joins) {
      const target = row[column];
      if (typeof target !== 'string') continue;
      const ids = index.get(target);
      ids?.delete(row.id);
      if (ids?.size === 0) index.delete(target);
    }
    for (const { columns, holders } of this.uniques) {
      const key = uniqueKey(columns, row);
      if (key !== null && holders.get(key) === row.id) holders.delete(key);
    }
  }
}
