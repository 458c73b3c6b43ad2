import { taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS, type GovernedObject, perGovernedObject, type Tag } from '../../../objects/taxonomy/types.ts';
import { asMoney, asNumber } from '../values.ts';
import type { Rule } from './types.ts';

const numeric = new Set(['INTEGER', 'NUMBER', 'PERCENT', 'CURRENCY']);

const numbersOf = (object: GovernedObject): readonly Tag[] =>
  taxonomy.filter((tag) => tag.object === object && numeric.has(tag.kind) && tag.role !== 'GOVERNANCE');

const tags = perGovernedObject(numbersOf);

/** Amounts and counts are not below zero; some must be above it; counts are whole, a percent at most a hundred (3.2.7). */
export const numbers: Rule = {
  name: 'numbers',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const tag of tags[object]) {
      const value = values[tag.name];
      if (value === null || value === undefined) continue;
      const number = tag.kind === 'CURRENCY' ? (asMoney(value)?.amountMicros ?? null) : asNumber(value);
      if (number === null) continue;
      if (number < 0) report('NEGATIVE_AMOUNT', 'ERROR', tag.name);
      else if (tag.positive && number === 0) report('NOT_POSITIVE', 'ERROR', tag.name);
      else if (tag.kind === 'INTEGER' && !Number.isInteger(number))
        report('NOT_A_WHOLE_NUMBER', 'ERROR', tag.name, tag.sensitive ? {} : { value: number });
      else if (tag.kind === 'PERCENT' && number > 100) report('PERCENT_ABOVE_HUNDRED', 'ERROR', tag.name);
    }
  },
};
