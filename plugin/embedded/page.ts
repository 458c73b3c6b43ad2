import { invalidQuery } from './errors.ts';
import { type CompiledFilter, compileFilter } from './filter.ts';
import type { ObjectModel } from './model.ts';
import { compareKeys, decodeCursor, encodeCursor, isByIdOnly, type OrderTerm, orderKey, parseOrder } from './order.ts';
import type { Store } from './store.ts';
import type { Row } from './table.ts';

/** What Twenty gives when a request names no page size. */
const DEFAULT_PAGE = 60;

export interface Page {
  readonly rows: readonly Row[];
  readonly pageInfo: Readonly<Record<string, unknown>>;
  readonly cursor: (row: Row) => string;
  /** Every matching row, worked out only when an aggregate asks. */
  readonly all: () => Row[];
}

type Arguments = Readonly<Record<string, unknown>>;

function size(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidQuery(`Invalid ${name} argument`);
  return value;
}

/** The first index of a sorted list whose id stands after this one. */
function indexAfter(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A page by id walks the sorted ids from the cursor, or what the filter asks for, and stops when it is full. */
function pageById(
  store: Store,
  object: ObjectModel,
  filter: CompiledFilter,
  after: string | undefined,
  wanted: number,
): Row[] {
  const table = store.table(object);
  const ids = table.sortedIds();
  const rows: Row[] = [];
  const begins = [after, filter.afterId].map((id) => (id === undefined ? 0 : indexAfter(ids, id)));
  for (let index = Math.max(...begins); index < ids.length && rows.length < wanted; index += 1) {
    const row = table.get(ids[index] ?? '');
    if (row !== undefined && filter.matches(row)) rows.push(row);
  }
  return rows;
}

function sortRows(order: readonly OrderTerm[], rows: Iterable<Row>): Row[] {
  const keyed = Array.from(rows, (row) => ({ row, key: orderKey(order, row) }));
  keyed.sort((a, b) => compareKeys(order, a.key, b.key));
  return keyed.map(({ row }) => row);
}

/** Answers the arguments of a connection: one page of records, and the means to count them all. */
export function findPage(store: Store, object: ObjectModel, args: Arguments): Page {
  const first = size(args.first, 'first');
  const last = size(args.last, 'last');
  const offset = size(args.offset, 'offset') ?? 0;
  if (first !== undefined && last !== undefined) throw invalidQuery('Cannot provide both first and last');
  const before = typeof args.before === 'string' && args.before !== '' ? args.before : undefined;
  const after = typeof args.after === 'string' && args.after !== '' ? args.after : undefined;
  if (before !== undefined && after !== undefined) throw invalidQuery('Cannot provide both before and after');

  const filter = compileFilter(store, object, args.filter);
  const order = parseOrder(store, object, args.orderBy);
  const table = store.table(object);
  const forward = last === undefined && before === undefined;
  const limit = first ?? last ?? DEFAULT_PAGE;
  const place = before ?? after;
  const key = place === undefined ? undefined : decodeCursor(order, place);

  let rows: Row[];
  if (forward && isByIdOnly(order) && filter.candidates === undefined) {
    rows = pageById(store, object, filter, key === undefined ? undefined : String(key[0]), offset + limit + 1).slice(
      offset,
    );
  } else {
    const matching: Row[] = [];
    for (const row of filter.candidates ?? table.rows()) {
      if (!filter.matches(row)) continue;
      if (key !== undefined && compareKeys(order, orderKey(order, row), key) * (before === undefined ? 1 : -1) <= 0)
        continue;
      matching.push(row);
    }
    const sorted = sortRows(order, matching);
    if (!forward) sorted.reverse();
    rows = sorted.slice(offset, offset + limit + 1);
  }
  const more = rows.length > limit;
  rows = rows.slice(0, limit);
  if (!forward) rows.reverse();

  const cursor = (row: Row): string => encodeCursor(order, row);
  const [head] = rows;
  const tail = rows.at(-1);
  return {
    rows,
    pageInfo: {
      hasNextPage: forward && more,
      hasPreviousPage: !forward && more,
      startCursor: head === undefined ? null : cursor(head),
      endCursor: tail === undefined ? null : cursor(tail),
    },
    cursor,
    all: () => {
      const found: Row[] = [];
      for (const row of filter.candidates ?? table.rows()) if (filter.matches(row)) found.push(row);
      return found;
    },
  };
}

/** How many rows a connection has, without visiting them when nothing filters. */
export function countAll(store: Store, object: ObjectModel, args: Arguments, page: Page): number {
  const isUnfiltered = args.filter === undefined || args.filter === null || Object.keys(args.filter).length === 0;
  return isUnfiltered ? store.table(object).liveCount : page.all().length;
}
