import type { TwentyClient } from '../gateway/client.ts';
import { loadDuplicates, newDuplicates } from '../gateway/duplicates.ts';
import { anyOf, idsOf, isIn } from '../gateway/filter.ts';
import { readNamed } from '../gateway/read.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import type { Duplicates } from '../run/snapshot.ts';
import { chunk } from './changed-since.ts';

/**
 * The scopes of records that turn out to have a namesake once each bears its key: what was there before the
 * application, or whose event was lost, bore none, or another's, when the sweep began and counted them. Without a count
 * from before, all that have a namesake.
 */
export const namesakesSince = async (client: TwentyClient, before: Duplicates | null): Promise<readonly Scope[]> => {
  const counted = await loadDuplicates(client);
  const { names, creditCodes, products } = before ? newDuplicates(before, counted) : counted;
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
