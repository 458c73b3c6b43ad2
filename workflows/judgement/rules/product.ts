import { nameKey } from '../../rules/legal-name.ts';
import { asText } from '../values.ts';
import type { Rule } from './types.ts';

/** The beginning of the keys of products of a name: no key of a name holds a slash. */
export const productKeyBegin = (name: string): string => `${nameKey(name)}/`;

/** The key two products must not share: name and model (2.3.2). Empty for a product without a name. */
export const productKey = (name: string, model: string): string =>
  nameKey(name) === '' ? '' : `${productKeyBegin(name)}${nameKey(model)}`;

/** 2.3.2: name and model together tell a product. */
export const productName: Rule = {
  name: 'product-name',
  objects: ['tagProduct'],
  judge: (values, context, report) => {
    const name = asText(values.name);
    if (name && context.otherNames?.has(productKey(name, asText(values.model)))) {
      report('NAME_DUPLICATE', 'ERROR', 'name', {}, '2.3.2');
    }
  },
};
