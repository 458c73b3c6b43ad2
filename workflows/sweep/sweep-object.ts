import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../gateway/client.ts';
import { loadStockStages } from '../gateway/load.ts';
import { type LoadedPage, pageOfTeam, pageSnapshot, readPages } from '../gateway/load-page.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Duplicates, Surroundings } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';
import type { Outbox } from './outbox.ts';

export interface ObjectSweep {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  readonly object: GovernedObject;
  /** The last id already judged; null to begin. */
  readonly after: string | null;
  /** What was written before was looked at by a sweep before this one. ISO 8601. */
  readonly since: string;
  readonly surroundings: Surroundings;
  readonly duplicates: Duplicates;
  readonly isInstalling: boolean;
  readonly outbox: Outbox;
  /** Whether the run's time is used up. */
  readonly isOver: () => boolean;
}

export interface ObjectSweepResult {
  readonly judged: number;
  /** The last id judged when time ran out; null when the object is done. */
  readonly cursor: string | null;
}

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
  sweep: ObjectSweep,
  page: LoadedPage,
  stockStages: (deals: readonly TwentyRecord[]) => Promise<ReadonlySet<string>>,
): Promise<number> => {
  const { object, duplicates, surroundings, settings, now, isInstalling, outbox } = sweep;
  const snapshot = await pageSnapshot(object, page, duplicates, stockStages);
  await outbox.add(planRun({ snapshot, surroundings, settings, now, isInstalling }));
  return page.records.length;
};

/** Judges every record of one object, a page at a time in the order of ids. Pages are judged as they come and forgotten. */
export const sweepObject = async (sweep: ObjectSweep): Promise<ObjectSweepResult> => {
  const { client, object, surroundings, outbox } = sweep;
  const stockStages = stockStagesOnce(client);
  let judged = 0;
  if (object === 'tagMember') {
    // The team was read whole as what every judgement looks at: it is not read again.
    judged = await judgePage(sweep, await pageOfTeam(client, surroundings.members), stockStages);
    await outbox.flush();
    return { judged, cursor: null };
  }
  if (sweep.isOver()) return { judged, cursor: sweep.after ?? '' };
  for await (const page of readPages(client, object, sweep.after, sweep.isInstalling ? null : sweep.since)) {
    judged += await judgePage(sweep, page, stockStages);
    if (sweep.isOver()) {
      await outbox.flush();
      return { judged, cursor: String(page.records.at(-1)?.id) };
    }
  }
  await outbox.flush();
  return { judged, cursor: null };
};
