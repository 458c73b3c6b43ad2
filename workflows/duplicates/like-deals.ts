import { isSignedStage } from '../judgement/is-signed-stage.ts';
import { areLikeNames } from '../rules/like-names.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, textOrNull } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';

/** The day of an instant in the policy's zone. */
export type DateOf = (instant: string) => string;

/** What is neither won nor lost, nor signed: what was signed and what follows from it are two deals. */
const isOpen = ({ tagOutcome, tagStage }: TwentyRecord): boolean =>
  (textOrNull(tagOutcome) ?? 'OPEN') === 'OPEN' && !isSignedStage(String(tagStage ?? ''));

/** From the day it was entered to the day it is to be closed; without one it has no end. */
const spanOf = ({ createdAt, closeDate }: TwentyRecord, dateOf: DateOf): readonly [from: string, to: string] => {
  const dayOf = (value: unknown): string => {
    const text = textOrNull(value) ?? '';
    return text.includes('T') ? dateOf(text) : text;
  };
  const [from, to] = [dayOf(createdAt), dayOf(closeDate)];
  if (to === '') return [from, '9999-12-31'];
  return [from, to < from ? from : to];
};

const isOverlapping = (left: TwentyRecord, right: TwentyRecord, dateOf: DateOf): boolean => {
  const [[from, to], [otherFrom, otherTo]] = [spanOf(left, dateOf), spanOf(right, dateOf)];
  return from <= otherTo && otherFrom <= to;
};

/** Whether two opportunities of one customer are probably the same (5.2.7). Whichever comes first plays no part. */
export const areLikeDeals = (left: TwentyRecord, right: TwentyRecord, dateOf: DateOf): boolean =>
  isOpen(left) &&
  isOpen(right) &&
  areLikeNames(String(left.name ?? ''), String(right.name ?? '')) &&
  isOverlapping(left, right, dateOf);

/** The opportunities that are probably the same as one that was read with its customer's, in the order of their ids. */
export const likeDealsOf = (deal: TwentyRecord, dateOf: DateOf): readonly TwentyRecord[] =>
  nodesOf((deal.company as TwentyRecord | null | undefined)?.opportunities)
    .filter((other) => other.id !== deal.id && areLikeDeals(deal, other, dateOf))
    .sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
