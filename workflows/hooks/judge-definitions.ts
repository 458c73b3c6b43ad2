import { judgeDefinition } from '../dictionary/judge-definition.ts';
import { readLists } from '../gateway/read.ts';
import { type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { upsertRecords } from '../gateway/write.ts';
import type { RecordChange, TwentyRecord } from '../run/record-change.ts';
import { readEnvironment } from './environment.ts';

const SELECTION = 'id name objectName tag option term definition status problems';

type Filter = Readonly<Record<string, unknown>>;

/** Where names may clash: the options of a tag, or the tags of an object. */
const placeOf = ({ objectName, tag, option }: TwentyRecord): Filter => {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const equals = (field: string, value: string): Filter =>
    value === '' ? { or: [{ [field]: { eq: '' } }, { [field]: { is: 'NULL' } }] } : { [field]: { eq: value } };
  const object = equals('objectName', text(objectName));
  return text(option) === ''
    ? { and: [object, equals('option', '')] }
    : { and: [object, equals('tag', text(tag)), { option: { neq: '' } }] };
};

const uniqueFilters = (filters: readonly Filter[]): readonly Filter[] => [
  ...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values(),
];

/**
 * Judges the dictionary's entries that a person made or changed (3.1.8–3.1.10), and their neighbours that have problems
 * already, which the change may have solved.
 */
export const judgeDefinitions = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const { client, settings } = readEnvironment();
  if (settings.isPaused) return NOTHING;
  const ids = new Set(changes.map((change) => change.recordId));
  const sights = changes.flatMap(({ before, after }) => [before, after]).filter((record) => record !== null);
  const filter = { or: [{ id: { in: [...ids] } }, ...uniqueFilters(sights.map(placeOf))] };
  const [rows = []] = await readLists(client, [{ object: 'tagDefinition', filter, selection: SELECTION }]);
  const subjects = rows.filter((row) => ids.has(String(row.id)) || row.problems);
  const patches = subjects.flatMap((row) => judgeDefinition(row, rows, settings.noticeLanguage) ?? []);
  const { written, failures } = await upsertRecords(client, 'tagDefinition', patches);
  reportFailures(failures);
  return { judged: subjects.length, written, failures: failures.length };
};
