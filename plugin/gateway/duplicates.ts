import { productKey } from '../../workflows/judgement/rules/product.ts';
import { asText, type Value } from '../../workflows/judgement/values.ts';
import type { Duplicates } from '../../workflows/pipeline/snapshot.ts';
import { compactCreditCode } from '../../workflows/rules/credit-code.ts';
import { nameKey } from '../../workflows/rules/legal-name.ts';
import type { TwentyClient } from './client.ts';

interface Group {
  readonly groupByDimensionValues: readonly unknown[];
  readonly totalCount: number;
}

/** Most groups looked at: the largest come first, so that what repeats is among them. */
const MOST_GROUPS = 500;
const LARGEST_FIRST = `orderBy:[{aggregate:{totalCount:DescNullsLast}}],limit:${MOST_GROUPS}`;
const GROUP = '{groupByDimensionValues totalCount}';

const repeated = (groups: readonly Group[], keyOf: (values: readonly string[]) => string): ReadonlySet<string> =>
  new Set(
    groups
      .filter((group) => group.totalCount > 1)
      .map((group) => keyOf(group.groupByDimensionValues.map((value) => asText(value as Value))))
      .filter((key) => key !== '' && key !== '\u0000'),
  );

/** Names, credit codes and product models that more than one record bears, counted by Twenty: two requests. */
export const loadDuplicates = async (client: TwentyClient): Promise<Duplicates> => {
  const named = await client.request<{
    companiesGroupBy: readonly Group[];
    tagProductsGroupBy: readonly Group[];
  }>(
    `query Names{companiesGroupBy(groupBy:[{name:true}],${LARGEST_FIRST})${GROUP} tagProductsGroupBy(groupBy:[{name:true},{model:true}],${LARGEST_FIRST})${GROUP}}`,
  );
  const coded = await client.request<{ companiesGroupBy: readonly Group[] }>(
    `query Codes{companiesGroupBy(groupBy:[{tagCreditCode:true}],${LARGEST_FIRST})${GROUP}}`,
  );
  return {
    names: repeated(named.companiesGroupBy, ([name = '']) => nameKey(name)),
    creditCodes: repeated(coded.companiesGroupBy, ([code = '']) => compactCreditCode(code)),
    products: repeated(named.tagProductsGroupBy, ([name = '', model = '']) => productKey(name, model)),
  };
};
