import type { ReactNode, Ref } from 'react';
import { Line } from './line.tsx';

/** What became of the last thing somebody did. */
export interface Told {
  readonly tone: 'good' | 'bad' | 'muted';
  readonly text: string;
}

const ICONS = { good: 'check', bad: 'cross', muted: 'clock' } as const;

/**
 * Says what became of an action, to eyes and to screen readers. Both regions always stand on the page, since a region
 * that comes with its words is not read out, and the place of one line is kept, so that nothing moves. Focus can be put
 * on it where the button that had it goes away.
 */
export const Message = ({
  told,
  messageRef,
}: {
  readonly told: Told | null;
  readonly messageRef?: Ref<HTMLDivElement>;
}): ReactNode => {
  const line = told && (
    <Line icon={ICONS[told.tone]} tone={told.tone}>
      <span style={{ whiteSpace: 'pre-wrap' }}>{told.text}</span>
    </Line>
  );
  return (
    <div ref={messageRef} tabIndex={-1} style={{ minHeight: 20 }}>
      <div role="status" aria-live="polite">
        {told?.tone === 'bad' ? null : line}
      </div>
      <div role="alert">{told?.tone === 'bad' ? line : null}</div>
    </div>
  );
};
