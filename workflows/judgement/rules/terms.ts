import { type TagFacts, tagOf, tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { asText } from '../values.ts';
import { saysOther } from './other-named.ts';
import type { Rule } from './types.ts';

interface GrowingList {
  readonly list: TagFacts;
  readonly term: TagFacts;
}

const growingListsOf = oncePer((object: GovernedObject): readonly GrowingList[] =>
  tagsOf(object).flatMap((list) => (list.termIn ? [{ list, term: tagOf(object, list.termIn) }] : [])),
);

/**
 * The term that an open list is answered with (3.1.10): one of this list, defined before it is used, and with OTHER beside
 * it, so that whoever reads the list alone does not miss the record.
 */
export const terms: Rule = {
  name: 'terms',
  objects: GOVERNED_OBJECTS,
  judge: (values, { terms: known }, report, object) => {
    if (!known) return;
    for (const { list, term } of growingListsOf(object)) {
      const id = asText(values[term.name]);
      if (id === '') continue;
      const found = known.get(id);
      if (!found || (found.list !== '' && found.list !== `${object}.${list.name}`)) {
        report('TERM_ELSEWHERE', 'ERROR', term.name, { of: list.name });
        continue;
      }
      const { word, replacement } = found;
      if (found.status === 'DRAFT') report('TERM_UNDEFINED', 'WARNING', term.name, { word }, '3.1.10');
      if (found.status === 'RETIRED') report('TERM_RETIRED', 'WARNING', term.name, { word, replacement }, '3.2.2');
      if (!saysOther(list, values)) report('TERM_WITHOUT_OTHER', 'WARNING', list.name, { word });
    }
  },
};
