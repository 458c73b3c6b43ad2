import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';

/** GB 32100-2015: a character's value is its place; I, O, S, V and Z are not used. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PATTERN = /^[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const SEPARATORS = expression('[\\s\\-－–—]', 'g');
/** 3^(i-1) mod 31 */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** A code as it is compared and stored: full-width folded, upper case, without spaces and hyphens. */
export const compactCreditCode = (code: string): string => code.normalize('NFKC').replace(SEPARATORS, '').toUpperCase();

const checkCharacter = (compact: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(compact.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/**
 * Checks a unified social credit code (GB 32100-2015). A wrong form is an error; a wrong check character only a
 * warning, since early pilot codes fail the check and are in force. Empty gives no finding: the code is optional.
 */
export const checkCreditCode = (code: string): { readonly compact: string; readonly problems: readonly Finding[] } => {
  const compact = compactCreditCode(code);
  if (compact === '') return { compact, problems: [] };
  if (!PATTERN.test(compact)) return { compact, problems: [finding('CREDIT_CODE_FORMAT', 'ERROR')] };
  const expected = checkCharacter(compact);
  if (compact.charAt(17) === expected) return { compact, problems: [] };
  return { compact, problems: [finding('CREDIT_CODE_CHECK', 'WARNING', { expected })] };
};
