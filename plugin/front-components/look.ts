import { type CSSProperties, createContext, useContext } from 'react';

/** The colours of a page. */
export interface Palette {
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  /** What statuses are shown on, as Twenty shows the options of a picklist. */
  readonly goodTag: string;
  readonly warnTag: string;
  readonly badTag: string;
  readonly mutedTag: string;
}

/**
 * A colour of the page the component stands on, so that it looks like what is around it; the one given where the page
 * has none of that name.
 */
const ofPage = (name: string, otherwise: string): string => `var(--t-${name}, ${otherwise})`;

/** Colours whose pairs keep a contrast of at least 4.5 : 1 on the surface and on what is raised from it. */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    surface: ofPage('background-primary', '#ffffff'),
    raised: ofPage('background-tertiary', '#f1f1f1'),
    line: ofPage('border-color-medium', '#ebebeb'),
    text: ofPage('font-color-primary', '#333333'),
    muted: ofPage('font-color-secondary', '#5f5f5f'),
    accent: ofPage('color-blue', '#3e63dd'),
    onAccent: '#ffffff',
    good: ofPage('tag-text-green', '#1c6b49'),
    warn: ofPage('tag-text-orange', '#a34700'),
    bad: ofPage('tag-text-red', '#b3282d'),
    goodTag: ofPage('tag-background-green', '#e6f6eb'),
    warnTag: ofPage('tag-background-orange', '#ffefd6'),
    badTag: ofPage('tag-background-red', '#feebec'),
    mutedTag: ofPage('background-tertiary', '#f1f1f1'),
  },
  dark: {
    surface: ofPage('background-primary', '#171717'),
    raised: ofPage('background-tertiary', '#1d1d1d'),
    line: ofPage('border-color-medium', '#222222'),
    text: ofPage('font-color-primary', '#ebebeb'),
    muted: ofPage('font-color-secondary', '#b3b3b3'),
    accent: ofPage('color-blue', '#3e63dd'),
    onAccent: '#ffffff',
    good: ofPage('tag-text-green', '#3dd68c'),
    warn: ofPage('tag-text-orange', '#ffa057'),
    bad: ofPage('tag-text-red', '#ff9592'),
    goodTag: ofPage('tag-background-green', '#132d21'),
    warnTag: ofPage('tag-background-orange', '#331e0b'),
    badTag: ofPage('tag-background-red', '#3b1219'),
    mutedTag: ofPage('background-tertiary', '#1d1d1d'),
  },
};

export type Tone = 'good' | 'warn' | 'bad' | 'muted';

/** The palette of the page a component stands on. */
export const LookContext = createContext<Palette>(PALETTES.light);
export const useLook = (): Palette => useContext(LookContext);

export const STYLES = {
  /** Without a ground of its own: a widget, a side panel and a page each have theirs. */
  root: (look: Palette): CSSProperties => ({
    boxSizing: 'border-box',
    padding: 12,
    color: look.text,
    colorScheme: look === PALETTES.dark ? 'dark' : 'light',
    fontFamily: 'Inter, "PingFang SC", "PingFang TC", "Microsoft YaHei", sans-serif',
    fontSize: 13,
    lineHeight: 1.5,
  }),
  column: { display: 'flex', flexDirection: 'column', gap: 12 } satisfies CSSProperties,
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 } satisfies CSSProperties,
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: 6,
  } satisfies CSSProperties,
  /** A list whose entries stand beside each other, as many as there is room for. */
  tags: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: 4,
  } satisfies CSSProperties,
  item: { display: 'flex', alignItems: 'flex-start', gap: 6 } satisfies CSSProperties,
  /** For who does not see: Twenty writes the title above the component already. */
  unseen: {
    position: 'absolute',
    width: 1,
    height: 1,
    margin: -1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  } satisfies CSSProperties,
  plain: { margin: 0 } satisfies CSSProperties,
  heading: { margin: '0 0 4px', fontSize: 13, fontWeight: 600 } satisfies CSSProperties,
  /** The heading of a part, quieter than what stands under it, as in Twenty's own widgets. */
  label: (look: Palette): CSSProperties => ({ margin: '0 0 4px', fontSize: 12, fontWeight: 500, color: look.muted }),
  field: (look: Palette): CSSProperties => ({
    boxSizing: 'border-box',
    width: '100%',
    padding: '6px 8px',
    border: `1px solid ${look.line}`,
    borderRadius: 4,
    background: look.surface,
    color: look.text,
    font: 'inherit',
  }),
} as const;
