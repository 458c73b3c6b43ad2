import { MERGEABLE, type Mergeable, mergedTags } from '../duplicates/plan-merge.ts';
import { type Input, idIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import type { Wanted } from './answer-route.ts';

/** Which record is to go up in which, and whose values stand. */
export interface MergeRequest extends Wanted {
  readonly object: Mergeable;
  readonly keepId: string;
  readonly loseId: string;
  /** Tags of which both hold something else and the loser's is to stand. */
  readonly take: ReadonlySet<string>;
  /** Nothing is written. */
  readonly isPreview: boolean;
}

/** An object whose records can be merged. */
export const mergeableIn = ({ object }: Input): Mergeable => {
  const found = MERGEABLE.find((one) => one === object);
  if (found) return found;
  throw new RequestFault('OBJECT_UNKNOWN', { field: 'object', allowed: MERGEABLE });
};

const takeIn = ({ take = [] }: Input, object: Mergeable): ReadonlySet<string> => {
  const known = new Set(mergedTags(object).map(({ name }) => name));
  if (Array.isArray(take) && take.every((name) => known.has(name))) return new Set(take as readonly string[]);
  throw new RequestFault('TAGS_UNKNOWN', { field: 'take' });
};

export const readMergeRequest = (input: Input): MergeRequest => {
  const object = mergeableIn(input);
  const [keepId, loseId] = [idIn(input, 'keepId'), idIn(input, 'loseId')];
  if (keepId === loseId) throw new RequestFault('SAME_RECORD');
  return {
    object,
    ids: [keepId, loseId],
    keepId,
    loseId,
    take: takeIn(input, object),
    isPreview: input.isPreview === true,
  };
};
