import { askApi } from '../api-client.ts';
import { type GroupCount, wordOf } from './group-counts.ts';
import { type Quality, qualityOf, type StatusCount } from './quality.ts';

type Groups = readonly {
  readonly groupByDimensionValues: GroupCount['values'];
  readonly totalCount: number;
}[];

interface Counts {
  readonly companiesGroupBy: Groups;
  readonly companies: { readonly totalCount: number };
  readonly opportunitiesGroupBy: Groups;
  readonly opportunities: { readonly totalCount: number };
  readonly tagChangeNoticesGroupBy: Groups;
}

const QUERY = `query Quality($customers: CompanyFilterInput, $opportunities: OpportunityFilterInput) {
  companiesGroupBy(groupBy: [{ tagReviewStatus: true }]) { groupByDimensionValues totalCount }
  companies(filter: $customers, first: 1) { totalCount }
  opportunitiesGroupBy(groupBy: [{ tagReviewStatus: true }]) { groupByDimensionValues totalCount }
  opportunities(filter: $opportunities, first: 1) { totalCount }
  tagChangeNoticesGroupBy(
    groupBy: [{ status: true }]
    filter: { status: { in: [DONE, DONE_LATE, OVERDUE] }, isDetected: { eq: false } }
  ) { groupByDimensionValues totalCount }
}`;

/** Twenty's own share of empty values takes an empty list for a value. */
const WITHOUT_PROBLEMS = { or: [{ tagProblemTags: { is: 'NULL' } }, { tagProblemTags: { isEmptyArray: true } }] };

const countsOf = (groups: Groups): readonly StatusCount[] =>
  groups.map(({ groupByDimensionValues: [status], totalCount }) => ({ status: wordOf(status), count: totalCount }));

/** Reads how good the data are that whoever looks may see: one request. */
export const loadQuality = async (): Promise<Quality> => {
  const counts = await askApi<Counts>(QUERY, { customers: WITHOUT_PROBLEMS, opportunities: WITHOUT_PROBLEMS });
  return qualityOf({
    customers: countsOf(counts.companiesGroupBy),
    customersWithoutProblems: counts.companies.totalCount,
    opportunities: countsOf(counts.opportunitiesGroupBy),
    opportunitiesWithoutProblems: counts.opportunities.totalCount,
    notices: countsOf(counts.tagChangeNoticesGroupBy),
  });
};
