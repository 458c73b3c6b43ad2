import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Patch } from '../run/snapshot.ts';
import { itemName } from './item-name.ts';
import type { ItemFields } from './sold-items.ts';

/** An item of a deal that is gone is sold no more. */
const UNSOLD = { soldOn: null, industry: null };

/**
 * An offered product has no name of its own: it bears that of the product. What is known of its sale stands on it too;
 * of a deal that was not looked at, nothing is known.
 */
export const followItems = (items: readonly TwentyRecord[], sold: ItemFields): readonly Patch[] =>
  items.flatMap((item) => {
    const name = itemName(item);
    const isOrphan = 'opportunity' in item && item.opportunity === null;
    const fields = { ...(name === null ? {} : { name }), ...(isOrphan ? UNSOLD : sold.get(String(item.id))) };
    return differenceOf(item, fields) ?? [];
  });
