import { countGroups, type Grouping, wordOf } from './group-counts.ts';
import { type MonthOnTime, onTimeByMonth } from './on-time.ts';

/** Months that are shown. */
export const MONTHS = 12;

/** Three statuses by the months of many years. */
const DUE_BY_MONTH: Grouping = {
  plural: 'tagChangeNotices',
  by: ['dueOn: { granularity: MONTH }', 'status: true'],
  where: 'status: { in: [DONE, DONE_LATE, OVERDUE] }',
  most: 1000,
};

/** Reads how many of the changes that whoever looks may see were updated in time: one grouped request. */
export const loadOnTime = async (): Promise<readonly MonthOnTime[]> => {
  const groups = await countGroups(DUE_BY_MONTH);
  return onTimeByMonth(
    groups.map(({ values: [month, status], count }) => ({ month: wordOf(month), status: wordOf(status), count })),
    MONTHS,
  );
};
