import { askApi } from '../api-client.ts';
import { type GroupCount, type Grouping, groupField, groupsIn, isTrue, wordOf } from './group-counts.ts';
import { type MonthCount, type MonthOnTime, onTimeByMonth } from './on-time.ts';

/** Months that are shown. */
export const MONTHS = 12;

/** Three statuses, reported or found, by the months of many years. */
const CHANGES: Grouping = {
  plural: 'tagChangeNotices',
  by: ['dueOn: { granularity: MONTH }', 'status: true', 'isDetected: true'],
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

/** What was found is late by discovery, however soon it was entered, as in the assessment (A2). */
const changesOf = (groups: readonly GroupCount[]): readonly MonthCount[] =>
  groups.map(({ values: [month, status, isDetected], count }) => {
    const wasFound = isTrue(isDetected);
    return {
      duty: wasFound ? 'DISCOVERY' : 'CHANGE',
      month: wordOf(month),
      isOnTime: !wasFound && IN_TIME.has(wordOf(status)),
      count,
    };
  });

const judgedOf = (groups: readonly GroupCount[]): readonly MonthCount[] =>
  groups.map(({ values: [month, word], count }) => {
    const kind = wordOf(word);
    return {
      duty: CORRECTIONS.has(kind) ? 'CORRECTION' : 'COMPLETION',
      month: wordOf(month),
      isOnTime: IN_TIME.has(kind),
      count,
    };
  });

/** Reads how much was in time of what whoever looks may see: one request. */
export const loadOnTime = async (): Promise<readonly MonthOnTime[]> => {
  const answer = await askApi(`query OnTime { ${groupField(CHANGES)} ${groupField(JUDGED)} }`);
  return onTimeByMonth([...changesOf(groupsIn(answer, CHANGES)), ...judgedOf(groupsIn(answer, JUDGED))], MONTHS);
};
