import { tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { asText } from '../values.ts';
import type { Rule } from './types.ts';

const pastOf = oncePer((object: GovernedObject) =>
  tagsOf(object)
    .filter((tag) => tag.past)
    .map(({ name, kind }) => ({ name, isInstant: kind === 'DATE_TIME' })),
);

/** What has happened cannot lie after today, in the policy's zone; an instant not after this one. */
export const dates: Rule = {
  name: 'dates',
  objects: GOVERNED_OBJECTS,
  judge: (values, context, report, object) => {
    for (const { name, isInstant } of pastOf(object)) {
      const text = asText(values[name]);
      const isFuture =
        isInstant && context.now ? Date.parse(text) > Date.parse(context.now) : text.slice(0, 10) > context.today;
      if (isFuture) report('DATE_IN_FUTURE', 'ERROR', name, { today: context.today });
    }
  },
};
