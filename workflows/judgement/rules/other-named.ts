import { type TagFacts, tagOf, tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { isFilled } from '../filled.ts';
import { asList } from '../values.ts';
import type { Rule } from './types.ts';

interface OpenList {
  readonly list: TagFacts;
  readonly name: TagFacts;
}

const openListsOf = oncePer((object: GovernedObject): readonly OpenList[] =>
  tagsOf(object).flatMap((list) => (list.otherIn ? [{ list, name: tagOf(object, list.otherIn) }] : [])),
);

/** A list the policy leaves open (等) may be answered with something else, which the record then names. */
export const otherNamed: Rule = {
  name: 'other-named',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const { list, name } of openListsOf(object)) {
      const value = values[list.name];
      const saysOther = list.kind === 'MULTI_SELECT' ? asList(value).includes('OTHER') : value === 'OTHER';
      if (saysOther && !isFilled(name, values[name.name])) {
        report('OTHER_UNNAMED', 'ERROR', name.name, { of: list.name }, list.clauses[0]);
      }
    }
  },
};
