import type { Language } from '../../../objects/taxonomy/types.ts';
import { NOTHING } from '../charts/numbers.ts';

/** A number with at most two decimals, as people of a language write it. */
export const showNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

/** Percents as they were counted; what stands for them where nothing was. */
export const showPercent = (value: number | null, language: Language): string =>
  value === null ? NOTHING : `${showNumber(value, language)}%`;

/** A score, always with two decimals, so that scores can be compared by eye. */
export const showScore = (value: number | null, language: Language): string =>
  value === null
    ? NOTHING
    : new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
