import type { ReactNode } from 'react';
import { type Palette, type Tone, useLook } from '../look.ts';

const GROUNDS: Readonly<Record<Tone, keyof Palette>> = {
  good: 'goodTag',
  warn: 'warnTag',
  bad: 'badTag',
  muted: 'mutedTag',
};

/** A few words on a coloured ground, in the shape of Twenty's own tags. Longer words go on in the next line. */
export const Tag = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactNode => {
  const look = useLook();
  return (
    <span
      style={{
        display: 'inline-block',
        maxWidth: '100%',
        boxSizing: 'border-box',
        padding: '0 8px',
        borderRadius: 4,
        lineHeight: '20px',
        overflowWrap: 'anywhere',
        background: look[GROUNDS[tone]],
        color: look[tone],
      }}
    >
      {children}
    </span>
  );
};
