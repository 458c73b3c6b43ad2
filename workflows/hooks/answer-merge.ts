import type { Mergeable } from '../duplicates/plan-merge.ts';
import { mayMerge, readChildren } from '../gateway/merging.ts';
import { readLists } from '../gateway/read.ts';
import { remembered } from '../memory/core.ts';
import { mergesMemory } from '../merges/merges-memory.ts';
import type { MergeAnswer } from '../panel/duplicates.ts';
import { previewOf } from '../panel/merge-preview.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { nameOf } from '../run/run.ts';
import { answerRoute, type Caller } from './answer-route.ts';
import type { Environment } from './environment.ts';
import { mergeRecords, readPair } from './merge-records.ts';
import { type MergeRequest, readMergeRequest } from './read-merge-request.ts';

const NOTHING_LEFT: Omit<MergeAnswer, 'survivor'> = {
  loser: '',
  moved: [],
  filled: [],
  joined: [],
  kept: [],
  taken: [],
  isDone: true,
};

/** The name of a record in which another went up already: asked once more, that is done. */
const mergedInto = async (
  { client }: Environment,
  object: Mergeable,
  keepId: string,
  loseId: string,
): Promise<string | null> => {
  const query = { object, filter: { id: { eq: keepId } }, selection: 'id name tagBaseline' };
  const [[survivor] = []] = await readLists(client, [query]);
  const { merged = [] } = (survivor && remembered(mergesMemory, survivor)) ?? {};
  return survivor && merged.some((memory) => memory.startsWith(loseId)) ? nameOf(object, survivor) : null;
};

const work = async (environment: Environment, caller: Caller, request: MergeRequest): Promise<MergeAnswer> => {
  const { object, ids, keepId, loseId, isPreview } = request;
  if (!ids.every((id) => caller.readable.has(id))) {
    const survivor = caller.readable.has(keepId) && (await mergedInto(environment, object, keepId, loseId));
    if (survivor) return { ...NOTHING_LEFT, survivor };
    throw new RequestFault('NOT_FOUND');
  }
  if (!(await mayMerge(environment.callerClient, object))) throw new RequestFault('MAY_NOT_MERGE');
  const pair = await readPair(environment, request);
  const children = await readChildren(environment.client, { object, id: loseId, without: pair.ownTasks });
  const preview = previewOf({ ...pair, object, children, language: caller.language });
  if (!isPreview) await mergeRecords(environment, request, pair, caller.id);
  return { ...preview, isDone: !isPreview };
};

/** What merging a record into another would do; and does it, in the name of whoever asks (5.2.7). */
export const merge = answerRoute(readMergeRequest, work);
