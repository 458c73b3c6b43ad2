import { productKey } from '../judgement/rules/product.ts';
import { asText, type Value } from '../judgement/values.ts';
import { nameKey } from '../rules/legal-name.ts';
import type { TwentyRecord } from './record-change.ts';
import type { Snapshot } from './snapshot.ts';

/** Names, codes and models that more than one of the records bears. */
export const duplicatesAmong = (
  companies: readonly TwentyRecord[],
  products: readonly TwentyRecord[],
  compactCode: (code: string) => string,
): Snapshot['duplicates'] => ({
  names: repeated(companies.map((one) => nameKey(asText(one.name as Value)))),
  creditCodes: repeated(companies.map((one) => compactCode(asText(one.tagCreditCode as Value)))),
  products: repeated(products.map((one) => productKey(asText(one.name as Value), asText(one.model as Value)))),
});

const repeated = (keys: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const key of keys) {
    if (key === '') continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
};
