import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyClient } from '../../plugin/gateway/client.ts';
import { loadStockStages } from '../../plugin/gateway/load.ts';
import { besideQueries, pageSnapshot } from '../../plugin/gateway/load-page.ts';
import { PAGE_SIZE, readPage } from '../../plugin/gateway/read.ts';
import { pageSelectionOf } from '../../plugin/gateway/selection.ts';
import { planRun } from '../pipeline/plan-run.ts';
import type { TwentyRecord } from '../pipeline/record-change.ts';
import type { Duplicates, Surroundings } from '../pipeline/snapshot.ts';
import type { Settings } from '../settings.ts';
import type { Outbox } from './outbox.ts';

export interface ObjectSweep {
  readonly client: TwentyClient;
  readonly settings: Settings;
  readonly now: Date;
  readonly object: GovernedObject;
  /** The last id already judged; null to begin. */
  readonly after: string | null;
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

const isAfter = (id: string | null) => (id ? { id: { gt: id } } : {});

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

/**
 * Judges every record of one object, a page at a time in the order of ids. Each request reads the next page together
 * with what the page before needs beside it: one request a page. Pages are judged as they come and forgotten.
 */
export const sweepObject = async (sweep: ObjectSweep): Promise<ObjectSweepResult> => {
  const { client, settings, now, object, surroundings, duplicates, isInstalling, outbox } = sweep;
  if (object === 'tagMember') return sweepTeam(sweep);
  const stockStages = stockStagesOnce(client);
  let after = sweep.after;
  let judged = 0;
  let waiting: readonly TwentyRecord[] = [];
  let hasMore = true;
  while (hasMore || waiting.length > 0) {
    if (sweep.isOver()) {
      await outbox.flush();
      return { judged, cursor: lastJudged(after, waiting, sweep.after) };
    }
    const { page, beside } = await readPage(
      client,
      hasMore ? { object, filter: isAfter(after), selection: pageSelectionOf(object) } : null,
      besideQueries(object, waiting),
    );
    if (waiting.length > 0) {
      const snapshot = await pageSnapshot(object, waiting, beside, duplicates, stockStages);
      await outbox.add(planRun({ snapshot, surroundings, settings, now, isInstalling }));
      judged += waiting.length;
    }
    waiting = page;
    hasMore = page.length === PAGE_SIZE;
    after = page.length > 0 ? String(page.at(-1)?.id) : after;
  }
  await outbox.flush();
  return { judged, cursor: null };
};

/** The team was read whole as what every judgement looks at: it is not read again. */
const sweepTeam = async (sweep: ObjectSweep): Promise<ObjectSweepResult> => {
  const { client, settings, now, surroundings, duplicates, isInstalling, outbox } = sweep;
  const { members } = surroundings;
  const none = async () => new Set<string>();
  const { beside } = await readPage(client, null, besideQueries('tagMember', members));
  const snapshot = await pageSnapshot('tagMember', members, beside, duplicates, none);
  await outbox.add(planRun({ snapshot, surroundings, settings, now, isInstalling }));
  await outbox.flush();
  return { judged: members.length, cursor: null };
};

/** Where to go on: before the page that was read and not judged. */
const lastJudged = (after: string | null, waiting: readonly TwentyRecord[], began: string | null): string => {
  const first = waiting[0]?.id;
  // The id just before the first of the page: the page is read again as a whole.
  return first === undefined ? (after ?? began ?? '') : before(String(first));
};

/** The greatest UUID below this one. */
const before = (id: string): string => {
  const digits = id.replaceAll('-', '');
  const previous = (BigInt(`0x${digits}`) - 1n).toString(16).padStart(32, '0');
  return previous.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
