import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { listOf } from '../judgement/listed.ts';
import type { Value } from '../judgement/values.ts';
import { oncePer } from '../rules/once.ts';

/** Lists of a record's own whose strays are kept aside. What is sensitive stands nowhere but in its own field (6.1.3). */
export const keptLists = oncePer((object: GovernedObject): readonly TagFacts[] =>
  tagsOf(object).filter((tag) => tag.options && !tag.via && !tag.sensitive && !tag.standard),
);

/** The values of a list that has room for one, or for several. */
export const heldIn = (value: Value): readonly string[] =>
  (Array.isArray(value) ? (value as readonly string[]) : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );

/** What of a list's value no version of the application has. */
export const straysIn = (tag: TagFacts, value: Value): readonly string[] =>
  heldIn(value).filter((one) => !listOf(tag).has(one));

/** What is known of who wrote a list since it was last looked at. */
export interface ListWritten {
  /** An event tells that somebody wrote it. */
  readonly isTold: boolean;
  /** An event tells that somebody emptied it. */
  readonly isEmptied: boolean;
}

/**
 * What is kept aside of a list from now on. When Twenty deletes an option it takes it off the records and tells nobody:
 * what is gone without a word stays kept; what somebody took off, or wrote over, is forgotten.
 */
export const keptStrays = (
  tag: TagFacts,
  value: Value,
  known: readonly string[],
  { isTold, isEmptied }: ListWritten,
): readonly string[] => {
  const held = straysIn(tag, value);
  const isFilled = heldIn(value).length > 0;
  const isWritten = isEmptied || (isFilled && (isTold || tag.kind !== 'MULTI_SELECT'));
  return isWritten ? held : [...new Set([...known, ...held])];
};
