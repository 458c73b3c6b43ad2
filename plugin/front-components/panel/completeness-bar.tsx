import type { ReactNode } from 'react';
import { type Tone, useLook } from '../look.ts';
import type { Say } from '../words.ts';

const toneOf = (percent: number): Tone => (percent === 100 ? 'good' : percent >= 60 ? 'warn' : 'bad');

/** How much of what is required is on record, in words and as a bar. */
export const CompletenessBar = ({ percent, say }: { readonly percent: number; readonly say: Say }): ReactNode => {
  const look = useLook();
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <span
        aria-hidden="true"
        style={{ width: 56, height: 4, borderRadius: 2, overflow: 'hidden', background: look.raised }}
      >
        <span style={{ display: 'block', width: `${percent}%`, height: 4, background: look[toneOf(percent)] }} />
      </span>
      {say('completeness', { percent })}
    </span>
  );
};
