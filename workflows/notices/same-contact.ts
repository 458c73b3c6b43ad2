import { tagOf } from '../../objects/taxonomy/facts.ts';
import { isFilled } from '../judgement/filled.ts';
import type { Values } from '../judgement/values.ts';
import type { TagChange } from '../memory/seen.ts';

const WHO: ReadonlySet<string> = new Set(['contactName', 'contactTitle']);

/**
 * The changes the policy wants reported. A key contact whose name and post are what they were is the same person on
 * another record, as after a merge of contacts: there is nobody else to report (2.1.3, 4.1.3).
 */
export const withoutSameContact = (changes: readonly TagChange[], values: Values): readonly TagChange[] => {
  const isNamed = isFilled(tagOf('company', 'contactName'), values.contactName);
  if (!isNamed || changes.some(({ tag }) => WHO.has(tag.name))) return changes;
  return changes.filter(({ tag, kind }) => tag.name !== 'tagKeyContact' || kind !== 'CHANGED');
};
