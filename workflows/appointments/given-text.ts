import { tagOf } from '../../objects/taxonomy/facts.ts';
import type { GivenByOthers, SelfGift } from '../run/self-gift.ts';

/** What is no list is one text, of which another takes the place. */
export const isText = (field: GivenByOthers): boolean => tagOf('tagMember', field).options === undefined;

/** The text that others gave last, as the events of the gifts tell, or as it is remembered. */
export const lastGiven = (
  field: GivenByOthers,
  before: readonly string[] = [],
  gifts: readonly SelfGift[],
): readonly string[] => {
  const own = gifts.flatMap((gift) => gift[field]);
  return [...before, ...gifts.flatMap(({ replaced = [] }) => replaced)].filter((one) => !own.includes(one)).slice(-1);
};
