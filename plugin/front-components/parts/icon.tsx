import type { ReactNode } from 'react';

const PATHS = {
  check: 'M5 12l5 5L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  warning: 'M12 4L2.5 20h19L12 4zM12 10v5M12 17.5v.5',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7v5l3 2',
  circle: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14z',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside a word, never in its stead: hidden from screen readers. */
export const Icon = ({ name, color }: { readonly name: IconName; readonly color: string }): ReactNode => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 24 24"
    fill="none"
    strokeWidth="2"
    aria-hidden="true"
    focusable="false"
    style={{ flex: '0 0 16px', marginTop: 2, stroke: color }}
  >
    <path d={PATHS[name]} />
  </svg>
);
