import { objectEntries } from '../../objects/taxonomy/objects.ts';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { ApiError, askApi } from './api-client.ts';

const pluralOf = (object: GovernedObject): string =>
  objectEntries.find(({ name }) => name === object)?.plural ?? object;

type Found = Readonly<Record<string, { readonly edges: readonly unknown[] }>>;

const holderAmong = async (objects: readonly GovernedObject[], id: string): Promise<GovernedObject | null> => {
  const lists = objects.map((object) => `${pluralOf(object)}(filter:{id:{eq:$id}},first:1){edges{node{id}}}`);
  const found = await askApi<Found>(`query Holder($id:UUID!){${lists.join(' ')}}`, { id });
  return objects.find((object) => (found[pluralOf(object)]?.edges.length ?? 0) > 0) ?? null;
};

/**
 * Which object the policy governs a record is of, where the server does not tell; null when it is of none. One request;
 * one an object where whoever looks may not see all of them, for then Twenty refuses the request as a whole.
 * @throws ApiError when Twenty cannot be reached
 */
export const findObject = async (id: string): Promise<GovernedObject | null> => {
  try {
    return await holderAmong(GOVERNED_OBJECTS, id);
  } catch (error) {
    if (!(error instanceof ApiError && error.isRefused)) throw error;
  }
  for (const object of GOVERNED_OBJECTS) {
    const holder = await holderAmong([object], id).catch((error: unknown) => {
      if (error instanceof ApiError && error.isRefused) return null;
      throw error;
    });
    if (holder) return holder;
  }
  return null;
};
