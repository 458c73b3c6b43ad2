import type { ReactNode } from 'react';
import { Line } from './line.tsx';

/** What became of the last thing somebody did. */
export interface Told {
  readonly tone: 'good' | 'bad' | 'muted';
  readonly text: string;
}

const ICONS = { good: 'check', bad: 'cross', muted: 'clock' } as const;

/**
 * Says what became of an action, to eyes and to screen readers. Both regions always stand on the page, since a region
 * that comes with its words is not read out, and their place is kept, so that nothing moves.
 */
export const Message = ({ told }: { readonly told: Told | null }): ReactNode => {
  const line = told && (
    <Line icon={ICONS[told.tone]} tone={told.tone}>
      <span style={{ whiteSpace: 'pre-wrap' }}>{told.text}</span>
    </Line>
  );
  return (
    <div style={{ minHeight: 40 }}>
      <div role="status" aria-live="polite">
        {told?.tone === 'bad' ? null : line}
      </div>
      <div role="alert">{told?.tone === 'bad' ? line : null}</div>
    </div>
  );
};
