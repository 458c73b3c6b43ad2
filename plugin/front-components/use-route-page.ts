import { useCallback, useEffect, useRef, useState } from 'react';
import { failureText, postRoute, type RoutePath } from './route-client.ts';
import type { Say } from './words.ts';

export interface RoutePage<Page, Asked> {
  /** As last read; it stays on the page while it is read again. */
  readonly page: Page | null;
  readonly isBusy: boolean;
  /** Why it could not be read, or done, the last time. */
  readonly failure: string | null;
  /** Reads it again, or asks for something to be done first; true once it is. */
  readonly ask: (asked: Asked) => Promise<boolean>;
}

/**
 * What a route shows of a record, with the rights of whoever looks: read when it is first shown, and with each thing that
 * is asked of it. An answer that comes after a later question is let go.
 */
export const useRoutePage = <Page extends object, Asked extends object>(
  path: RoutePath,
  id: string,
  say: Say,
): RoutePage<Page, Asked | Record<string, never>> => {
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(true);
  const latest = useRef(0);
  const ask = useCallback(
    async (asked: Asked | Record<string, never>): Promise<boolean> => {
      latest.current += 1;
      const own = latest.current;
      setBusy(true);
      const answer = await postRoute<Page>(path, { id, ...asked }).catch((error: unknown) => failureText(error, say));
      if (latest.current !== own) return false;
      setBusy(false);
      const isDone = typeof answer !== 'string';
      setFailure(isDone ? null : answer);
      if (isDone) setPage(answer);
      return isDone;
    },
    [path, id, say],
  );
  useEffect(() => {
    void ask({});
    return () => {
      latest.current += 1;
    };
  }, [ask]);
  return { page, isBusy, failure, ask };
};
