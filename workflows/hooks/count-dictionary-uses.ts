import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { definedTags } from '../dictionary/defined-tags.ts';
import { planUse } from '../dictionary/use-of.ts';
import { readLists } from '../gateway/read.ts';
import { asRetryable, type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { countUses } from '../gateway/use-counts.ts';
import { upsertRecords } from '../gateway/write.ts';
import { readEnvironment } from './environment.ts';

/** As long as a run has, less what it takes to write. */
const BUDGET = 240_000;

/**
 * Counts how the dictionary's tags and options are used and writes what differs (3.2.2, A29): a request a tag, then the
 * entries. A second run of the same day writes nothing.
 * @throws TwentyError when Twenty refuses; named RetryableLogicFunctionError when it could not be reached
 */
export const countDictionaryUses = async (): Promise<FollowResult> => {
  const { client, settings, now } = readEnvironment(BUDGET);
  if (settings.isPaused) return NOTHING;
  const calendar = createWorkingCalendar({ timeZone: settings.timeZone, dayEndsAt: settings.dayEndsAt });
  try {
    const uses = await countUses(client, definedTags());
    const [rows = []] = await readLists(client, [
      {
        object: 'tagDefinition',
        filter: {},
        selection: 'id objectName tag option term useCount lastUsedOn isUnused createdAt',
      },
    ]);
    const patches = planUse(rows, uses, calendar.dateOf(now), calendar.dateOf);
    const { written, failures } = await upsertRecords(client, 'tagDefinition', patches);
    reportFailures(failures);
    return { judged: rows.length, written, failures: failures.length };
  } catch (error) {
    throw asRetryable(error);
  }
};
