import { firstInvisible, folded } from './characters.ts';
import { expression } from './expression.ts';
import type { ProblemData } from './problem.ts';

/** A long number after a spreadsheet has shown it as an exponent and saved what it showed. */
const EXPONENT = /^\d(?:\.\d+)?e\+?\d+$/i;
/** Two numbers with a word or a sign between them that joins or parts, units allowed. */
const TWO_NUMBERS = expression('\\d[^\\d]*(?:[/;|~、，;到至或和及与]|\\d\\s*[^\\d\\s]?-)[^\\d]*\\d', 'i');

export const isExponent = (text: string): boolean => EXPONENT.test(folded(text));

/** What is wrong with a value that cannot be read, when it can be told: `why` has words in the catalogs. */
export const whyUnreadable = (text: string, isSeveral = TWO_NUMBERS.test(folded(text))): ProblemData => {
  if (isExponent(text)) return { why: 'EXPONENT' };
  if (isSeveral) return { why: 'SEVERAL' };
  const mark = firstInvisible(text);
  return mark ? { why: 'INVISIBLE', mark } : {};
};
