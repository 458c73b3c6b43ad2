import { taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS, perGovernedObject } from '../../../objects/taxonomy/types.ts';
import { asText } from '../values.ts';
import type { Rule } from './types.ts';

const tags = perGovernedObject((object) => taxonomy.filter((tag) => tag.object === object && tag.past));

/** What has happened cannot lie after today, in the policy's zone; an instant not after this one. */
export const dates: Rule = {
  name: 'dates',
  objects: GOVERNED_OBJECTS,
  judge: (values, context, report, object) => {
    for (const tag of tags[object]) {
      const text = asText(values[tag.name]);
      const isFuture =
        tag.kind === 'DATE_TIME' && context.now
          ? Date.parse(text) > Date.parse(context.now)
          : text.slice(0, 10) > context.today;
      if (isFuture) report('DATE_IN_FUTURE', 'ERROR', tag.name, { today: context.today });
    }
  },
};
