import { asText, type Value } from '../judgement/values.ts';
import type { TwentyRecord } from '../run/record-change.ts';

const productName = (product: TwentyRecord): string =>
  [product.name, product.model]
    .map((part) => asText(part as Value))
    .filter(Boolean)
    .join(' ');

/** The name of an offered product: that of the product and its model. */
export const itemName = (item: TwentyRecord): string | null => {
  const product = (item.product ?? null) as TwentyRecord | null;
  return product ? productName(product) : null;
};
