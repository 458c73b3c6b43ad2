import { folded } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import type { ProblemData } from './problem.ts';
import { isExponent, whyUnreadable } from './why-unreadable.ts';

/** GB 32100-2015: a character's value is its place; I, O, S, V and Z are not used. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PATTERN = /^[1-9ANY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
const SEPARATORS = expression('[\\s\\-_.·]', 'g');
/** 3^(i-1) mod 31 */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** GB 11714: what the eight characters of an organisation code weigh before its check character. */
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION = /^[0-9A-Z]{8}[0-9X]$/;
/** What stood on licences before 2015. */
const LICENCE = /^\d{15}$/;

/** A code as it is compared and stored: full-width folded, upper case, without spaces, hyphens and what is invisible. */
export const compactCreditCode = (code: string): string =>
  PATTERN.test(code) ? code : folded(code).replace(SEPARATORS, '').toUpperCase();

/** The values of a code's characters, each its place in the alphabet, weighed and summed. */
const weigh = (code: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(code.charAt(at)), 0);

const checkCharacter = (compact: string): string =>
  ALPHABET.charAt((31 - (weigh(compact, ALPHABET, WEIGHTS) % 31)) % 31);

/** The check character of an organisation code: 0–9, and X for ten. */
const organisationCheck = (code: string): string =>
  '0123456789X0'.charAt(11 - (weigh(code, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11));

const isOrganisationCode = (compact: string): boolean =>
  ORGANISATION.test(compact) && organisationCheck(compact) === compact.charAt(8);

/** Whether a code is that of an individual business (个体工商户), whose name need not be a company's. */
export const isIndividualCode = (code: string): boolean => {
  const compact = compactCreditCode(code);
  return PATTERN.test(compact) && compact.startsWith('92');
};

/** What a code of another form is, when that can be told. */
const formOf = (compact: string): Finding => {
  if (LICENCE.test(compact)) return finding('CREDIT_CODE_LICENCE', 'ERROR');
  if (isOrganisationCode(compact)) return finding('CREDIT_CODE_ORGANISATION', 'ERROR');
  return finding('CREDIT_CODE_FORMAT', 'ERROR');
};

const FOREIGN_CHARACTER = /[^0-9A-HJ-NPQRTUWXY]/;

/** Why a text has not the form of a code, where that can be told. */
export const whyNoCode = (code: string): ProblemData => {
  if (isExponent(code)) return whyUnreadable(code, false);
  const compact = compactCreditCode(code);
  const { length } = [...compact];
  if (length !== 18) return { why: 'LENGTH', length };
  const letter = FOREIGN_CHARACTER.exec(compact)?.[0];
  return letter ? { why: 'LETTER', letter } : {};
};

/**
 * Checks a unified social credit code (GB 32100-2015). A wrong form is an error; a wrong check character only a
 * warning, since early pilot codes fail the check and are in force. When the last one is right, that of the
 * organisation code within is looked at: what was made up, or is the number of something else, fails there. Empty
 * gives no finding: the code is optional.
 */
export const checkCreditCode = (code: string): { readonly compact: string; readonly problems: readonly Finding[] } => {
  const compact = compactCreditCode(code);
  if (compact === '') return { compact, problems: [] };
  if (!PATTERN.test(compact)) return { compact, problems: [formOf(compact)] };
  const expected = checkCharacter(compact);
  if (compact.charAt(17) !== expected) {
    return { compact, problems: [finding('CREDIT_CODE_CHECK', 'WARNING', { expected })] };
  }
  if (isOrganisationCode(compact.slice(8, 17))) return { compact, problems: [] };
  return { compact, problems: [finding('CREDIT_CODE_INNER', 'WARNING', { found: compact.slice(8, 17) })] };
};
