import { duplicateId, duplicateValue } from './errors.ts';
import type { ObjectModel, UniqueColumn } from './model.ts';

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
  readonly live: Map<string, string>;
  /** Soft-deleted rows do not collide, but an upsert still finds them. */
  readonly deleted: Map<string, string>;
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

function labelOf(columns: readonly UniqueColumn[]): string {
  return columns[0]?.field.label ?? '';
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
    this.uniques = object.uniques.map((columns) => ({ columns, live: new Map(), deleted: new Map() }));
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

  /** The live record with this value in a single-column unique index, if there is such an index. */
  uniqueLookup(fieldName: string, subField: string | undefined, value: unknown): Row[] | undefined {
    const index = this.uniques.find(
      ({ columns: [column, ...rest] }) =>
        rest.length === 0 && column?.field.name === fieldName && column.subField === subField,
    );
    if (index === undefined || value === null || value === '') return undefined;
    const id = index.live.get(JSON.stringify([value]));
    const row = id === undefined ? undefined : this.get(id);
    return row === undefined ? [] : [row];
  }

  /** The record an upsert of these values would hit: by id, then by each unique index, deleted ones too. */
  match(values: Readonly<Record<string, unknown>>): Row | undefined {
    const own = typeof values.id === 'string' ? this.get(values.id) : undefined;
    if (own !== undefined) return own;
    for (const { columns, live, deleted } of this.uniques) {
      const key = uniqueKey(columns, values);
      if (key === null) continue;
      const id = live.get(key) ?? deleted.get(key);
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
    if (this.entries.has(row.id)) throw duplicateId();
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
    if (row.deletedAt !== null) return;
    for (const { columns, live } of this.uniques) {
      const key = uniqueKey(columns, row);
      const holder = key === null ? undefined : live.get(key);
      if (holder !== undefined && holder !== row.id) throw duplicateValue(this.object, labelOf(columns), holder);
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
    for (const { columns, live, deleted } of this.uniques) {
      const key = uniqueKey(columns, row);
      if (key !== null) (row.deletedAt === null ? live : deleted).set(key, row.id);
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
    for (const { columns, live, deleted } of this.uniques) {
      const key = uniqueKey(columns, row);
      if (key === null) continue;
      const index = row.deletedAt === null ? live : deleted;
      if (index.get(key) === row.id) index.delete(key);
    }
  }
}
