import { askApi } from '../api-client.ts';
import { type MonthCount, type MonthOnTime, onTimeByMonth } from './on-time.ts';

interface Groups {
  readonly tagChangeNoticesGroupBy: readonly {
    readonly groupByDimensionValues: readonly (string | null)[];
    readonly totalCount: number;
  }[];
}

/** Twenty answers 50 groups unless more are asked for: three statuses by the months of many years. */
const MOST_GROUPS = 1000;
/** Months that are shown. */
export const MONTHS = 12;

const QUERY = `query OnTime($limit: Int) {
  tagChangeNoticesGroupBy(
    groupBy: [{ dueOn: { granularity: MONTH } }, { status: true }]
    filter: { status: { in: [DONE, DONE_LATE, OVERDUE] } }
    limit: $limit
  ) {
    groupByDimensionValues
    totalCount
  }
}`;

/** Reads how many of the changes that whoever looks may see were updated in time: one grouped request. */
export const loadOnTime = async (): Promise<readonly MonthOnTime[]> => {
  const { tagChangeNoticesGroupBy } = await askApi<Groups>(QUERY, { limit: MOST_GROUPS });
  const counts = tagChangeNoticesGroupBy.map(
    ({ groupByDimensionValues: [month = null, status = null], totalCount }): MonthCount => ({
      month,
      status,
      count: totalCount,
    }),
  );
  return onTimeByMonth(counts, MONTHS);
};
