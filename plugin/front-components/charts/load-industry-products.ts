import { countGroups, type Grouping, wordOf } from './group-counts.ts';
import { type IndustryProducts, industryProducts } from './industry-products.ts';

const MOST_COLUMNS = 8;

const CUSTOMERS_BY_PURCHASE: Grouping = {
  plural: 'companies',
  by: ['tagIndustry: true', 'tagPurchasedProducts: true'],
  most: 2000,
};

/** Reads which industries bought what, of the customers that whoever looks may see: one grouped request. */
export const loadIndustryProducts = async (): Promise<IndustryProducts> => {
  const groups = await countGroups(CUSTOMERS_BY_PURCHASE);
  return industryProducts(
    groups.map(({ values: [industry, products], count }) => ({
      industry: wordOf(industry),
      products: [products ?? []].flat(),
      count,
    })),
    MOST_COLUMNS,
  );
};
