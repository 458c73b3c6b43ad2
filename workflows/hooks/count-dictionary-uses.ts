import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { definedTags } from '../dictionary/defined-tags.ts';
import { proposedTerms } from '../dictionary/proposed-terms.ts';
import { isOwnEntry } from '../dictionary/term-task.ts';
import { planUse } from '../dictionary/use-of.ts';
import { readAddedOptions } from '../gateway/added-options.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { readLists, readNamed } from '../gateway/read.ts';
import { asRetryable, type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { countUses } from '../gateway/use-counts.ts';
import { sumOfWrites, upsertRecords, type WriteResult, writePlan } from '../gateway/write.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf } from '../run/run.ts';
import { followDeletedEntries } from './deleted-entries.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { termTaskQueries, termTasksOf } from './term-tasks.ts';

/** As long as a run has, less what it takes to write. */
const BUDGET = 240_000;

const SELECTION =
  'id name objectName tag option term status useCount lastUsedOn isUnused writtenAs createdAt deletedAt';

/** All entries, and drafts for options that somebody added in Twenty's settings, which are there from now on. */
const readEntries = async ({ client, settings, now }: Environment) => {
  const [known = []] = await readLists(client, [
    { object: 'tagDefinition', filter: LIVE_OR_DELETED, selection: SELECTION },
  ]);
  const drafts = proposedTerms(await readAddedOptions(client), known, settings.noticeLanguage);
  const made = await upsertRecords(client, 'tagDefinition', drafts);
  const refused = new Set(made.failures.map(({ id }) => id));
  const fresh = drafts
    .filter(({ id }) => !refused.has(id))
    .map(({ id, fields }): TwentyRecord => ({ id, ...fields, createdAt: now.toISOString() }));
  return { entries: [...known, ...fresh], made };
};

/** Gives terms the tasks they should have, whether their events came or not. */
const repairTasks = async (
  { client, settings, now }: Environment,
  entries: readonly TwentyRecord[],
  live: readonly TwentyRecord[],
): Promise<WriteResult> => {
  const terms = entries.filter(isOwnEntry);
  if (terms.length === 0) return { written: 0, failures: [] };
  const ids = new Set(terms.map(idOf));
  const found = await readNamed(client, termTaskQueries(ids));
  return writePlan(client, { ...emptyDraft(), ...termTasksOf(found, ids, live, settings, now) });
};

/**
 * Counts how the dictionary's tags and options are used and writes what differs (3.2.2, A29): a request a tag, then the
 * entries. What is used and was deleted comes back. What people add to the dictionary, or to a list in Twenty's
 * settings, has the task by which it is defined. A second run of the same day writes nothing.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const countDictionaryUses = async (): Promise<FollowResult> => {
  const environment = readEnvironment(BUDGET);
  const { client, settings, now } = environment;
  if (settings.isPaused) return NOTHING;
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  try {
    const uses = await countUses(client, definedTags());
    const { entries, made } = await readEntries(environment);
    const { live, restored } = await followDeletedEntries(environment, entries, uses);
    const tasks = await repairTasks(environment, entries, live);
    const patches = planUse(live, uses, calendar.dateOf(now), calendar.dateOf);
    const counted = await upsertRecords(client, 'tagDefinition', patches);
    const { written, failures } = sumOfWrites([made, restored, tasks, counted]);
    reportFailures(failures);
    return { judged: live.length, written, failures: failures.length };
  } catch (error) {
    throw asRetryable(error);
  }
};
