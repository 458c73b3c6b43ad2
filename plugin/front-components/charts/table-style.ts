import type { CSSProperties } from 'react';
import type { Palette } from '../look.ts';

/** Cells of a chart's table. */
export const TABLE_STYLES = {
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' } satisfies CSSProperties,
  head: (look: Palette): CSSProperties => ({
    padding: '4px 6px',
    borderBottom: `1px solid ${look.line}`,
    color: look.muted,
    fontWeight: 500,
    textAlign: 'right',
    verticalAlign: 'bottom',
    overflowWrap: 'break-word',
  }),
  first: { textAlign: 'left' } satisfies CSSProperties,
  name: { padding: '4px 6px', textAlign: 'left', fontWeight: 500 } satisfies CSSProperties,
  number: { padding: '4px 6px', textAlign: 'right' } satisfies CSSProperties,
} as const;

/** How tall a table with a row a member may get, in a widget of six rows of Twenty's grid. */
export const TEAM_HEIGHT = 240;

/** The accent, a share of it strong, on whatever is below. */
export const tint = (look: Palette, share: number): string =>
  `color-mix(in srgb, ${look.accent} ${Math.round(share * 100)}%, transparent)`;
