import { taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS, type GovernedObject, perGovernedObject, type Tag } from '../../../objects/taxonomy/types.ts';
import { damageIn } from '../../rules/characters.ts';
import type { Value } from '../values.ts';
import type { Rule } from './types.ts';

const WRITTEN = new Set(['TEXT', 'LONG_TEXT', 'ARRAY', 'ADDRESS', 'FULL_NAME']);

const textsOf = (object: GovernedObject): readonly Tag[] =>
  taxonomy.filter((tag) => tag.object === object && WRITTEN.has(tag.kind) && tag.role !== 'GOVERNANCE');

const tags = perGovernedObject(textsOf);

/** The texts of a value: itself, or its items or parts. */
const textsIn = (value: Value): readonly unknown[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value) : [];
};

/** 3.2.7: a text that was damaged on its way says nothing. What is left of it is shown unless the tag is sensitive. */
export const damaged: Rule = {
  name: 'damaged',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const tag of tags[object]) {
      const found = textsIn(values[tag.name])
        .map((text) => (typeof text === 'string' ? damageIn(text) : null))
        .find((damage) => damage !== null);
      if (found) report('TEXT_DAMAGED', 'ERROR', tag.name, tag.sensitive ? {} : { found }, '3.2.7');
    }
  },
};
