import { askApi } from '../api-client.ts';
import { isOneOfIds, type Records } from './records.ts';

interface Page {
  readonly companies: {
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly tagPurchasedProducts: readonly string[] | null };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const QUERY = `query Buyers($filter: CompanyFilterInput, $after: String) {
  companies(filter: $filter, first: 200, after: $after) {
    edges { node { id tagPurchasedProducts } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * The customers of an industry that bought one of the products, each by its id: Twenty's lists look for parts of a
 * product's name, and would find those of a longer name too.
 */
export const findBuyers = async (industry: string | null, products: ReadonlySet<string>): Promise<Records> => {
  const filter = {
    tagIndustry: industry === null ? { is: 'NULL' } : { eq: industry },
    not: { or: [{ tagPurchasedProducts: { is: 'NULL' } }, { tagPurchasedProducts: { isEmptyArray: true } }] },
  };
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { companies }: Page = await askApi<Page>(QUERY, { filter, after });
    ids.push(
      ...companies.edges
        .filter(({ node }) => (node.tagPurchasedProducts ?? []).some((product) => products.has(product)))
        .map(({ node }) => node.id),
    );
    after = companies.pageInfo.hasNextPage ? companies.pageInfo.endCursor : null;
  } while (after !== null);
  return { plural: 'companies', filter: { id: isOneOfIds(ids) } };
};
