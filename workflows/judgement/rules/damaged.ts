import { tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/types.ts';
import { damageIn } from '../../rules/characters.ts';
import { oncePer } from '../../rules/once.ts';
import type { Value } from '../values.ts';
import type { Rule } from './types.ts';

const WRITTEN = new Set(['TEXT', 'LONG_TEXT', 'ARRAY', 'ADDRESS', 'FULL_NAME']);

interface Written {
  readonly name: string;
  readonly isSensitive: boolean;
}

const textsOf = oncePer((object: GovernedObject): readonly Written[] =>
  tagsOf(object)
    .filter((tag) => WRITTEN.has(tag.kind) && tag.role !== 'GOVERNANCE')
    .map((tag) => ({ name: tag.name, isSensitive: tag.sensitive === true })),
);

/** What in a value, its items or its parts shows damage; null when nothing does. */
const damageOf = (value: Value): string | null => {
  if (typeof value === 'string') return damageIn(value);
  if (value === null || typeof value !== 'object') return null;
  for (const key in value) {
    const part: unknown = value[key as keyof Value];
    const found = typeof part === 'string' ? damageIn(part) : null;
    if (found) return found;
  }
  return null;
};

/** 3.2.7: a text that was damaged on its way says nothing. What is left of it is shown unless the tag is sensitive. */
export const damaged: Rule = {
  name: 'damaged',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const { name, isSensitive } of textsOf(object)) {
      const found = damageOf(values[name]);
      if (found) report('TEXT_DAMAGED', 'ERROR', name, isSensitive ? {} : { found }, '3.2.7');
    }
  },
};
