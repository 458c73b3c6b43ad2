import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import { isLikeCustomer } from '../duplicates/like-customers.ts';
import { type DateOf, likeDealsOf } from '../duplicates/like-deals.ts';
import { type Mergeable, mergedTags } from '../duplicates/plan-merge.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { anyOf, idsOf, isIn } from './filter.ts';
import { customerNamesakes } from './load.ts';
import type { Movers } from './merging.ts';
import { readLists } from './read.ts';
import { fieldsOf, pageSelectionOf, selectionOf } from './selection.ts';
import { completeSiblings } from './siblings.ts';

/** A record and those that are probably the same. */
export interface LikeRecords {
  readonly own: TwentyRecord;
  readonly others: readonly TwentyRecord[];
  /** The same as whoever asks may see them, by id; no values where their role keeps one of the tags from them. */
  readonly visible: ReadonlyMap<string, TwentyRecord>;
  readonly areValuesVisible: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  workspaceMember: 'name{firstName lastName}',
  person: 'name{firstName lastName}',
};

const shown = (tag: TagFacts): string =>
  tag.kind === 'MANY_TO_ONE' ? `${tag.name}{id ${NAMED[tag.relation?.target ?? ''] ?? 'name'}}` : fieldsOf([tag]);

/** What is shown of a record to whoever asks: no sensitive tags (6.1.3). */
const shownSelection = (object: Mergeable): string =>
  [
    'id',
    ...mergedTags(object)
      .filter(({ sensitive }) => !sensitive)
      .map(shown),
  ].join(' ');

const readAll = async (client: TwentyClient, object: Mergeable, ids: readonly string[], selection: string) => {
  const [found = []] = await readLists(client, [{ object, filter: { id: { in: ids } }, selection }]);
  return found;
};

/** As whoever asks may see them: with their values, or else that they are there. */
const readVisible = async (client: TwentyClient, object: Mergeable, ids: readonly string[]) => {
  try {
    return { found: await readAll(client, object, ids, shownSelection(object)), areValuesVisible: true };
  } catch (error) {
    if (!(error instanceof TwentyError) || error.code !== 'FORBIDDEN') throw error;
    return { found: await readAll(client, object, ids, 'id'), areValuesVisible: false };
  }
};

const likeOnes = async (
  client: TwentyClient,
  object: Mergeable,
  own: TwentyRecord,
  dateOf: DateOf,
): Promise<readonly TwentyRecord[]> => {
  if (object === 'opportunity') {
    const [deal = own] = await completeSiblings(client, [own]);
    const ids = likeDealsOf(deal, dateOf).map(idOf);
    return ids.length > 0 ? readAll(client, object, ids, pageSelectionOf(object)) : [];
  }
  const filter = anyOf(customerNamesakes([own]));
  if (!filter) return [];
  const [found = []] = await readLists(client, [{ object, filter, selection: pageSelectionOf(object) }]);
  return found.filter((other) => isLikeCustomer(own, other));
};

/** Reads the records that are probably the same as one; null when that is not there. @throws TwentyError like the client */
export const loadDuplicates = async (
  { client, callerClient }: Movers,
  object: Mergeable,
  id: string,
  dateOf: DateOf,
): Promise<LikeRecords | null> => {
  const [[own] = []] = await readLists(client, [
    { object, filter: anyOf(isIn('id', [id])) ?? {}, selection: selectionOf(object) },
  ]);
  if (!own) return null;
  const others = await likeOnes(client, object, own, dateOf);
  if (others.length === 0) return { own, others, visible: new Map(), areValuesVisible: true };
  const { found, areValuesVisible } = await readVisible(callerClient, object, [id, ...idsOf(others)]);
  const visible = new Map(found.map((record) => [idOf(record), record]));
  return { own, others: others.filter((other) => visible.has(idOf(other))), visible, areValuesVisible };
};
