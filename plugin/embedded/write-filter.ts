import type { Filter } from '../../workflows/gateway/filter.ts';
import { isObject } from './filter.ts';
import type { FieldModel, ObjectModel } from './model.ts';
import { WorkspaceError } from './workspace-error.ts';

const EMPTY_TYPES: ReadonlySet<string> = new Set(['TEXT', 'ARRAY', 'MULTI_SELECT']);

/** Whether a condition becomes SQL that names its column twice: an instant is a span of a millisecond, an empty text two values. */
const isTwofold = ({ type }: FieldModel, conditions: unknown): boolean => {
  if (!isObject(conditions)) return false;
  if (type === 'DATE_TIME') return 'eq' in conditions || 'neq' in conditions;
  const isEmpty = 'is' in conditions || conditions.eq === '' || conditions.neq === '';
  return EMPTY_TYPES.has(type) && isEmpty;
};

/**
 * Refuses what Twenty 2.21 cannot write by: of an object of an application it names the table right in the first half of
 * a condition only, and the database knows no table of the other name. Objects of Twenty's own bear one name.
 * @throws WorkspaceError with the words of the server
 */
export function checkWriteFilter(object: ObjectModel, filter: Filter): void {
  if (!object.tableName.startsWith('_')) return;
  for (const [key, value] of Object.entries(filter)) {
    if (key === 'and' || key === 'or' || key === 'not') {
      for (const part of [value].flat()) if (isObject(part)) checkWriteFilter(object, part);
      continue;
    }
    const field = object.byName.get(key);
    if (field && isTwofold(field, value))
      throw new WorkspaceError('Data validation error.', { code: 'INTERNAL_SERVER_ERROR' });
  }
}
