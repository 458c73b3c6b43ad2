import { useCallback, useEffect, useRef, useState } from 'react';
import type { GovernedObject } from '../../../objects/taxonomy/types.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { failureText, postRoute } from '../route-client.ts';
import type { Say } from '../words.ts';

export interface PanelState {
  /** As last read; it stays on the page while it is read again. */
  readonly panel: Panel | null;
  readonly isLoading: boolean;
  /** Why it could not be read. */
  readonly failure: string | null;
  readonly reload: () => void;
}

/** Reads the panel of a record. An answer that comes after another record was opened is let go. */
export const usePanel = (object: GovernedObject | null, id: string | null, say: Say): PanelState => {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [isLoading, setLoading] = useState(object !== null && id !== null);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(0);

  const reload = useCallback(async (): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    if (!object || !id) {
      setLoading(false);
      return;
    }
    setLoading(true);
    setFailure(null);
    try {
      const read = await postRoute<Panel>('panel', { object, id });
      if (latest.current === own) setPanel(read);
    } catch (error) {
      if (latest.current === own) setFailure(failureText(error, say));
    } finally {
      if (latest.current === own) setLoading(false);
    }
  }, [object, id, say]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const isOther = panel !== null && (panel.object !== object || panel.id !== id);
  return { panel: isOther ? null : panel, isLoading, failure, reload: () => void reload() };
};
