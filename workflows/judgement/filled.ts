import type { Tag } from '../../objects/taxonomy/types.ts';
import { isPlaceholder } from '../rules/placeholder.ts';
import type { Address, Emails, FullName, Phones, Value } from './values.ts';
import { asMoney } from './values.ts';

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && !isPlaceholder(value);

const NONE = new Set(['无', '無', '没有', '沒有', 'none', 'no', '无特殊需求', '無特殊需求']);

/**
 * Whether a required tag counts as filled: white space and placeholders are gaps (3.2.6), an explicit "none" counts
 * where the taxonomy says so, an explicit "no" always does.
 */
export const isFilled = (tag: Tag, value: Value): boolean => {
  if (value === null || value === undefined) return false;
  switch (tag.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return isText(value) || (tag.noneCounts === true && NONE.has(String(value).trim().toLowerCase()));
    case 'SELECT':
    case 'DATE':
    case 'DATE_TIME':
    case 'MANY_TO_ONE':
      return typeof value === 'string' && value.trim() !== '';
    case 'MULTI_SELECT':
      return Array.isArray(value) && value.length > 0;
    case 'ARRAY':
    case 'ONE_TO_MANY':
      return Array.isArray(value) && value.some(isText);
    case 'INTEGER':
    case 'NUMBER':
    case 'PERCENT':
      return typeof value === 'number' && Number.isFinite(value);
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'CURRENCY':
      return asMoney(value) !== null;
    case 'ADDRESS': {
      const { addressStreet1, addressStreet2, addressCity, addressState } = value as Address;
      return isText(addressStreet1) || isText(addressStreet2) || isText(addressCity) || isText(addressState);
    }
    case 'FULL_NAME': {
      const { firstName, lastName } = value as FullName;
      return isText(firstName) || isText(lastName);
    }
    case 'PHONES':
      return isText((value as Phones).primaryPhoneNumber);
    case 'EMAILS':
      return isText((value as Emails).primaryEmail);
    case 'RAW_JSON':
      return true;
  }
};

/** Whether a tag can stand in for another: a flag does only when it is set. */
export const isAnswered = (tag: Tag, value: Value): boolean =>
  tag.kind === 'BOOLEAN' ? value === true : isFilled(tag, value);
