import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Patch } from '../run/snapshot.ts';
import { itemName } from './item-name.ts';

/** An offered product has no name of its own: it bears that of the product. */
export const nameItems = (items: readonly TwentyRecord[]): readonly Patch[] =>
  items.flatMap((item) => {
    const name = itemName(item);
    return name === null ? [] : (differenceOf(item, { name }) ?? []);
  });
