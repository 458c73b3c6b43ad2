import type { Language } from '../../../objects/taxonomy/types.ts';

/** A share of 0 to 1 as people read it: 88%. Only all of them are 100%, and only none of them 0%. */
export const percent = (share: number, language: Language): string => {
  const whole = share <= 0 || share >= 1 ? share : Math.min(0.99, Math.max(0.01, share));
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(whole);
};

/** What stands for a number where there is nothing to count. */
export const NOTHING = '–';

/** A share of a whole; null of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
