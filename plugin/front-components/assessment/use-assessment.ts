import { useCallback, useEffect, useRef, useState } from 'react';
import type { AssessmentPage } from '../../../workflows/assessment/sheet.ts';
import { failureText, postRoute } from '../route-client.ts';
import type { Say } from '../words.ts';

/** What is asked of the page beside whose it is. */
export interface Asked {
  readonly quarter?: string;
  readonly act?: 'CONFIRM' | 'APPEAL' | 'DECIDE';
  readonly appeal?: string;
  readonly decision?: string;
}

export interface AssessmentState {
  /** As last read; it stays on the page while it is read again. */
  readonly page: AssessmentPage | null;
  readonly isBusy: boolean;
  /** Why it could not be read, or done, the last time. */
  readonly failure: string | null;
  /** Asks for another quarter, or for something to be done; true once it is. */
  readonly ask: (asked: Asked) => Promise<boolean>;
}

/** The assessments of a member, with the rights of whoever looks. An answer that comes after a later question is let go. */
export const useAssessment = (id: string, say: Say): AssessmentState => {
  const [page, setPage] = useState<AssessmentPage | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const latest = useRef(0);
  const ask = useCallback(
    async (asked: Asked): Promise<boolean> => {
      latest.current += 1;
      const own = latest.current;
      setBusy(true);
      const answer = await postRoute<AssessmentPage>('assessment', { id, ...asked }).catch((error: unknown) =>
        failureText(error, say),
      );
      if (latest.current !== own) return false;
      setBusy(false);
      const isDone = typeof answer !== 'string';
      setFailure(isDone ? null : answer);
      if (isDone) setPage(answer);
      return isDone;
    },
    [id, say],
  );
  useEffect(() => {
    void ask({});
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return { page, isBusy, failure, ask };
};
