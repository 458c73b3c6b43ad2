import type { GovernedObject, Tag, TagExtra, Words } from './types.ts';
import { entriesOf, words } from './types.ts';

/**
 * Beside an open list (等) that says OTHER: the entry of the dictionary it stands for. A word typed in names one record's
 * own; a term is defined once, counted and renamed in one place, and may be an option of a later version (3.1.10).
 */
export const openListTerm = (
  object: GovernedObject,
  name: string,
  group: string,
  label: Words,
  clause: string,
  inverse: string,
  extra: Pick<TagExtra, 'majorChange' | 'reportedAs'> = {},
): Tag =>
  entriesOf(object)(
    name,
    'MANY_TO_ONE',
    'SUPPORT',
    group,
    label,
    words(
      'The term of the tag dictionary that “Other” stands for',
      '选“其他”时，对应的标签字典词条',
      '選「其他」時，對應的標籤字典詞條',
    ),
    [clause, '3.1.10'],
    { relation: { target: 'tagDefinition', inverse, onDelete: 'SET_NULL' }, icon: 'IconVocabulary', ...extra },
  );
