import { askApi } from '../api-client.ts';
import { type IndustryProducts, industryProducts, type PurchaseCount } from './industry-products.ts';

interface Groups {
  readonly companiesGroupBy: readonly {
    readonly groupByDimensionValues: readonly [string | null, readonly string[] | string | null];
    readonly totalCount: number;
  }[];
}

/** Twenty answers 50 groups unless more are asked for. */
const MOST_GROUPS = 2000;
const MOST_COLUMNS = 8;

const QUERY = `query IndustryProducts($limit: Int) {
  companiesGroupBy(groupBy: [{ tagIndustry: true }, { tagPurchasedProducts: true }], limit: $limit) {
    groupByDimensionValues
    totalCount
  }
}`;

/** Reads which industries bought what, of the customers that whoever looks may see: one grouped request. */
export const loadIndustryProducts = async (): Promise<IndustryProducts> => {
  const { companiesGroupBy } = await askApi<Groups>(QUERY, { limit: MOST_GROUPS });
  const counts = companiesGroupBy.map(
    ({ groupByDimensionValues: [industry, products], totalCount }): PurchaseCount => ({
      industry,
      products: products === null ? [] : [products].flat(),
      count: totalCount,
    }),
  );
  return industryProducts(counts, MOST_COLUMNS);
};
