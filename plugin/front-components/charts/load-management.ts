import { quarterOf, quarterStart } from '../../../workflows/rules/quarter.ts';
import { askApi } from '../api-client.ts';
import { type Management, managementOf } from './management.ts';
import { policyDay } from './policy-day.ts';

interface Total {
  readonly totalCount: number;
}
interface Sums {
  readonly companies: Total;
  readonly opportunitiesGroupBy: readonly {
    readonly groupByDimensionValues: readonly (string | null)[];
    readonly totalCount: number;
    readonly sumAmountAmountMicros: number | null;
  }[];
  readonly opportunities: { readonly sumAmountAmountMicros: number | null };
  readonly tasks: Total;
}
interface Parts {
  readonly companies: Total;
  readonly opportunities: Total;
}

/** Outcomes by currencies. */
const SUMS = `query Position($signed: OpportunityFilterInput, $overdue: TaskFilterInput) {
  companies(first: 1) { totalCount }
  opportunitiesGroupBy(groupBy: [{ tagOutcome: true }, { amount: { currencyCode: true } }], limit: 200) {
    groupByDimensionValues totalCount sumAmountAmountMicros
  }
  opportunities(filter: $signed, first: 1) { sumAmountAmountMicros }
  tasks(filter: $overdue, first: 1) { totalCount }
}`;
/** Twenty refuses two lists of one name in a request. */
const PARTS = `query Parts($clean: CompanyFilterInput, $atRisk: OpportunityFilterInput) {
  companies(filter: $clean, first: 1) { totalCount }
  opportunities(filter: $atRisk, first: 1) { totalCount }
}`;

const CLEAN = { or: [{ tagProblemTags: { is: 'NULL' } }, { tagProblemTags: { isEmptyArray: true } }] };
const AT_RISK = {
  and: [
    { tagOutcome: { in: ['OPEN', 'WON'] } },
    { not: { or: [{ tagRisks: { is: 'NULL' } }, { tagRisks: { isEmptyArray: true } }] } },
  ],
};

/** Reads the position that whoever looks may see: two requests side by side. */
export const loadManagement = async (): Promise<Management> => {
  const today = policyDay(Date.now());
  const [sums, parts] = await Promise.all([
    askApi<Sums>(SUMS, {
      signed: {
        and: [{ tagSignedOn: { gte: quarterStart(quarterOf(today)) } }, { amount: { currencyCode: { eq: 'CNY' } } }],
      },
      overdue: { and: [{ status: { in: ['TODO', 'IN_PROGRESS'] } }, { dueAt: { lt: `${today}T00:00:00.000Z` } }] },
    }),
    askApi<Parts>(PARTS, { clean: CLEAN, atRisk: AT_RISK }),
  ]);
  return managementOf({
    customers: sums.companies.totalCount,
    customersWithoutProblems: parts.companies.totalCount,
    opportunities: sums.opportunitiesGroupBy.map(
      ({ groupByDimensionValues: [outcome = null, currency = null], totalCount, sumAmountAmountMicros }) => ({
        outcome,
        currency,
        count: totalCount,
        micros: sumAmountAmountMicros ?? 0,
      }),
    ),
    signedThisQuarter: sums.opportunities.sumAmountAmountMicros ?? 0,
    atRisk: parts.opportunities.totalCount,
    overdueTasks: sums.tasks.totalCount,
  });
};
