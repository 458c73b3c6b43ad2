import { tagOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS } from '../../../objects/taxonomy/types.ts';
import { isFilled } from '../filled.ts';
import { asList, asText } from '../values.ts';
import type { Rule } from './types.ts';

const CLAUSE = '3.2.2';

/**
 * What the company has retired is not used any more (3.2.2, A29): a warning, with what replaces it. The option is named
 * unless the tag is sensitive. OTHER stands for the term that is named beside it, and cannot be missing there: a company
 * that retires it wants terms alone.
 */
export const retired: Rule = {
  name: 'retired',
  objects: GOVERNED_OBJECTS,
  judge: (values, { rulings }, report, object) => {
    for (const [key, replacement] of rulings?.retired ?? []) {
      const [place = '', option] = key.split(':');
      const [owner, name = ''] = place.split('.');
      if (owner !== object) continue;
      const tag = tagOf(object, name);
      const value = values[name];
      if (option === 'OTHER' && tag.termIn && asText(values[tag.termIn]) !== '') continue;
      if (option === undefined) {
        if (isFilled(tag, value)) report('TAG_RETIRED', 'WARNING', name, { replacement }, CLAUSE);
      } else if (tag.kind === 'MULTI_SELECT' ? asList(value).includes(option) : value === option) {
        report('OPTION_RETIRED', 'WARNING', name, { ...(tag.sensitive ? {} : { value: option }), replacement }, CLAUSE);
      }
    }
  },
};
