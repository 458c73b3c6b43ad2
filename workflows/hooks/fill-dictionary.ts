import { dictionaryRows } from '../dictionary/dictionary-rows.ts';
import { planDictionary } from '../dictionary/plan-dictionary.ts';
import { LIVE_OR_DELETED } from '../gateway/live-or-deleted.ts';
import { readLists } from '../gateway/read.ts';
import { upsertRecords, WRITE_SIZE, type WriteResult } from '../gateway/write.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Environment } from './environment.ts';

const SELECTION = 'id name objectName tag option term definition usage status writtenAs deletedAt';

/**
 * Makes the dictionary say what the taxonomy says (1.3.3), without touching what a person changed. Writes nothing when
 * nothing is missing or outdated, so it may run as often as one likes.
 */
export const fillDictionary = async ({ client, settings }: Environment): Promise<WriteResult> => {
  const rows = dictionaryRows(settings.noticeLanguage);
  const stored: TwentyRecord[] = [];
  for (let at = 0; at < rows.length; at += WRITE_SIZE) {
    const ids = rows.slice(at, at + WRITE_SIZE).map(({ id }) => id);
    // What a person deleted stays deleted.
    const filter = { and: [{ id: { in: ids } }, LIVE_OR_DELETED] };
    const [found = []] = await readLists(client, [{ object: 'tagDefinition', filter, selection: SELECTION }]);
    stored.push(...found);
  }
  return upsertRecords(client, 'tagDefinition', planDictionary(rows, stored));
};
