import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { duplicateQueries, duplicatesIn } from '../gateway/duplicates.ts';
import { loadStockStages } from '../gateway/load.ts';
import {
  firstSets,
  type LoadedPage,
  pageOfTeam,
  pageSnapshot,
  readPages,
  type TeamLists,
} from '../gateway/load-page.ts';
import type { Lists, NamedQueries } from '../gateway/read.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Duplicates, Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import type { Outbox } from './outbox.ts';

/** What the judgements of a sweep go by. */
export interface SweepRun {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  readonly surroundings: Surroundings;
  readonly isInstalling: boolean;
  readonly outbox: Outbox;
}

export interface ObjectSweep extends SweepRun {
  readonly object: GovernedObject;
  /** The last id already judged; null to begin. */
  readonly after: string | null;
  /** What was written before was looked at by a sweep before this one. ISO 8601. */
  readonly since: string;
  /** What {@link firstSetsOf} found, where it came along with an earlier request. */
  readonly begun?: readonly Lists[] | undefined;
  /** What is read next, which comes along with the last request where it can. */
  readonly next?: readonly NamedQueries[];
  /** Whether the run's time is used up. */
  readonly isOver: () => boolean;
}

export interface ObjectSweepResult {
  readonly judged: number;
  /** The last id judged when time ran out; null when the object is done. */
  readonly cursor: string | null;
  /** What was found of `next`; undefined where it did not come along. */
  readonly following?: readonly Lists[] | undefined;
}

/** What the first request of an object's sweep asks for. */
export const firstSetsOf = (object: GovernedObject, after: string | null): readonly NamedQueries[] =>
  firstSets(object, after, duplicateQueries[object]);

/** Once some opportunity's stage would have to follow, Twenty's options are asked for; once a sweep. */
const stockStagesOnce = (client: TwentyClient): ((deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>) => {
  let known: ReadonlySet<string> | undefined;
  return async (deals) => {
    if (known) return known;
    const found = await loadStockStages(client, deals);
    if (found.size > 0) known = found;
    return found;
  };
};

/** Judges the records of a page. */
const judgePage = async (
  { client, surroundings, settings, now, isInstalling, outbox }: SweepRun,
  object: GovernedObject,
  page: LoadedPage,
  duplicates: Duplicates,
  stockStages: (deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>,
): Promise<number> => {
  const snapshot = await pageSnapshot(client, object, page, duplicates, stockStages);
  await outbox.add(planRun({ snapshot, surroundings, settings, now, isInstalling }));
  return page.records.length;
};

/** Judges the whole team, with what hangs on it. */
export const sweepTeam = async (run: SweepRun, lists: TeamLists): Promise<number> => {
  const page = pageOfTeam(run.surroundings.members, lists);
  const judged = await judgePage(run, 'tagMember', page, duplicatesIn({}), async () => new Set());
  await run.outbox.flush();
  return judged;
};

/** Judges every record of one object, a page at a time in the order of ids. Pages are judged as they come and forgotten. */
export const sweepObject = async (sweep: ObjectSweep): Promise<ObjectSweepResult> => {
  const { client, object, after, begun, next = [], outbox } = sweep;
  const stockStages = stockStagesOnce(client);
  let judged = 0;
  let following: readonly Lists[] | undefined;
  const along = duplicateQueries[object] ?? [];
  const since = sweep.isInstalling ? null : sweep.since;
  if (sweep.isOver()) return { judged, cursor: after ?? '' };
  for await (const page of readPages(client, object, after, { begun, next, along, since })) {
    judged += await judgePage(sweep, object, page, duplicatesIn(page.beside), stockStages);
    if (sweep.isOver()) {
      await outbox.flush();
      return { judged, cursor: String(page.records.at(-1)?.id) };
    }
    following = page.following;
  }
  await outbox.flush();
  return { judged, cursor: null, following };
};
