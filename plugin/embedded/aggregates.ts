import type { FieldModel, ObjectModel } from './model.ts';
import { pascal } from './names.ts';

/** The aggregates Twenty offers on a connection, by the names it gives them. */

export type AggregateOperation =
  | 'totalCount'
  | 'countUniqueValues'
  | 'countEmpty'
  | 'countNotEmpty'
  | 'percentageEmpty'
  | 'percentageNotEmpty'
  | 'countTrue'
  | 'countFalse'
  | 'min'
  | 'max'
  | 'sum'
  | 'avg';

export interface Aggregate {
  readonly name: string;
  readonly operation: AggregateOperation;
  readonly graphqlType: string;
  readonly field?: FieldModel;
  readonly subField?: string;
}

const COUNTS: readonly [AggregateOperation, string][] = [
  ['countUniqueValues', 'Int'],
  ['countEmpty', 'Int'],
  ['countNotEmpty', 'Int'],
  ['percentageEmpty', 'Float'],
  ['percentageNotEmpty', 'Float'],
];

function extras(field: FieldModel): Aggregate[] {
  const make = (operation: AggregateOperation, graphqlType: string, subField?: string): Aggregate => ({
    name: `${operation}${pascal(field.name)}${subField === undefined ? '' : pascal(subField)}`,
    operation,
    graphqlType,
    field,
    ...(subField === undefined ? {} : { subField }),
  });
  switch (field.type) {
    case 'DATE_TIME':
      return [make('min', 'DateTime'), make('max', 'DateTime')];
    case 'DATE':
      return [make('min', 'Date'), make('max', 'Date')];
    case 'NUMBER':
    case 'NUMERIC':
      return (['min', 'max', 'avg', 'sum'] as const).map((operation) => make(operation, 'Float'));
    case 'CURRENCY':
      return (['min', 'max', 'sum', 'avg'] as const).map((operation) => make(operation, 'Float', 'amountMicros'));
    case 'BOOLEAN':
      return [make('countTrue', 'Int'), make('countFalse', 'Int')];
    default:
      return [];
  }
}

/** Every aggregate of an object, in the order its fields have. */
export function aggregatesOf(object: ObjectModel): Aggregate[] {
  const all: Aggregate[] = [{ name: 'totalCount', operation: 'totalCount', graphqlType: 'Int' }];
  for (const field of object.fields) {
    if (field.relation !== undefined) continue;
    for (const [operation, graphqlType] of COUNTS) {
      all.push({ name: `${operation}${pascal(field.name)}`, operation, graphqlType, field });
    }
    all.push(...extras(field));
  }
  return all;
}
