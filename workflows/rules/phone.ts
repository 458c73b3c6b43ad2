import { folded as foldCharacters } from './characters.ts';
import { expression } from './expression.ts';
import { type Finding, finding } from './finding.ts';
import { readInternational } from './phone-plans.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Mobile prefixes that the MIIT has given out (table to the end of March 2023); libphonenumber lacks some and has others. */
const MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-35-8]|8\d|9[0-35-9])\d{8}$/;
/** What a mobile number looks like, listed or not: new prefixes appear before any table has them. */
const MOBILE_LIKE = /^1[3-9]\d{9}$/;
const FIXED = /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/;
const SERVICE = /^[48]00\d{7}$/;
const EXTENSION = expression('\\s*(?:转|轉|分机|分機|ext\\.?|x|#)\\s*(\\d{1,6})$', 'i');
const DASHED_EXTENSION = /^(.*\d{7,8})-(\d{1,6})$/;
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

/** The digits of a number, with the plus before them; empty when it holds anything that is not dialled. */
const dialledOf = (text: string): string => {
  const bare = text.replace(SEPARATORS, '').replace(BRACKETS, '$1');
  return DIALLED.test(bare) ? bare : '';
};

const isFixed = (dialled: string): boolean => FIXED.test(dialled.replace(CHINA, '').replace(/^(?!0)/, '0'));

/** What is dialled, and the extension behind it. A dash parts the extension only from a Chinese fixed line. */
const split = (folded: string): readonly [string, string | null] => {
  const marked = EXTENSION.exec(folded);
  if (marked) return [dialledOf(folded.slice(0, marked.index)), marked[1] ?? null];
  const [, line = '', extension = null] = DASHED_EXTENSION.exec(folded) ?? [];
  const dialled = dialledOf(line);
  const isLine = CHINA.test(dialled) || dialled.startsWith('0');
  return isLine && isFixed(dialled) ? [dialled, extension] : [dialledOf(folded), null];
};

const chinese = (national: string, extension: string | null, e164: string): PhoneVerdict => ({
  isValid: national !== '',
  isPossible: true,
  e164,
  country: 'CN',
  extension,
});

/** What the digits may stand for as an international number, the likeliest first. */
const internationalFormsOf = (dialled: string, callingCode: string | undefined): readonly string[] => {
  const digits = dialled.replace('+', '');
  if (dialled.startsWith('+')) return [digits];
  if (callingCode) return [`${callingCode}${digits}`];
  if (digits.startsWith('00')) return [digits.slice(2)];
  return digits.startsWith('86') ? [`86${digits}`, digits] : [`86${digits}`];
};

/** A fixed line as most write it. */
const PLAIN_FIXED = /^(0\d{2,3})-?(\d{7,8})$/;

const isAbroad = (callingCode: string | undefined): boolean =>
  callingCode !== undefined && !/^\+?(?:86)?$/.test(callingCode);

/** The number of a mobile phone or a fixed line that needs no reading, as nearly every number is. */
const plainlyChinese = (text: string): PhoneVerdict | null => {
  if (MOBILE.test(text)) return chinese(text, null, `+86${text}`);
  const [, area = '', line = ''] = PLAIN_FIXED.exec(text) ?? [];
  return FIXED.test(area + line) ? chinese(area + line, null, `+86${area.slice(1)}${line}`) : null;
};

/**
 * Reads a phone number as people write it, Chinese unless it says otherwise: full-width digits, brackets, extensions.
 * With words beside it or letters among its digits it is none. Valid is what the MIIT's expression or libphonenumber's
 * full metadata knows (2.1.5, 3.2.7).
 */
export const readPhone = (text: string, callingCode?: string): PhoneVerdict => {
  const plain = isAbroad(callingCode) ? null : plainlyChinese(text);
  if (plain) return plain;
  const folded = foldCharacters(text);
  const [digits, extension] = split(folded);
  const national = digits.replace(CHINA, '');
  const code = callingCode?.replace(/\D/g, '');
  const isChinese = !code || code === '86';
  // The expressions go first: nearly every number is Chinese, and the plans of the world are slow to wake.
  if (isChinese || national !== digits) {
    if (MOBILE.test(national)) return chinese(national, extension, `+86${national}`);
    if (FIXED.test(national)) return chinese(national, extension, `+86${national.slice(1)}`);
    if (SERVICE.test(national)) return chinese(national, extension, `+86${national}`);
  }
  const forms = internationalFormsOf(digits, isChinese ? undefined : code).map(readInternational);
  const found = forms.find((form) => form?.isValid) ?? forms[0];
  const isValid = found?.isValid ?? false;
  return {
    isValid,
    isPossible: isValid || MOBILE_LIKE.test(national),
    e164: found && isValid ? `+${found.callingCode}${found.national}` : null,
    country: found ? found.country : isChinese ? 'CN' : null,
    extension,
  };
};

/** Whether a text holds two numbers or more, each long enough for one. */
const isSeveral = (text: string): boolean =>
  foldCharacters(text)
    .split(BETWEEN_NUMBERS)
    .filter((part) => part.replace(/\D/g, '').length >= 7).length > 1;

/** A number that cannot be dialled is an error; a mobile number that no table lists yet is a warning. */
export const checkPhone = (text: string, callingCode?: string): readonly Finding[] => {
  const { isValid, isPossible } = readPhone(text, callingCode);
  if (isValid) return [];
  return [finding('PHONE_INVALID', isPossible ? 'WARNING' : 'ERROR', whyUnreadable(text, isSeveral(text)))];
};
