import { useEffect, useMemo, useState } from 'react';
import { useSelectedObjectMetadata, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { findObject } from './find-object.ts';

/** The records a component stands on; no object where the policy does not govern it. */
export interface Subject {
  readonly object: GovernedObject | null;
  readonly ids: readonly string[];
  /** Whether the server told of which object they are; older ones do not, and it has to be found out. */
  readonly isTold: boolean;
}

/** The records a component stands on, as the server tells. */
export const useSubject = (): Subject => {
  const metadata = useSelectedObjectMetadata();
  const ids = useSelectedRecordIds();
  const name = metadata?.nameSingular;
  return useMemo(
    () => ({
      object: GOVERNED_OBJECTS.find((object) => object === name) ?? null,
      ids: ids ?? [],
      isTold: name !== undefined,
    }),
    [name, ids],
  );
};

/**
 * Finds out of which object the records are where the server did not tell.
 * @throws ApiError when Twenty cannot be reached
 */
export const completeSubject = async (subject: Subject): Promise<Subject> => {
  const [id] = subject.ids;
  if (subject.isTold || id === undefined) return subject;
  return { ...subject, object: await findObject(id), isTold: true };
};

/** The records a component stands on; null while it is being found out of which object they are. */
export const useCompleteSubject = (): Subject | null => {
  const subject = useSubject();
  const [found, setFound] = useState<{ readonly of: Subject; readonly subject: Subject } | null>(null);
  const isComplete = subject.isTold || subject.ids.length === 0;
  useEffect(() => {
    if (isComplete) return;
    let isWanted = true;
    // What cannot be found out is as good as not governed: nothing of it can be shown either.
    const tell = (complete: Subject): void => {
      if (isWanted) setFound({ of: subject, subject: complete });
    };
    completeSubject(subject).then(tell, () => tell(subject));
    return () => {
      isWanted = false;
    };
  }, [subject, isComplete]);
  if (isComplete) return subject;
  return found?.of === subject ? found.subject : null;
};
