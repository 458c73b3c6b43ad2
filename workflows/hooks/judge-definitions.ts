import { judgeDefinition } from '../dictionary/judge-definition.ts';
import { judgeDeletion } from '../dictionary/judge-deletion.ts';
import { isIn } from '../gateway/filter.ts';
import { isLive } from '../gateway/live-or-deleted.ts';
import { readNamed } from '../gateway/read.ts';
import { type FollowResult, NOTHING, reportFailures } from '../gateway/report.ts';
import { ACTOR } from '../gateway/selection.ts';
import { writePlan } from '../gateway/write.ts';
import { emptyDraft } from '../run/plan.ts';
import type { RecordChange, TwentyRecord } from '../run/record-change.ts';
import { idOf, textOrNull } from '../run/run.ts';
import { readEnvironment } from './environment.ts';
import { rulingRows } from './ruling-rows.ts';
import { termTaskQueries, termTasksOf } from './term-tasks.ts';

/** What judging an entry looks at. */
const DEFINITION_SELECTION = `id name objectName tag option term definition status problems requiredFrom isMajorChange replacedById replacement judgedRuling writtenAs useCount createdAt updatedAt deletedAt updatedBy${ACTOR}`;

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

/** What a filter finds of what is there, and these of the deleted: in one list, for a request has one of each object. */
const withDeleted = (filter: Filter, ids: readonly string[]): Filter =>
  ids.length === 0
    ? filter
    : { or: [{ and: [filter, { deletedAt: { is: 'NULL' } }] }, { id: { in: ids }, deletedAt: { is: 'NOT_NULL' } }] };

/**
 * Judges the dictionary's entries that a person made, changed or deleted (3.1.8–3.1.10, 3.2.2), and their neighbours that
 * have problems already, which the change may have solved; new terms are somebody's to define.
 * What was changed of a tag's rules is in the log before it is remembered: a run that is cut off between the two tells
 * the same fact again, which is one row.
 */
export const judgeDefinitions = async (changes: readonly RecordChange[]): Promise<FollowResult> => {
  const { client, settings, now } = readEnvironment();
  if (settings.isPaused) return NOTHING;
  const ids = new Set(changes.map((change) => change.recordId));
  const deleters = new Map(
    changes.filter(({ action }) => action === 'deleted').map(({ recordId, memberId }) => [recordId, memberId]),
  );
  const sights = changes.flatMap(({ before, after }) => [before, after]).filter((record) => record !== null);
  const replacing = sights.map(({ replacedById }) => textOrNull(replacedById)).filter((id) => id !== null);
  const filter = {
    or: [{ id: { in: [...ids, ...replacing] } }, ...isIn('replacedById', ids), ...uniqueFilters(sights.map(placeOf))],
  };
  const found = await readNamed(client, {
    rows: {
      object: 'tagDefinition',
      filter: withDeleted(filter, [...deleters.keys()]),
      selection: DEFINITION_SELECTION,
    },
    ...termTaskQueries(ids),
  });
  const { rows: read = [], users = [] } = found;
  const [rows, gone] = [read.filter(isLive), read.filter((row) => !isLive(row))];
  const { noticeLanguage: language } = settings;
  const deletions = gone.map((row) =>
    judgeDeletion(row, { count: Number(row.useCount ?? 0), live: rows, by: deleters.get(idOf(row)) ?? null, language }),
  );
  const restored = deletions.flatMap((deletion) => deletion.restored ?? []);
  const back = new Set(restored.map(({ id }) => id));
  // What came back has been told why, and is judged anew when somebody writes it.
  const isSubject = (row: TwentyRecord): boolean =>
    ids.has(String(row.replacedById)) || (!deleters.has(idOf(row)) && (ids.has(idOf(row)) || Boolean(row.problems)));
  const judged = rows.filter(isSubject).map((row) => judgeDefinition(row, rows, language));
  const patches = new Map(judged.flatMap(({ patch }) => (patch ? [[patch.id, patch] as const] : [])));
  const asJudged = [...rows, ...gone.filter((row) => back.has(idOf(row)))]
    .filter(({ id }) => ids.has(String(id)))
    .map((row) => ({ ...row, ...patches.get(String(row.id))?.fields }));
  const { written, failures } = await writePlan(client, {
    ...emptyDraft(),
    logs: rulingRows(
      [...judged, ...deletions].flatMap(({ fact }) => fact ?? []),
      settings,
      rows,
      users,
    ),
    ...termTasksOf(found, ids, asJudged, settings, now),
    made: { tagDefinition: restored },
    subjects: { tagDefinition: [...patches.values()] },
  });
  reportFailures(failures);
  return { judged: judged.length + gone.length, written, failures: failures.length };
};
