import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { compactCreditCode } from '../rules/credit-code.ts';
import { nameKey } from '../rules/legal-name.ts';
import { productKey } from './rules/product.ts';
import { asText, type Values } from './values.ts';

/** The fields that hold them. */
export const MATCH_KEYS = ['tagMatchKey', 'tagCreditCodeKey'] as const;

/**
 * What a record is told from its namesakes by (2.3.2, 5.2.7), kept with it: Twenty groups and looks up by what is
 * stored, and the spelling of a name or a code plays no part.
 */
export const matchKeys = (object: GovernedObject, values: Values): Readonly<Record<string, string>> => {
  switch (object) {
    case 'company':
      return {
        tagMatchKey: nameKey(asText(values.name)),
        tagCreditCodeKey: compactCreditCode(asText(values.tagCreditCode)),
      };
    case 'tagProduct':
      return { tagMatchKey: productKey(asText(values.name), asText(values.model)) };
    default:
      return {};
  }
};
