import { compositeOf } from './composites.ts';
import { invalidQuery } from './errors.ts';
import type { ObjectModel } from './model.ts';
import { objectNamed } from './model.ts';
import type { Store } from './store.ts';
import type { Row } from './table.ts';

/** Orders, and the cursors that name a place in one. */

export interface OrderTerm {
  /** Where the value stands in a cursor: ["annualRevenue", "amountMicros"]. */
  readonly path: readonly string[];
  readonly read: (row: Row) => unknown;
  /** Select values sort as their options do. */
  readonly rank?: readonly string[];
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

const DIRECTIONS: Readonly<Record<string, { descending: boolean; nullsFirst: boolean }>> = {
  AscNullsFirst: { descending: false, nullsFirst: true },
  AscNullsLast: { descending: false, nullsFirst: false },
  DescNullsFirst: { descending: true, nullsFirst: true },
  DescNullsLast: { descending: true, nullsFirst: false },
};

/** Reads one of the four directions. */
export function parseDirection(value: unknown, name: string): { descending: boolean; nullsFirst: boolean } {
  const direction = DIRECTIONS[String(value)];
  if (direction === undefined) throw invalidQuery(`Invalid direction for field "${name}": ${String(value)}`);
  return direction;
}

function terms(
  store: Store,
  object: ObjectModel,
  entry: unknown,
  prefix: string[],
  reach: (row: Row) => Row | undefined,
): OrderTerm[] {
  if (entry === null || typeof entry !== 'object') return [];
  return Object.entries(entry).flatMap(([key, value]): OrderTerm[] => {
    if (value === null || value === undefined) return [];
    const path = [...prefix, key];
    const field = object.byName.get(key);
    if (field === undefined && !object.byJoinColumn.has(key)) {
      throw invalidQuery(`Object ${object.nameSingular} doesn't have any "${key}" field.`);
    }
    if (field?.relation?.kind === 'MANY_TO_ONE') {
      const { joinColumn, target } = field.relation;
      const table = store.tableNamed(target);
      return terms(store, objectNamed(store.model, target), value, path, (row) => {
        const id = reach(row)?.[joinColumn];
        return typeof id === 'string' ? table.get(id) : undefined;
      });
    }
    if (field !== undefined && compositeOf(field.type) !== undefined) {
      if (typeof value !== 'object') throw invalidQuery(`Order of composite field "${key}" needs a sub field`);
      return Object.entries(value).map(([sub, direction]) => ({
        path: [...path, sub],
        read: (row: Row) => (reach(row)?.[key] as Record<string, unknown> | null | undefined)?.[sub],
        ...parseDirection(direction, `${key}.${sub}`),
      }));
    }
    const isSelect = field?.type === 'SELECT' || field?.type === 'RATING';
    return [
      {
        path,
        read: (row: Row) => reach(row)?.[key],
        ...(isSelect ? { rank: field.options } : {}),
        ...parseDirection(value, key),
      },
    ];
  });
}

/** The terms of an `orderBy` argument, always ending in the id so that every order is total. */
export function parseOrder(store: Store, object: ObjectModel, orderBy: unknown): OrderTerm[] {
  const entries = orderBy === null || orderBy === undefined ? [] : Array.isArray(orderBy) ? orderBy : [orderBy];
  const parsed = entries.flatMap((entry) => terms(store, object, entry, [], (row) => row));
  if (!parsed.some((term) => term.path.length === 1 && term.path[0] === 'id')) {
    parsed.push({ path: ['id'], read: (row) => row.id, descending: false, nullsFirst: true });
  }
  return parsed;
}

/** Whether an order is by id alone and upwards, which the sorted id list answers. */
export function isByIdOnly(order: readonly OrderTerm[]): boolean {
  const [term] = order;
  return order.length === 1 && term?.path[0] === 'id' && !term.descending;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Compares two values in one direction, empty ones standing where the direction puts them. */
export function compareValues(
  a: unknown,
  b: unknown,
  { descending, nullsFirst, rank }: { descending: boolean; nullsFirst: boolean; rank?: readonly string[] },
): number {
  if (isEmpty(a) || isEmpty(b)) {
    if (isEmpty(a) && isEmpty(b)) return 0;
    return isEmpty(a) === nullsFirst ? -1 : 1;
  }
  const sortable = (value: unknown): string | number => {
    if (rank !== undefined) return rank.indexOf(String(value));
    return typeof value === 'number' ? value : typeof value === 'string' ? value : JSON.stringify(value);
  };
  const left = sortable(a);
  const right = sortable(b);
  const sign = left < right ? -1 : left > right ? 1 : 0;
  return descending ? -sign : sign;
}

/** Where a row stands in an order. */
export function orderKey(order: readonly OrderTerm[], row: Row): unknown[] {
  return order.map((term) => term.read(row) ?? null);
}

/** Compares two places in an order. */
export function compareKeys(order: readonly OrderTerm[], a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, term] of order.entries()) {
    const sign = compareValues(a[index], b[index], term);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** The cursor of a row: the JSON of its place, in base 64. */
export function encodeCursor(order: readonly OrderTerm[], row: Row): string {
  const place: Record<string, unknown> = {};
  for (const term of order) {
    let node = place;
    for (const key of term.path.slice(0, -1)) {
      const inner = (node[key] ?? {}) as Record<string, unknown>;
      node[key] = inner;
      node = inner;
    }
    node[term.path.at(-1) ?? ''] = term.read(row) ?? null;
  }
  return Buffer.from(JSON.stringify(place)).toString('base64');
}

/** The place a cursor names, which must have been made with the same order. */
export function decodeCursor(order: readonly OrderTerm[], cursor: string): unknown[] {
  let place: unknown;
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64').toString());
  } catch {
    throw invalidQuery(`Invalid cursor: ${cursor}`);
  }
  return order.map((term) => {
    let value: unknown = place;
    for (const key of term.path) {
      if (value === null || typeof value !== 'object' || !(key in value)) throw invalidQuery('Invalid cursor');
      value = (value as Record<string, unknown>)[key];
    }
    return value;
  });
}
