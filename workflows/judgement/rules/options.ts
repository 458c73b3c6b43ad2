import { taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS, type GovernedObject, perGovernedObject, type Tag } from '../../../objects/taxonomy/types.ts';
import { isListed } from '../listed.ts';
import { asList } from '../values.ts';
import type { Rule } from './types.ts';

const picklistsOf = (object: GovernedObject): readonly Tag[] =>
  taxonomy.filter((tag) => tag.object === object && tag.options && tag.role !== 'GOVERNANCE');

const picklists = perGovernedObject(picklistsOf);

/** A picklist holds only what the policy lists (1.3.4, 3.2.7). The unknown value is shown unless the tag is sensitive. */
export const options: Rule = {
  name: 'options',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const tag of picklists[object]) {
      const value = values[tag.name];
      if (value === null || value === undefined || value === '') continue;
      const chosen = tag.kind === 'MULTI_SELECT' ? asList(value) : [String(value)];
      for (const one of chosen) {
        if (!isListed(tag, one)) report('OPTION_UNKNOWN', 'ERROR', tag.name, tag.sensitive ? {} : { value: one });
      }
    }
  },
};
