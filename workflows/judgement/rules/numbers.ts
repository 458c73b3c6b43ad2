import { tagsOf } from '../../../objects/taxonomy/facts.ts';
import { GOVERNED_OBJECTS, type GovernedObject, type Kind } from '../../../objects/taxonomy/types.ts';
import { oncePer } from '../../rules/once.ts';
import { asMoney, asNumber } from '../values.ts';
import type { Rule } from './types.ts';

const numeric = new Set(['INTEGER', 'NUMBER', 'PERCENT', 'CURRENCY']);

interface Numeric {
  readonly name: string;
  readonly kind: Kind;
  readonly isPositive: boolean;
  readonly isSensitive: boolean;
}

const numbersOf = oncePer((object: GovernedObject): readonly Numeric[] =>
  tagsOf(object)
    .filter((tag) => numeric.has(tag.kind) && tag.role !== 'GOVERNANCE')
    .map(({ name, kind, positive = false, sensitive = false }) => ({
      name,
      kind,
      isPositive: positive,
      isSensitive: sensitive,
    })),
);

/** Amounts and counts are not below zero; some must be above it; counts are whole, a percent at most a hundred (3.2.7). */
export const numbers: Rule = {
  name: 'numbers',
  objects: GOVERNED_OBJECTS,
  judge: (values, _context, report, object) => {
    for (const { name, kind, isPositive, isSensitive } of numbersOf(object)) {
      const value = values[name];
      if (value === null || value === undefined) continue;
      const number = kind === 'CURRENCY' ? (asMoney(value)?.amountMicros ?? null) : asNumber(value);
      if (number === null) continue;
      if (number < 0) report('NEGATIVE_AMOUNT', 'ERROR', name);
      else if (isPositive && number === 0) report('NOT_POSITIVE', 'ERROR', name);
      else if (kind === 'INTEGER' && !Number.isInteger(number))
        report('NOT_A_WHOLE_NUMBER', 'ERROR', name, isSensitive ? {} : { value: number });
      else if (kind === 'PERCENT' && number > 100) report('PERCENT_ABOVE_HUNDRED', 'ERROR', name);
    }
  },
};
