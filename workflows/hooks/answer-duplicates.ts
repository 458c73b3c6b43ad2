import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import type { Mergeable } from '../duplicates/plan-merge.ts';
import { loadDuplicates } from '../gateway/like-records.ts';
import { mayMerge } from '../gateway/merging.ts';
import type { DuplicatesAnswer } from '../panel/duplicates.ts';
import { duplicatesOf } from '../panel/duplicates-of.ts';
import { type Input, idIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';
import { mergeableIn } from './read-merge-request.ts';

interface DuplicatesRequest extends Wanted {
  readonly object: Mergeable;
}

const readDuplicatesRequest = (input: Input): DuplicatesRequest => ({
  object: mergeableIn(input),
  ids: [idIn(input, 'id')],
});

const work = async (
  environment: Environment,
  { language, readable }: Caller,
  { object, ids }: DuplicatesRequest,
): Promise<DuplicatesAnswer> => {
  const [id = ''] = ids;
  if (!readable.has(id)) throw new RequestFault('NOT_FOUND');
  const { client, callerClient, settings } = environment;
  const { dateOf } = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  const [found, canMerge] = await Promise.all([
    loadDuplicates({ client, callerClient }, object, id, dateOf),
    mayMerge(callerClient, object),
  ]);
  if (!found) throw new RequestFault('NOT_FOUND');
  return { ...duplicatesOf({ ...found, object, language, dateOf }), mayMerge: canMerge };
};

/** The records that are probably the same as one, side by side with it, as far as whoever asks may see them (5.2.7). */
export const showDuplicates = answerRoute(readDuplicatesRequest, work);
