import { STAGES } from '../../../objects/taxonomy/types.ts';
import { askApi } from '../api-client.ts';
import { type MoveBack, type StageConversion, type StageCount, stageConversion } from './stage-conversion.ts';

interface Page {
  readonly opportunitiesGroupBy?: readonly {
    readonly groupByDimensionValues: readonly (string | null)[];
    readonly totalCount: number;
  }[];
  readonly tagLogs: {
    readonly edges: readonly {
      readonly node: {
        readonly before: string | null;
        readonly opportunity: { readonly id: string; readonly tagStage: string | null } | null;
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Twenty answers 50 groups unless more are asked for; there are as many as stages by outcomes, and nothing. */
const COUNTS = `opportunitiesGroupBy(groupBy: [{ tagStage: true }, { tagOutcome: true }], limit: 100) {
  groupByDimensionValues
  totalCount
}`;

const queryOf = (withCounts: boolean): string => `query Conversion($filter: TagLogFilterInput, $after: String) {
  ${withCounts ? COUNTS : ''}
  tagLogs(filter: $filter, first: 200, after: $after) {
    edges { node { before opportunity { id tagStage } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Moves back need a reason and are few: only they are read one by one. */
const MOVED_BACK = {
  kind: { eq: 'STAGE_MOVED' },
  or: STAGES.slice(1).map((stage, at) => ({ before: { eq: stage }, after: { in: STAGES.slice(0, at + 1) } })),
};

const movesOf = (page: Page): readonly MoveBack[] =>
  page.tagLogs.edges.flatMap(({ node: { before, opportunity } }) =>
    opportunity ? [{ opportunityId: opportunity.id, from: before, now: opportunity.tagStage }] : [],
  );

/** Reads the conversion of the opportunities that whoever looks may see: one request, unless many moved back. */
export const loadConversion = async (): Promise<readonly StageConversion[]> => {
  let page = await askApi<Page>(queryOf(true), { filter: MOVED_BACK });
  const counts = (page.opportunitiesGroupBy ?? []).map(
    ({ groupByDimensionValues: [stage = null, outcome = null], totalCount }): StageCount => ({
      stage,
      outcome,
      count: totalCount,
    }),
  );
  const moves = [...movesOf(page)];
  while (page.tagLogs.pageInfo.hasNextPage) {
    page = await askApi<Page>(queryOf(false), { filter: MOVED_BACK, after: page.tagLogs.pageInfo.endCursor });
    moves.push(...movesOf(page));
  }
  return stageConversion(counts, moves);
};
