import type { Language } from '../../../objects/taxonomy/types.ts';

/** A share of 0 to 1 as people read it: 88%. */
export const percent = (share: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** What stands for a number where there is nothing to count. */
export const NOTHING = '–';

/** A share of a whole; null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
