export type { Row } from './table.ts';

/** Whether a stored value is null. */
export const isNullish = (value: unknown): boolean => value === null || value === undefined;

/** Whether a value counts as empty for countEmpty: null, empty text, an empty list or a composite without content. */
export const isBlank = (value: unknown): boolean => {
  if (isNullish(value) || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.values(value).every(isBlank);
};
