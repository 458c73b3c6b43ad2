import { taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS, type GovernedObject, perGovernedObject, type Tag } from '../../../objects/taxonomy/types.ts';
import { damageIn } from '../../rules/characters.ts';
import type { Value } from '../values.ts';
import type { Rule } from './types.ts';

const WRITTEN = new Set(['TEXT', 'LONG_TEXT', 'ARRAY', 'ADDRESS', 'FULL_NAME']);

const textsOf = (object: GovernedObject): readonly Tag[] =>
  taxonomy.filter((tag) => tag.object === object && WRITTEN.has(tag.kind) && tag.role !== 'GOVERNANCE');

const tags = perGovernedObject(textsOf);

/** What in a value, its items or its parts shows damage; null when nothing does. */
const damageOf = (value: Value | undefined): string | null => {
  if (typeof value === 'string') return damageIn(value);
  if (value === null || typeof value !== 'object') return null;
  for (const part of Object.values(value)) {
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
    for (const tag of tags[object]) {
      const found = damageOf(values[tag.name]);
      if (found) report('TEXT_DAMAGED', 'ERROR', tag.name, tag.sensitive ? {} : { found }, '3.2.7');
    }
  },
};
