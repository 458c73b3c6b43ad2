import { askApi } from '../api-client.ts';
import { type GroupCount, type Grouping, groupField, groupsIn, wordOf } from './group-counts.ts';
import { type DatedDuty, type MonthCount, type MonthOnTime, onTimeByMonth } from './on-time.ts';

/** Months that are shown. */
export const MONTHS = 12;

/** Three statuses by the months of many years. */
const CHANGES: Grouping = {
  plural: 'tagChangeNotices',
  by: ['dueOn: { granularity: MONTH }', 'status: true'],
  where: 'status: { in: [DONE, DONE_LATE, OVERDUE] }',
  most: 1000,
};

/** What was done late is in the log twice: as missed when its last day was over, and as done since. */
const JUDGED: Grouping = {
  plural: 'tagLogs',
  by: ['dueOn: { granularity: MONTH }', 'kind: true'],
  where:
    'or: [{ kind: { in: [COMPLETION_MISSED, CORRECTION_MISSED] } }, { and: [{ kind: { in: [COMPLETED, CORRECTED] } }, { onTime: { eq: true } }] }]',
  most: 1000,
};

const IN_TIME: ReadonlySet<string | null> = new Set(['DONE', 'COMPLETED', 'CORRECTED']);
const CORRECTIONS: ReadonlySet<string | null> = new Set(['CORRECTED', 'CORRECTION_MISSED']);

const countsOf = (groups: readonly GroupCount[], dutyOf: (kind: string | null) => DatedDuty): readonly MonthCount[] =>
  groups.map(({ values: [month, word], count }) => {
    const kind = wordOf(word);
    return { duty: dutyOf(kind), month: wordOf(month), isOnTime: IN_TIME.has(kind), count };
  });

/** Reads how much was in time of what whoever looks may see: one request. */
export const loadOnTime = async (): Promise<readonly MonthOnTime[]> => {
  const answer = await askApi(`query OnTime { ${groupField(CHANGES)} ${groupField(JUDGED)} }`);
  return onTimeByMonth(
    [
      ...countsOf(groupsIn(answer, CHANGES), () => 'CHANGE'),
      ...countsOf(groupsIn(answer, JUDGED), (kind) => (CORRECTIONS.has(kind) ? 'CORRECTION' : 'COMPLETION')),
    ],
    MONTHS,
  );
};
