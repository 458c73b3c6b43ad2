import { folded as foldCharacters } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { readInternational } from './phone-plans.ts';
import type { ProblemData } from './problem.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Mobile prefixes that the MIIT has given out (table to the end of March 2023); libphonenumber lacks some and has others. */
const MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-35-8]|8\d|9[0-35-9])\d{8}$/;
/** What a mobile number looks like, listed or not: new prefixes appear before any table has them. */
const MOBILE_LIKE = /^1[3-9]\d{9}$/;
const FIXED = /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/;
const SERVICE = /^[48]00\d{7}$/;
/** What people put before an extension, in brackets or not: 转 8001, 总机转 8001, 转分机 8001, 內線：8001, ext. 8001, #8001. */
const EXTENSION = expression(
  '[\\s,(-]*(?:(?:总机|總機)?[转轉]接?(?:分机|分機|内线|內線)?|(?:分机|分機|内线|內線)[号號]?|ext(?:ension)?|x|#)[\\s.:]*(\\d{1,6})\\)?$',
  'i',
);
const DASHED_EXTENSION = /^(.*\d)\s*-\s*(\d{1,6})$/;
/** A whole Chinese number behind which a dash parts an extension: a fixed line, or one of 400 and 800. */
const LINE = /^(?:(?:\+|00)?860?|0)(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$|^(?:(?:\+|00)?86)?[48]00\d{7}$/;
/** Several lines of one office, by their last digits: 6539 1234/35. */
const LAST_DIGITS = expression('\\d{7}\\s*[/、]\\s*\\d{1,3}$');
/** What people part digits with: spaces, dots, dashes, middle dots, slashes. */
const SEPARATORS = expression('[\\s.\\-·/]', 'g');
const BRACKETS = /\((\+?\d+)\)/g;
const BETWEEN_NUMBERS = expression('[,;/|\\n、或和及]|\\s{1,}(?=1[3-9]\\d|0\\d{2})|or|and');
const DIALLED = /^\+?\d+$/;
const CHINA = /^(?:\+|00)86/;

export interface PhoneVerdict {
  readonly isValid: boolean;
  /** Has the form of a mobile number, though no table lists it. */
  readonly isPossible: boolean;
  readonly e164: string | null;
  readonly country: string | null;
  readonly extension: string | null;
}

/** The digits of a number, with the plus before them; empty when it holds anything that is not dialled, or several. */
const dialledOf = (text: string): string => {
  if (LAST_DIGITS.test(text)) return '';
  const bare = text.replace(SEPARATORS, '').replace(BRACKETS, '$1');
  return DIALLED.test(bare) ? bare : '';
};

/** What is dialled, and the extension behind it. A dash parts the extension only from a whole Chinese line. */
const split = (folded: string): readonly [string, string | null] => {
  const marked = EXTENSION.exec(folded);
  if (marked) return [dialledOf(folded.slice(0, marked.index)), marked[1] ?? null];
  const [, line = '', extension = null] = DASHED_EXTENSION.exec(folded) ?? [];
  const dialled = dialledOf(line);
  return LINE.test(dialled) ? [dialled, extension] : [dialledOf(folded), null];
};

const chinese = (e164: string, extension: string | null): PhoneVerdict => ({
  isValid: true,
  isPossible: true,
  e164,
  country: 'CN',
  extension,
});

/** Calling codes that people in China write without a plus: their own, and those of Hong Kong, Macao and Taiwan. */
const OWN_CODES = /^8(?:6|52|53|86)/;

/** What the digits may stand for as an international number, the likeliest first. */
const internationalFormsOf = (dialled: string, callingCode: string): readonly string[] => {
  if (dialled.startsWith('+')) return [dialled.slice(1)];
  if (dialled.startsWith('00')) return [dialled.slice(2)];
  const national = `${callingCode}${dialled}`;
  return callingCode === '86' && OWN_CODES.test(dialled) ? [national, dialled] : [national];
};

/** A fixed line as most write it. */
const PLAIN_FIXED = /^(0\d{2,3})-?(\d{7,8})$/;

/** The number of a mobile phone or a fixed line that needs no reading, as nearly every number is. */
const plainlyChinese = (text: string): PhoneVerdict | null => {
  if (MOBILE.test(text)) return chinese(`+86${text}`, null);
  const [, area = '', line = ''] = PLAIN_FIXED.exec(text) ?? [];
  return FIXED.test(area + line) ? chinese(`+86${area.slice(1)}${line}`, null) : null;
};

/**
 * Reads a phone number as people write it, Chinese unless it says otherwise: full-width digits, brackets, extensions.
 * With words beside it or letters among its digits it is none. Valid is what the MIIT's expression or libphonenumber's
 * full metadata knows (2.1.5, 3.2.7).
 */
export const readPhone = (text: string, callingCode?: string): PhoneVerdict => {
  const code = callingCode?.replace(/\D/g, '') || '86';
  const isChinese = code === '86';
  const plain = isChinese ? plainlyChinese(text) : null;
  if (plain) return plain;
  const folded = foldCharacters(text);
  const [digits, extension] = split(folded);
  const national = digits.replace(CHINA, '');
  // The expressions go first: nearly every number is Chinese, and the plans of the world are slow to wake.
  if (isChinese || national !== digits) {
    if (FIXED.test(national)) return chinese(`+86${national.slice(1)}`, extension);
    if (MOBILE.test(national) || SERVICE.test(national)) return chinese(`+86${national}`, extension);
  }
  const forms = internationalFormsOf(digits, code).map(readInternational);
  const found = forms.find((form) => form?.isValid) ?? forms[0];
  const isValid = found?.isValid ?? false;
  return {
    isValid,
    isPossible: isValid || MOBILE_LIKE.test(national),
    e164: found?.isValid ? `+${found.callingCode}${found.national}` : null,
    country: found?.country ?? null,
    extension,
  };
};

/** Whether a text holds two numbers or more, each long enough for one, or a number and the last digits of others. */
const isSeveral = (text: string): boolean => {
  const folded = foldCharacters(text);
  const numbers = folded.split(BETWEEN_NUMBERS).filter((part) => part.replace(/\D/g, '').length >= 7);
  return numbers.length > 1 || LAST_DIGITS.test(folded);
};

/** A mobile number with digits too few or too many. */
const MOBILE_OF_ANOTHER_LENGTH = /^(?:(?:\+|00)?86)?(1[3-9]\d{6,12})$/;

const whyNoPhone = (text: string): ProblemData => {
  const why = whyUnreadable(text, isSeveral(text));
  if (why.why) return why;
  const length = MOBILE_OF_ANOTHER_LENGTH.exec(dialledOf(foldCharacters(text)))?.[1]?.length ?? 11;
  return length === 11 ? {} : { why: 'DIGITS', length };
};

/** A number that cannot be dialled is an error; a mobile number that no table lists yet is a warning. */
export const checkPhone = (text: string, callingCode?: string): readonly Finding[] => {
  const { isValid, isPossible } = readPhone(text, callingCode);
  if (isValid) return [];
  return [finding('PHONE_INVALID', isPossible ? 'WARNING' : 'ERROR', whyNoPhone(text))];
};
