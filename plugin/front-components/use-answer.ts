import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api-client.ts';

/** How far a component is with what it asked for. */
export type Answer<Value> =
  | { readonly state: 'LOADING' }
  | { readonly state: 'READY'; readonly value: Value }
  | { readonly state: 'REFUSED' }
  | { readonly state: 'FAILED'; readonly error: unknown };

/**
 * Asks once when the component comes, and again on demand. An answer that comes after a later question is let go.
 * `ask` must be one and the same function from drawing to drawing.
 */
export const useAnswer = <Value>(ask: () => Promise<Value>): readonly [Answer<Value>, () => void] => {
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'LOADING' });
  const latest = useRef(0);

  const again = useCallback(async (): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    const tell = (told: Answer<Value>): void => {
      if (latest.current === own) setAnswer(told);
    };
    tell({ state: 'LOADING' });
    try {
      tell({ state: 'READY', value: await ask() });
    } catch (error) {
      tell(error instanceof ApiError && error.isRefused ? { state: 'REFUSED' } : { state: 'FAILED', error });
    }
  }, [ask]);

  useEffect(() => {
    void again();
    return () => {
      latest.current += 1;
    };
  }, [again]);

  return [answer, () => void again()];
};
