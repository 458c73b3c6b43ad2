import { asMoney, asNumber, type Value } from '../../../workflows/judgement/values.ts';
import { quarterBefore, quarterOf } from '../../../workflows/rules/quarter.ts';
import { askApi } from '../api-client.ts';
import { policyDay } from './policy-day.ts';
import { type TargetResults, targetResults } from './target-results.ts';

const QUARTERS = 3;
const SELLERS = 10;

type Node = Readonly<Record<string, unknown>>;
interface Page {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const TARGETS = `tagTargets(filter: $filter, first: 200, after: $after) {
  edges { node {
    memberId quarter salesTarget { amountMicros currencyCode } salesActual { amountMicros currencyCode }
    salesAttainment newCustomerAttainment profitAttainment satisfactionAttainment
  } }
  pageInfo { hasNextPage endCursor }
}`;
const MEMBERS = 'tagMembers(first: 200) { edges { node { id name workspaceMemberId } } }';

const nodesOf = ({ edges }: Pick<Page, 'edges'>): readonly Node[] => edges.map(({ node }) => node);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const rowOf = (node: Node) => ({
  memberId: text(node.memberId),
  quarter: text(node.quarter),
  salesTarget: asMoney(node.salesTarget as Value),
  salesActual: asMoney(node.salesActual as Value),
  sales: asNumber(node.salesAttainment as Value),
  customers: asNumber(node.newCustomerAttainment as Value),
  profit: asNumber(node.profitAttainment as Value),
  satisfaction: asNumber(node.satisfactionAttainment as Value),
});

/** Reads the targets of this quarter and the two before with what was sold: one request, and one for each page more. */
export const loadTargetResults = async (): Promise<TargetResults> => {
  const current = quarterOf(policyDay(Date.now()));
  const filter = {
    quarter: { in: [current, quarterBefore(current), quarterBefore(quarterBefore(current))] },
    state: { in: ['CURRENT', 'PAST'] },
  };
  const head = 'query Targets($filter: TagTargetFilterInput, $after: String)';
  const first = await askApi<{ readonly tagTargets: Page; readonly tagMembers: Pick<Page, 'edges'> }>(
    `${head} { ${TARGETS} ${MEMBERS} }`,
    { filter },
  );
  const targets = [...nodesOf(first.tagTargets)];
  for (let { pageInfo } = first.tagTargets; pageInfo.hasNextPage; ) {
    const { tagTargets } = await askApi<{ readonly tagTargets: Page }>(`${head} { ${TARGETS} }`, {
      filter,
      after: pageInfo.endCursor,
    });
    targets.push(...nodesOf(tagTargets));
    pageInfo = tagTargets.pageInfo;
  }
  const sellers = nodesOf(first.tagMembers).map(({ id, name, workspaceMemberId }) => ({
    id: text(id),
    name: text(name),
    userId: text(workspaceMemberId) || null,
  }));
  return targetResults(targets.map(rowOf), sellers, { quarters: QUARTERS, sellers: SELLERS });
};
