import { useCallback, useEffect, useRef, useState } from 'react';
import type { GovernedObject } from '../../../objects/taxonomy/types.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { failureText, postRoute } from '../route-client.ts';
import type { Say } from '../words.ts';

/** For how long a panel passes for new: each reading starts a process on the server. */
export const FRESH_FOR = 10_000;

export interface PanelState {
  /** As last read; it stays on the page while it is read again. */
  readonly panel: Panel | null;
  readonly isLoading: boolean;
  /** Why it could not be read the last time. */
  readonly failure: string | null;
  /** Reads it anew, after the record was changed. */
  readonly reload: () => void;
  /** Reads it again, or waits for the reading under way; true once it has come. */
  readonly refresh: () => Promise<boolean>;
  /** Reads it again unless it is new. */
  readonly refreshIfOld: () => void;
}

/** The outcome of reading the panel of one record. */
interface Reading {
  readonly object: GovernedObject;
  readonly id: string;
  readonly panel: Panel | null;
  readonly failure: string | null;
}

/**
 * Reads the panel of a record, and again when somebody comes back to it: the record may have been edited since. An
 * answer that comes after a later question is let go.
 */
export const usePanel = (object: GovernedObject | null, id: string | null, say: Say): PanelState => {
  const [reading, setReading] = useState<Reading | null>(null);
  const [isLoading, setLoading] = useState(object !== null && id !== null);
  const latest = useRef(0);
  const pending = useRef<Promise<boolean> | null>(null);
  const readAt = useRef(0);

  const read = useCallback(
    async (own: number): Promise<boolean> => {
      if (!object || !id) return false;
      const answer = await postRoute<Panel>('panel', { object, id }).catch((error: unknown) => failureText(error, say));
      if (latest.current !== own) return false;
      pending.current = null;
      readAt.current = Date.now();
      setLoading(false);
      if (typeof answer !== 'string') {
        setReading({ object, id, panel: answer, failure: null });
        return true;
      }
      setReading((last) => {
        const isSame = last?.object === object && last.id === id;
        return { object, id, panel: isSame ? last.panel : null, failure: answer };
      });
      return false;
    },
    [object, id, say],
  );
  const start = useCallback((): Promise<boolean> => {
    latest.current += 1;
    setLoading(object !== null && id !== null);
    const started = read(latest.current);
    pending.current = started;
    return started;
  }, [object, id, read]);

  useEffect(() => {
    void start();
    return () => {
      latest.current += 1;
    };
  }, [start]);

  const refresh = (): Promise<boolean> => pending.current ?? start();
  const own = reading?.object === object && reading.id === id ? reading : null;
  return {
    panel: own?.panel ?? null,
    isLoading,
    failure: own?.failure ?? null,
    reload: () => void start(),
    refresh,
    refreshIfOld: () => {
      if (Date.now() - readAt.current > FRESH_FOR) void refresh();
    },
  };
};
