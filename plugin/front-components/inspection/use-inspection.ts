import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { InspectionPage } from '../../../workflows/supervision/inspection-page.ts';
import { failureText, postRoute } from '../route-client.ts';
import { fill } from '../status/fill.ts';
import type { Say } from '../words.ts';
import { INSPECTION_WORDS, type InspectionWord } from './inspection-words.ts';

/** Says something of an inspection, its places filled. */
export type SayInspection = (word: InspectionWord, data?: Readonly<Record<string, string | number>>) => string;

export const useSayInspection = (language: Language): SayInspection =>
  useMemo(
    () =>
      (word, data = {}) =>
        fill(INSPECTION_WORDS[word][language], data),
    [language],
  );

/** A notice to issue: of a record of the sample, of what it says itself or of what the inspector found. */
export interface Issue {
  readonly issueOf?: string;
  readonly problem?: string;
}

export interface InspectionState {
  readonly page: InspectionPage | null;
  readonly isBusy: boolean;
  readonly failure: string | null;
  /** Reads the page, or issues a notice first; true once it is done. */
  readonly ask: (issue: Issue) => Promise<boolean>;
}

/** An inspection, with the rights of whoever looks. An answer that comes after a later question is let go. */
export const useInspection = (id: string, say: Say): InspectionState => {
  const [page, setPage] = useState<InspectionPage | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const latest = useRef(0);
  const ask = useCallback(
    async (issue: Issue): Promise<boolean> => {
      latest.current += 1;
      const own = latest.current;
      setBusy(true);
      const answer = await postRoute<InspectionPage>('inspection', { id, ...issue }).catch((error: unknown) =>
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
