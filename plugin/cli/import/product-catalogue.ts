import { asText, type Value } from '../../../workflows/judgement/values.ts';
import { nameKey } from '../../../workflows/rules/legal-name.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { isId } from '../check/twenty-import.ts';

const textIn = (product: TwentyRecord, field: 'name' | 'model'): string => asText(product[field] as Value);

/** What a product is called: its name and its model. */
export const productName = (product: TwentyRecord): string =>
  [textIn(product, 'name'), textIn(product, 'model')].filter(Boolean).join(' ');

/** The products of a workspace by whatever a file may call them: their id, name, model, or name and model together. */
export class ProductCatalogue {
  readonly #byKey = new Map<string, Set<TwentyRecord>>();

  constructor(products: readonly TwentyRecord[]) {
    for (const product of products) {
      const names = [textIn(product, 'name'), textIn(product, 'model'), productName(product)].map(nameKey);
      for (const key of [String(product.id), ...names]) {
        if (key !== '') this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(product));
      }
    }
  }

  /** The products that are called so: of several it is not known which one is meant. */
  named(text: string): readonly TwentyRecord[] {
    return [...(this.#byKey.get(isId(text) ? text.trim().toLowerCase() : nameKey(text)) ?? [])];
  }
}
