import { STAGES } from '../../../objects/taxonomy/types.ts';
import { askApi } from '../api-client.ts';
import { type Grouping, groupField, groupsIn, wordOf } from './group-counts.ts';
import { type MoveBack, type StageConversion, type StageCount, stageConversion } from './stage-conversion.ts';

interface Page {
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

/** As many groups as stages by outcomes, and nothing. */
const BY_STAGE: Grouping = { plural: 'opportunities', by: ['tagStage: true', 'tagOutcome: true'], most: 100 };

const queryOf = (withCounts: boolean): string => `query Conversion($filter: TagLogFilterInput, $after: String) {
  ${withCounts ? groupField(BY_STAGE) : ''}
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
  const counts = groupsIn(page, BY_STAGE).map(
    ({ values: [stage, outcome], count }): StageCount => ({ stage: wordOf(stage), outcome: wordOf(outcome), count }),
  );
  const moves = [...movesOf(page)];
  while (page.tagLogs.pageInfo.hasNextPage) {
    page = await askApi<Page>(queryOf(false), { filter: MOVED_BACK, after: page.tagLogs.pageInfo.endCursor });
    moves.push(...movesOf(page));
  }
  return stageConversion(counts, moves);
};
