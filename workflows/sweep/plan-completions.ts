import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { plannedOf, waitingOf } from '../completion/planned.ts';
import { spreadCompletions } from '../completion/spread-completions.ts';
import type { TwentyClient } from '../gateway/client.ts';
import type { Filter } from '../gateway/filter.ts';
import { type Lists, type NamedQueries, PAGE_SIZE, readLists, readNamed } from '../gateway/read.ts';
import { ACTOR } from '../gateway/selection.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { remembered } from '../memory/core.ts';
import { giveTurn } from '../pipeline/give-turn.ts';
import { startRun } from '../pipeline/start-run.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, ownerField } from '../run/run.ts';
import { emptySnapshot, type Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import { stagesMemory } from '../stages/stages-memory.ts';
import { chunk } from './chunk.ts';

const selectionOf = (object: GovernedObject): string =>
  `id createdAt createdBy${ACTOR} ${ownerField(object)} tagEnteredById tagBaseline`;

/** Of an opportunity that is lost or abandoned nothing more is asked. */
const ALIVE = { tagOutcome: { in: ['OPEN', 'WON'] } };
/** What is incomplete, and not asked for yet. */
const waitingFilter = (object: GovernedObject): Filter => ({
  and: [
    { tagReviewStatus: { eq: 'INCOMPLETE' } },
    { tagCompleteBy: { is: 'NULL' } },
    // What was never judged has no memory to go by.
    { tagBaseline: { is: 'NOT_NULL' } },
    ...(object === 'opportunity' ? [ALIVE] : []),
  ],
});
const PLANNED: Filter = { tagCompletionState: { eq: 'PLANNED' } };

/** Of each object its list, by the object's name. */
const queriesBy = (objects: readonly GovernedObject[], filterOf: (object: GovernedObject) => Filter): NamedQueries =>
  Object.fromEntries(
    objects.map((object) => [object, { object, filter: filterOf(object), selection: selectionOf(object) }]),
  );

/** What waits, by object. */
export const waitingQueries = queriesBy(GOVERNED_OBJECTS, waitingFilter);
const plannedQueries = queriesBy(GOVERNED_OBJECTS, () => PLANNED);

/** What a stage asks for that was entered without it has a task of its own. */
const isGated = (record: TwentyRecord): boolean => remembered(stagesMemory, record)?.gate?.fault === 'UNMET';

/** Which of the team's profiles, that were read for another end, wait. */
export const waitingAmong = (members: readonly TwentyRecord[]): readonly TwentyRecord[] =>
  members.filter(
    ({ tagReviewStatus, tagCompleteBy, tagBaseline }) =>
      tagReviewStatus === 'INCOMPLETE' && !tagCompleteBy && Boolean(tagBaseline),
  );

const dealsOf = (ids: readonly string[]): Filter => ({ and: [{ companyId: { in: ids } }, ALIVE] });

/** What has its day already, with the live opportunities of the customers that wait: one request for two hundred of them. */
const readPlanned = async (
  client: TwentyClient,
  customers: readonly TwentyRecord[],
): Promise<{ readonly planned: Lists; readonly deals: readonly TwentyRecord[] }> => {
  const [first = [], ...others] = chunk(customers.map(idOf), PAGE_SIZE);
  const selection = `${selectionOf('opportunity')} companyId`;
  const filter = first.length > 0 ? { or: [PLANNED, dealsOf(first)] } : PLANNED;
  const planned = await readNamed(client, {
    ...plannedQueries,
    opportunity: { object: 'opportunity', filter, selection },
  });
  const deals = [...(planned.opportunity ?? [])];
  for (const ids of others) {
    const query = { object: 'opportunity', filter: dealsOf(ids), selection: 'id companyId createdAt' };
    deals.push(...((await readLists(client, [query]))[0] ?? []));
  }
  return { planned, deals };
};

/** When the oldest opportunity of each customer began. */
const oldestDeals = (deals: readonly TwentyRecord[]): ReadonlyMap<unknown, string> => {
  const oldest = new Map<unknown, string>();
  for (const { companyId, createdAt } of deals) {
    const known = oldest.get(companyId);
    if (!known || String(createdAt) < known) oldest.set(companyId, String(createdAt));
  }
  return oldest;
};

/** What turns are given by. */
export interface Turns {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  readonly surroundings: Surroundings;
}

/**
 * Gives every incomplete record that was let in, and has none yet, the day from which on it is asked for what it lacks
 * (3.2.3): so many a person and day, the oldest opportunities first.
 */
export const planCompletions = async (
  { client, settings, now, surroundings }: Turns,
  found: Lists,
): Promise<WriteResult> => {
  const aDay = settings.completionsADay;
  const lists = GOVERNED_OBJECTS.map((object) => ({
    object,
    records: (found[object] ?? []).filter((record) => !isGated(record)),
  }));
  if (aDay === 0 || lists.every(({ records }) => records.length === 0)) return { written: 0, failures: [] };

  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const known = await readPlanned(client, found.company ?? []);
  const oldest = oldestDeals(known.deals);
  const planned = GOVERNED_OBJECTS.flatMap((object) =>
    (known.planned[object] ?? []).flatMap((record) => plannedOf(run, object, record) ?? []),
  );
  const waiting = lists.flatMap(({ object, records }) =>
    records.map((record) => {
      const since = object === 'opportunity' ? String(record.createdAt) : (oldest.get(record.id) ?? null);
      return waitingOf(run, object, record, since);
    }),
  );
  const { calendar, today } = run;
  const days = spreadCompletions({ waiting, planned, aDay, today, calendar });
  const draft = emptyDraft();
  for (const { object, records } of lists) {
    const patches = records.flatMap((record) => {
      const opensOn = days.get(idOf(record));
      return (opensOn && giveTurn(run, record, opensOn)) || [];
    });
    if (patches.length > 0) draft.subjects[object] = patches;
  }
  return writePlan(client, draft);
};
