import { type TagFacts, tagOf, tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { isFilled } from '../filled.ts';
import { asList, asText, type Values } from '../values.ts';
import type { Rule } from './types.ts';

interface OpenList {
  readonly list: TagFacts;
  readonly name: TagFacts;
}

const openListsOf = oncePer((object: GovernedObject): readonly OpenList[] =>
  tagsOf(object).flatMap((list) => (list.otherIn ? [{ list, name: tagOf(object, list.otherIn) }] : [])),
);

/** Whether a list is answered with what is none of its options. */
export const saysOther = (list: TagFacts, values: Values): boolean => {
  const value = values[list.name];
  return list.kind === 'MULTI_SELECT' ? asList(value).includes('OTHER') : value === 'OTHER';
};

/** A list the policy leaves open (等) may be answered with something else, which the record then names: by a term or a word. */
export const otherNamed: Rule = {
  name: 'other-named',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const { list, name } of openListsOf(object)) {
      const isNamed = isFilled(name, values[name.name]) || (list.termIn && asText(values[list.termIn]) !== '');
      if (saysOther(list, values) && !isNamed) {
        report('OTHER_UNNAMED', 'ERROR', name.name, { of: list.name }, list.clauses[0]);
      }
    }
  },
};
