import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { plannedOf, waitingOf } from '../completion/planned.ts';
import { type Planned, spreadCompletions, type Waiting } from '../completion/spread-completions.ts';
import type { TwentyClient } from '../gateway/client.ts';
import type { Filter } from '../gateway/filter.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { PAGE_SIZE, readLists } from '../gateway/read.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { giveTurn } from '../pipeline/give-turn.ts';
import { startRun } from '../pipeline/start-run.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, ownerField } from '../run/run.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';

const ACTOR = '{source workspaceMemberId name}';
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
const plannedFilter = (): Filter => ({ tagCompletionState: { eq: 'PLANNED' } });

type PerObject = readonly { readonly object: GovernedObject; readonly records: readonly TwentyRecord[] }[];

const readEach = async (client: TwentyClient, filterOf: (object: GovernedObject) => Filter): Promise<PerObject> => {
  const lists = await readLists(
    client,
    GOVERNED_OBJECTS.map((object) => ({ object, filter: filterOf(object), selection: selectionOf(object) })),
  );
  return GOVERNED_OBJECTS.map((object, at) => ({ object, records: lists[at] ?? [] }));
};

/** When the oldest live opportunity of each customer began. */
const dealsSince = async (
  client: TwentyClient,
  customers: readonly TwentyRecord[],
): Promise<ReadonlyMap<unknown, string>> => {
  const oldest = new Map<unknown, string>();
  for (let at = 0; at < customers.length; at += PAGE_SIZE) {
    const ids = customers.slice(at, at + PAGE_SIZE).map(idOf);
    const filter = { and: [{ companyId: { in: ids } }, ALIVE] };
    const [deals = []] = await readLists(client, [
      { object: 'opportunity', filter, selection: 'id companyId createdAt' },
    ]);
    for (const { companyId, createdAt } of deals) {
      const known = oldest.get(companyId);
      if (!known || String(createdAt) < known) oldest.set(companyId, String(createdAt));
    }
  }
  return oldest;
};

/**
 * Gives every incomplete record that was let in, and has none yet, the day from which on it is asked for what it lacks
 * (3.2.3): so many a person and day, the oldest opportunities first. Once all have theirs, it costs one request.
 */
export const planCompletions = async ({
  client,
  settings,
  now,
}: {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
}): Promise<WriteResult> => {
  if (settings.completionsADay === 0) return { written: 0, failures: [] };
  const found = await readEach(client, waitingFilter);
  if (found.every(({ records }) => records.length === 0)) return { written: 0, failures: [] };

  const run = startRun({ snapshot: emptySnapshot(), surroundings: await loadSurroundings(client), settings, now });
  const oldest = await dealsSince(client, found.find(({ object }) => object === 'company')?.records ?? []);
  const planned = (await readEach(client, plannedFilter)).flatMap(({ object, records }): readonly Planned[] =>
    records.flatMap((record) => plannedOf(run, object, record) ?? []),
  );
  const waiting = found.flatMap(({ object, records }): readonly Waiting[] =>
    records.map((record) => {
      const since = object === 'opportunity' ? String(record.createdAt) : (oldest.get(record.id) ?? null);
      return waitingOf(run, object, record, since);
    }),
  );
  const { calendar, today } = run;
  const days = spreadCompletions({ waiting, planned, aDay: settings.completionsADay, today, calendar });
  const draft = emptyDraft();
  for (const { object, records } of found) {
    const patches = records.flatMap((record) => {
      const opensOn = days.get(idOf(record));
      return (opensOn && giveTurn(run, record, opensOn)) || [];
    });
    if (patches.length > 0) draft.subjects[object] = patches;
  }
  return writePlan(client, draft);
};
