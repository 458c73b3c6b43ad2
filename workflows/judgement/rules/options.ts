import { tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { listOf } from '../listed.ts';
import { asList } from '../values.ts';
import type { Rule } from './types.ts';

interface Picklist {
  readonly name: string;
  readonly list: ReadonlySet<string>;
  readonly isMulti: boolean;
  readonly isSensitive: boolean;
}

const picklistsOf = oncePer((object: GovernedObject): readonly Picklist[] =>
  tagsOf(object)
    .filter((tag) => tag.options && tag.role !== 'GOVERNANCE')
    .map((tag) => ({
      name: tag.name,
      list: listOf(tag),
      isMulti: tag.kind === 'MULTI_SELECT',
      isSensitive: tag.sensitive === true,
    })),
);

/** A picklist holds only what the policy lists (1.3.4, 3.2.7). The unknown value is shown unless the tag is sensitive. */
export const options: Rule = {
  name: 'options',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const { name, list, isMulti, isSensitive } of picklistsOf(object)) {
      const value = values[name];
      if (value === null || value === undefined || value === '' || list.has(value as string)) continue;
      const chosen = isMulti ? asList(value) : [String(value)];
      for (const one of chosen) {
        if (!list.has(one)) report('OPTION_UNKNOWN', 'ERROR', name, isSensitive ? {} : { value: one });
      }
    }
  },
};
