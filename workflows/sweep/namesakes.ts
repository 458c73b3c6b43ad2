import type { TwentyClient } from '../gateway/client.ts';
import { duplicateQueries, duplicatesIn } from '../gateway/duplicates.ts';
import { anyOf, idsOf, isIn } from '../gateway/filter.ts';
import { readNamed } from '../gateway/read.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import { chunk } from './chunk.ts';

/**
 * The scopes of all records that have a namesake, counted anew: what was there before the application, or whose event
 * was lost, bore no key, or another's, when the sweep counted them.
 */
export const namesakeScopes = async (client: TwentyClient): Promise<readonly Scope[]> => {
  const sets = Object.values(duplicateQueries).flat();
  const counted = await Promise.all(sets.map((queries) => readNamed(client, queries)));
  const { names, creditCodes, products } = duplicatesIn(Object.assign({}, ...counted));
  const { company, tagProduct } = await readNamed(client, {
    company: {
      object: 'company',
      filter: anyOf([...isIn('tagMatchKey', names), ...isIn('tagCreditCodeKey', creditCodes)]),
      selection: 'id',
    },
    tagProduct: { object: 'tagProduct', filter: anyOf(isIn('tagMatchKey', products)), selection: 'id' },
  });
  return [
    ...chunk(idsOf(company)).map((ids) => ({ ...emptyScope(), companyIds: new Set(ids) })),
    ...chunk(idsOf(tagProduct)).map((ids) => ({ ...emptyScope(), productIds: new Set(ids) })),
  ];
};
