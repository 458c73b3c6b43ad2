import type { Aggregate } from './aggregates.ts';
import { compositeOf } from './composites.ts';
import { invalidQuery } from './errors.ts';
import { type ObjectModel, objectNamed } from './model.ts';
import { isBlank, isNullish, type Row } from './row.ts';
import type { Store } from './store.ts';

const valuesOf = (rows: readonly Row[], { field, subField }: Aggregate): unknown[] =>
  rows.map((row) => {
    const value = field ? row[field.name] : undefined;
    return subField === undefined ? value : (value as Record<string, unknown> | null)?.[subField];
  });

const numeric = (values: readonly unknown[]): number[] =>
  values.filter((value) => typeof value === 'number') as number[];

const extreme = (values: readonly unknown[], sign: 1 | -1): unknown => {
  const known = values.filter((value) => !isNullish(value));
  if (known.length === 0) return null;
  return known.reduce((best, value) => {
    const isBetter = (value as number | string) < (best as number | string) ? sign === 1 : sign === -1;
    return isBetter && value !== best ? value : best;
  });
};

/** One aggregate over rows, as a connection or a group answers it. */
export const summarize = (rows: readonly Row[], aggregate: Aggregate): unknown => {
  if (aggregate.operation === 'totalCount') return rows.length;
  const values = valuesOf(rows, aggregate);
  const empty = values.filter(isBlank).length;
  const share = (count: number): number | null => (rows.length === 0 ? null : count / rows.length);
  const numbers = numeric(values);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  switch (aggregate.operation) {
    case 'countUniqueValues':
      return new Set(values.filter((value) => !isBlank(value)).map((value) => JSON.stringify(value))).size;
    case 'countEmpty':
      return empty;
    case 'countNotEmpty':
      return rows.length - empty;
    case 'percentageEmpty':
      return share(empty);
    case 'percentageNotEmpty':
      return share(rows.length - empty);
    case 'countTrue':
      return values.filter((value) => value === true).length;
    case 'countFalse':
      return values.filter((value) => value === false).length;
    case 'min':
      return extreme(values, 1);
    case 'max':
      return extreme(values, -1);
    case 'sum':
      return numbers.length === 0 ? null : total;
    case 'avg':
      return numbers.length === 0 ? null : total / numbers.length;
  }
};

type Dimension = (row: Row) => unknown;

const WEEK_START: Readonly<Record<string, number>> = { MONDAY: 1, SUNDAY: 0, SATURDAY: 6 };

const bucketOf = (value: unknown, granularity: string, weekStart: string): unknown => {
  if (typeof value !== 'string') return null;
  const date = new Date(value);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const day = (at: number): string => new Date(at).toISOString();
  switch (granularity) {
    case 'DAY':
      return day(Date.UTC(year, month, date.getUTCDate()));
    case 'WEEK': {
      const back = (date.getUTCDay() - (WEEK_START[weekStart] ?? 1) + 7) % 7;
      return day(Date.UTC(year, month, date.getUTCDate() - back));
    }
    case 'MONTH':
      return day(Date.UTC(year, month, 1));
    case 'QUARTER':
      return day(Date.UTC(year, month - (month % 3), 1));
    case 'YEAR':
      return day(Date.UTC(year, 0, 1));
    case 'DAY_OF_THE_WEEK':
      return date.getUTCDay();
    case 'MONTH_OF_THE_YEAR':
      return month + 1;
    case 'QUARTER_OF_THE_YEAR':
      return Math.floor(month / 3) + 1;
    default:
      return value;
  }
};

const dimensionsOf = (
  store: Store,
  object: ObjectModel,
  by: Readonly<Record<string, unknown>>,
  read: (row: Row) => Row | undefined,
): Dimension[] =>
  Object.entries(by).flatMap(([name, wanted]): Dimension[] => {
    if (!wanted) return [];
    if (name === 'id') return [(row) => read(row)?.id ?? null];
    const field = object.byName.get(name);
    if (!field) throw invalidQuery(`Object ${object.nameSingular} doesn't have any "${name}" field.`);
    if (field.relation) {
      const { relation } = field;
      return dimensionsOf(
        store,
        objectNamed(store.model, relation.target),
        wanted as Record<string, unknown>,
        (row) => {
          const id = read(row)?.[relation.joinColumn];
          const named = typeof id === 'string' ? store.tableNamed(relation.target).get(id) : undefined;
          // What is in the trash is not joined.
          return named?.deletedAt ? undefined : named;
        },
      );
    }
    if (compositeOf(field.type)) {
      return Object.keys(wanted as object).map(
        (sub) => (row) => (read(row)?.[name] as Record<string, unknown> | null | undefined)?.[sub] ?? null,
      );
    }
    const { granularity, weekStartDay, timeZone } = wanted as Readonly<Record<string, string | undefined>>;
    if (granularity && field.type === 'DATE_TIME' && !timeZone) {
      throw invalidQuery('Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year');
    }
    if (granularity) return [(row) => bucketOf(read(row)?.[name], granularity, weekStartDay ?? 'MONDAY')];
    return [(row) => read(row)?.[name] ?? null];
  });

export interface Group {
  readonly groupByDimensionValues: readonly unknown[];
  readonly rows: readonly Row[];
}

const compareDimensions = (left: readonly unknown[], right: readonly unknown[]): number => {
  for (const [at, a] of left.entries()) {
    const b = right[at];
    if (a === b) continue;
    if (isNullish(a) || isNullish(b)) return isNullish(a) ? 1 : -1;
    return (a as string) < (b as string) ? -1 : 1;
  }
  return 0;
};

/** Rows grouped by the dimensions asked for, in the order of their values, nothing last. */
export const groupRows = (
  store: Store,
  object: ObjectModel,
  rows: readonly Row[],
  groupBy: readonly Readonly<Record<string, unknown>>[],
): Group[] => {
  const dimensions = groupBy.flatMap((by) => dimensionsOf(store, object, by, (row) => row));
  const groups = new Map<string, { groupByDimensionValues: unknown[]; rows: Row[] }>();
  for (const row of rows) {
    const values = dimensions.map((read) => read(row));
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { groupByDimensionValues: values, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((left, right) =>
    compareDimensions(left.groupByDimensionValues, right.groupByDimensionValues),
  );
};
