import { findLabel, findOptionLabel } from '../../objects/taxonomy/labels.ts';
import type { Language } from '../../objects/taxonomy/types.ts';
import { LIST_SEPARATORS } from '../messages/phrase.ts';

/** The label of a tag; `company.tagRegion` names one of another object. */
export const tagLabel = (object: string, tag: string, language: Language): string => {
  const [owner, name] = tag.includes('.') ? tag.split('.') : [object, tag];
  return findLabel(owner ?? object, name ?? tag, language) ?? tag;
};

/** Labels of several tags in one line, each once. */
export const tagLabels = (object: string, tags: readonly string[], language: Language): string =>
  [...new Set(tags.map((tag) => tagLabel(object, tag, language)))].join(LIST_SEPARATORS[language]);

/** The label of an option; the value itself where it is none. */
export const optionLabel = (object: string, tag: string, value: string, language: Language): string =>
  findOptionLabel(object, tag, value, language) ?? value;
