import { judgeDeletion } from '../dictionary/judge-deletion.ts';
import { entryUse, type Uses } from '../dictionary/use-of.ts';
import { isLive } from '../gateway/live-or-deleted.ts';
import { readNamed } from '../gateway/read.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import type { Environment } from './environment.ts';
import { rulingRows } from './ruling-rows.ts';

/** For how long the log is looked at for a deletion whose event may have been lost. */
const WEEK = 7 * 24 * 3_600_000;

/**
 * Brings back deleted entries that are used, and tells the log of deletions it does not know of (3.2.2, A29): their
 * events were lost, or the use was not counted yet.
 * @returns the entries that are there from now on
 */
export const followDeletedEntries = async (
  { client, settings, now }: Environment,
  entries: readonly TwentyRecord[],
  uses: Uses,
): Promise<{ readonly live: readonly TwentyRecord[]; readonly restored: WriteResult }> => {
  const live = entries.filter(isLive);
  const { noticeLanguage: language } = settings;
  const judged = entries
    .filter((row) => !isLive(row))
    .map((row) => {
      const count = entryUse(row, uses)?.count ?? Number(row.useCount ?? 0);
      return { row, ...judgeDeletion(row, { count, live, by: null, language }) };
    })
    .filter(({ row, restored }) => restored || Date.parse(String(row.deletedAt)) > now.getTime() - WEEK);
  if (judged.length === 0) return { live, restored: { written: 0, failures: [] } };
  const told = rulingRows(
    judged.map(({ fact }) => fact),
    settings,
  );
  const { known = [] } = await readNamed(client, {
    known: { object: 'tagLog', filter: { id: { in: told.map(({ id }) => id) } }, selection: 'id' },
  });
  const ids = new Set(known.map(idOf));
  const back = judged.filter(({ restored }) => restored);
  const restored = await writePlan(client, {
    ...emptyDraft(),
    logs: told.filter(({ id }) => !ids.has(id)),
    made: { tagDefinition: back.flatMap((one) => one.restored ?? []) },
  });
  const refused = new Set(restored.failures.map(({ id }) => id));
  return { live: [...live, ...back.map(({ row }) => row).filter((row) => !refused.has(idOf(row)))], restored };
};
