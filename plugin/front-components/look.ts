import { type CSSProperties, createContext, useContext } from 'react';

/** Colours whose pairs keep a contrast of at least 4.5 : 1 on the surface and on what is raised from it. */
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
}

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    surface: '#ffffff',
    raised: '#f5f5f5',
    line: '#8c8c8c',
    text: '#1b1b1b',
    muted: '#595959',
    accent: '#2f4fd8',
    onAccent: '#ffffff',
    good: '#146c37',
    warn: '#7d4b00',
    bad: '#b3261e',
  },
  dark: {
    surface: '#171717',
    raised: '#222222',
    line: '#7a7a7a',
    text: '#ededed',
    muted: '#b0b0b0',
    accent: '#9db2ff',
    onAccent: '#11183a',
    good: '#6fd08c',
    warn: '#f0b45a',
    bad: '#ff9a90',
  },
};

export type Tone = 'good' | 'warn' | 'bad' | 'muted';

/** The palette of the page a component stands on. */
export const LookContext = createContext<Palette>(PALETTES.light);
export const useLook = (): Palette => useContext(LookContext);

export const STYLES = {
  root: (look: Palette): CSSProperties => ({
    boxSizing: 'border-box',
    padding: 12,
    background: look.surface,
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
