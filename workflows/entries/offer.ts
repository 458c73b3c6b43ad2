import { tagOf } from '../../objects/taxonomy/facts.ts';
import type { TagChange } from '../memory/seen.ts';
import { canonical } from '../rules/canonical.ts';
import { digest } from '../rules/digest.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';

/** The products an opportunity offers, as they are remembered; they stand on records of their own. */
export const offerOf = (record: TwentyRecord): string => {
  const items = nodesOf(record.tagItems)
    .map((item) => [idOf(item), item.productId ?? null, item.quantity ?? null, item.amount ?? null])
    .sort(([left], [right]) => String(left).localeCompare(String(right), 'en'));
  return digest(canonical(items));
};

/** A changed offer as a change of the opportunity's tags (2.2.9). */
export const offerChange = (mark: string): TagChange => ({
  tag: tagOf('opportunity', 'tagItems'),
  kind: 'CHANGED',
  before: null,
  after: null,
  mark,
});
