import { useSelectedObjectMetadata, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';

/** The records a component stands on; no object where the policy does not govern it. */
export interface Subject {
  readonly object: GovernedObject | null;
  readonly ids: readonly string[];
}

export const useSubject = (): Subject => {
  const metadata = useSelectedObjectMetadata();
  const ids = useSelectedRecordIds();
  return { object: GOVERNED_OBJECTS.find((object) => object === metadata?.nameSingular) ?? null, ids: ids ?? [] };
};
