import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import { isBlankText } from '../rules/characters.ts';
import { isPlaceholder, saysNone } from '../rules/placeholder.ts';
import type { Address, Emails, FullName, Phones, Value, Values } from './values.ts';
import { asList, asMoney } from './values.ts';

const isText = (value: unknown): boolean => typeof value === 'string' && !isBlankText(value) && !isPlaceholder(value);

/** White space and what is invisible in a list is no item of it. */
const isBlank = (value: unknown): boolean => typeof value === 'string' && isBlankText(value);

const isNoneAlone = (values: readonly unknown[]): boolean => {
  const told = values.filter((value) => !isBlank(value));
  return told.length > 0 && told.every(saysNone);
};

/**
 * Whether a required tag counts as filled: white space and placeholders are gaps (3.2.6), an explicit "none" counts
 * where the taxonomy says so, an explicit "no" always does.
 */
export const isFilled = (tag: TagFacts, value: Value): boolean => {
  if (value === null || value === undefined) return false;
  switch (tag.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return isText(value) || (tag.noneCounts === true && saysNone(value));
    case 'SELECT':
    case 'DATE':
    case 'DATE_TIME':
      return typeof value === 'string' && !isBlankText(value);
    case 'MANY_TO_ONE':
      // An identifier; in a file, a name.
      return isText(value);
    case 'MULTI_SELECT':
      return Array.isArray(value) && value.length > 0;
    case 'ARRAY':
    case 'ONE_TO_MANY':
      return Array.isArray(value) && (value.some(isText) || (tag.noneCounts === true && isNoneAlone(value)));
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
export const isAnswered = (tag: TagFacts, value: Value): boolean =>
  tag.kind === 'BOOLEAN' ? value === true : isFilled(tag, value);

/** The competitors somebody named (2.2.14): a placeholder names nobody, and "none" says that there is none. */
export const namedCompetitors = (values: Values): readonly string[] =>
  asList(values.tagCompetitors).filter((name) => isText(name) && !saysNone(name));
