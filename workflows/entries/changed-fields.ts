import type { RecordChange, TwentyRecord } from '../run/record-change.ts';

/** Whether a stored value holds nothing, in any of the ways Twenty stores nothing. */
export const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
};

/** Twenty writes "nothing" in several ways; a change from one to another is none. */
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (isEmpty(left) && isEmpty(right)) || JSON.stringify(left) === JSON.stringify(right);

/**
 * The watched fields a change touched. Compared field by field, since the events of an upsert ignore the trigger's
 * `updatedFields`, and the application's own writes must not wake it again.
 */
export const changedFields = (change: RecordChange, fields: readonly string[]): readonly string[] => {
  const { before, after } = change;
  if (change.action === 'deleted' || change.action === 'destroyed') return [];
  const old: TwentyRecord = before ?? {};
  const now: TwentyRecord = after ?? {};
  return fields.filter((field) => field in now && !isSame(old[field], now[field]));
};
