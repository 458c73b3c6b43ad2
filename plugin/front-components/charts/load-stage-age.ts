import { askApi } from '../api-client.ts';
import { type ArrivalCount, type StageAge, stageAge } from './stage-age.ts';

interface Groups {
  readonly opportunitiesGroupBy: readonly {
    readonly groupByDimensionValues: readonly (string | null)[];
    readonly totalCount: number;
  }[];
}

/** Twenty answers 50 groups unless more are asked for: eight stages by the days of most of a year. */
const MOST_GROUPS = 2000;

const QUERY = `query StageAge($limit: Int) {
  opportunitiesGroupBy(
    groupBy: [{ tagStage: true }, { tagStageSince: { granularity: DAY } }]
    filter: { tagOutcome: { eq: OPEN } }
    limit: $limit
  ) {
    groupByDimensionValues
    totalCount
  }
}`;

/** Reads how long the open opportunities that whoever looks may see have stood in their stage: one grouped request. */
export const loadStageAge = async (): Promise<readonly StageAge[]> => {
  const { opportunitiesGroupBy } = await askApi<Groups>(QUERY, { limit: MOST_GROUPS });
  const counts = opportunitiesGroupBy.map(
    ({ groupByDimensionValues: [stage = null, since = null], totalCount }): ArrivalCount => ({
      stage,
      since,
      count: totalCount,
    }),
  );
  return stageAge(counts, Date.now());
};
