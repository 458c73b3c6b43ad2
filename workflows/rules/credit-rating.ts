import { folded } from './characters.ts';
import { expression } from './expression.ts';

/** Grades from best to worst (2.1.23). The list is closed (A30). */
export const RATINGS = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC', 'CC', 'C', 'D'] as const;
export type Rating = (typeof RATINGS)[number];

export type RatingVerdict =
  | { readonly ok: true; readonly value: Rating; readonly rank: number }
  | { readonly ok: false; readonly code: 'MODIFIER_NOT_IN_POLICY'; readonly suggest: Rating }
  | { readonly ok: false; readonly code: 'UNKNOWN_RATING' };

const RATING_WORD = expression('[级級]$');
const SIGNS = expression('\\s*[+\\-−－]+$');

const find = (text: string): Rating | undefined => {
  const grade = text.replace(RATING_WORD, '').trim();
  return RATINGS.find((rating) => rating === grade);
};

/** Reads a rating as people write it: full-width, lower case, with 级. Modifiers (AA+, BBB-) are refused with the base grade. */
export const readRating = (text: string): RatingVerdict => {
  const plain = folded(text).toUpperCase();
  const value = find(plain);
  if (value) return { ok: true, value, rank: RATINGS.indexOf(value) + 1 };
  const base = find(plain.replace(RATING_WORD, '').replace(SIGNS, ''));
  return base ? { ok: false, code: 'MODIFIER_NOT_IN_POLICY', suggest: base } : { ok: false, code: 'UNKNOWN_RATING' };
};

/** Grades lost from one rating to the next; negative when it rose. */
export const gradesLost = (before: Rating, after: Rating): number => RATINGS.indexOf(after) - RATINGS.indexOf(before);
