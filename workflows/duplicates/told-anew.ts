import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf } from '../run/run.ts';
import { duplicatesMemory } from './duplicates-memory.ts';
import { type DateOf, likeDealsOf } from './like-deals.ts';

/**
 * The opportunities that are to be told anew of this one: those that have become probably the same, and those that are
 * so no more; all of them when it bears another name, or came back.
 */
export const toldAnew = (deal: TwentyRecord, dateOf: DateOf, isBack: boolean): readonly string[] => {
  const { alike: before = [], alikeAs } = remembered(duplicatesMemory, deal) ?? {};
  const now = likeDealsOf(deal, dateOf).map(idOf);
  const all = [...new Set([...before, ...now])];
  if (isBack || alikeAs !== nameOf('opportunity', deal)) return all;
  return all.filter((id) => before.includes(id) !== now.includes(id));
};
