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

/** What was completed late is in the log twice: as missed when its last day was over, and as completed since. */
const COMPLETIONS: Grouping = {
  plural: 'tagLogs',
  by: ['dueOn: { granularity: MONTH }', 'kind: true'],
  where: 'or: [{ kind: { eq: COMPLETION_MISSED } }, { and: [{ kind: { eq: COMPLETED } }, { onTime: { eq: true } }] }]',
  most: 1000,
};

const IN_TIME: ReadonlySet<string | null> = new Set(['DONE', 'COMPLETED']);

const countsOf = (duty: DatedDuty, groups: readonly GroupCount[]): readonly MonthCount[] =>
  groups.map(({ values: [month, kind], count }) => ({
    duty,
    month: wordOf(month),
    isOnTime: IN_TIME.has(wordOf(kind)),
    count,
  }));

/** Reads how much was in time of what whoever looks may see: one request. */
export const loadOnTime = async (): Promise<readonly MonthOnTime[]> => {
  const answer = await askApi(`query OnTime { ${groupField(CHANGES)} ${groupField(COMPLETIONS)} }`);
  return onTimeByMonth(
    [...countsOf('CHANGE', groupsIn(answer, CHANGES)), ...countsOf('COMPLETION', groupsIn(answer, COMPLETIONS))],
    MONTHS,
  );
};
