/**
 * What a character is worth where texts are compared and read: which carry nothing, which are one and the same, and
 * which are what is left of a text that was damaged. Nothing else in the application knows.
 */
import { expression } from './expression.ts';

/**
 * Characters that show and say nothing: control characters, soft hyphen, zero-width spaces and joiners, marks of
 * writing direction, fillers, variation selectors, a byte order mark within a text. Tab and line breaks are white space.
 */
const INVISIBLE =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5' +
  '\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffc';
/** Tags and variation selectors beyond the first plane, as the two halves that stand for each. */
const INVISIBLE_PAIRS = '\\udb40[\\udc00-\\uddef]';
const ANY_INVISIBLE = expression(`[${INVISIBLE}]|${INVISIBLE_PAIRS}`, 'g');
const HAS_INVISIBLE = expression(`[${INVISIBLE}\\udb40]`);
const FIRST_INVISIBLE = expression(`[${INVISIBLE}]|${INVISIBLE_PAIRS}`);
const NOTHING_SEEN = expression(`^(?:[\\s\\u0085${INVISIBLE}]|${INVISIBLE_PAIRS})$`);

/** Signs that are one and the same, each with what stands for all of them. A long-vowel mark among kana is a letter. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [
    expression(
      '[\\u02d7\\u058a\\u05be\\u1806\\u2010-\\u2015\\u2043\\u207b\\u208b\\u2212\\u2500\\u2501\\u2796\\u2e3a\\u2e3b\\ufe31\\ufe32\\ufe58\\ufe63\\uff0d]|(?<![\\u3041-\\u30fa\\u30fd-\\u30ff]\\u30fc*)\\u30fc',
      'g',
    ),
    '-',
  ],
  [
    expression(
      '[[{\\u2045\\u2768\\u276a\\u276c\\u276e\\u2770\\u2772\\u2774\\u27e6\\u27e8\\u27ea\\u2985\\u3008\\u300a\\u300c\\u300e\\u3010\\u3014\\u3016\\u3018\\u301a\\ufe35\\ufe37\\ufe39\\ufe3b\\ufe59\\ufe5b\\ufe5d\\uff08\\uff3b\\uff5b]',
      'g',
    ),
    '(',
  ],
  [
    expression(
      '[\\]}\\u2046\\u2769\\u276b\\u276d\\u276f\\u2771\\u2773\\u2775\\u27e7\\u27e9\\u27eb\\u2986\\u3009\\u300b\\u300d\\u300f\\u3011\\u3015\\u3017\\u3019\\u301b\\ufe36\\ufe38\\ufe3a\\ufe3c\\ufe5a\\ufe5c\\ufe5e\\uff09\\uff3d\\uff5d]',
      'g',
    ),
    ')',
  ],
  [
    expression('[`\\u00b4\\u02b9\\u02bb-\\u02bd\\u02c8\\u055a\\u2018-\\u201b\\u2032\\u2035\\ua78c\\uff07\\uff40]', 'g'),
    "'",
  ],
  [expression('[\\u00ab\\u00bb\\u201c-\\u201f\\u2033\\u2036\\u301d-\\u301f\\uff02]', 'g'), '"'],
  [expression('[\\u0387\\u2022\\u2024\\u2027\\u2219\\u22c5\\u25cf\\u30fb\\u318d\\uff0e\\uff65]', 'g'), '\u00b7'],
];

/** Nothing but letters, digits, Chinese characters and signs that stand for themselves: most of what people enter. */
const PLAIN = expression(
  '^[\\u0020-\\u005a\\u005c\\u005e\\u005f\\u0061-\\u007a\\u007c\\u007e\\u3001\\u3002\\u4e00-\\u9fff]*$',
);
/** A letter, digit or sign of ASCII, or a Chinese character: it shows. Looked at first, for most of what people enter does. */
const shows = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
const showsThroughout = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (!shows(text.charCodeAt(at))) return false;
  return true;
};
const SHOWS = expression('[\\u0021-\\u007e\\u4e00-\\u9fff]');

/** A text without the characters that carry nothing. */
export const withoutInvisible = (text: string): string =>
  HAS_INVISIBLE.test(text) ? text.replace(ANY_INVISIBLE, '') : text;

/** A text without white space and invisible characters around it; those within it stay, as in an emoji of several. */
export const trimmed = (text: string): string => {
  if (showsThroughout(text)) return text;
  const plain = text.trim();
  if (!HAS_INVISIBLE.test(plain)) return plain;
  const characters = [...plain];
  let from = 0;
  let to = characters.length;
  while (from < to && NOTHING_SEEN.test(characters[from] ?? '')) from += 1;
  while (to > from && NOTHING_SEEN.test(characters[to - 1] ?? '')) to -= 1;
  return characters.slice(from, to).join('');
};

/** Whether a text shows nothing: white space and invisible characters alone. */
export const isBlankText = (text: string): boolean =>
  !shows(text.charCodeAt(0)) && !SHOWS.test(text) && withoutInvisible(text).trim() === '';

/** The first invisible character of a text, as `U+200B`; null when there is none. */
export const firstInvisible = (text: string): string | null => {
  const code = FIRST_INVISIBLE.exec(text)?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

const withSameSigns = (text: string): string => {
  let result = text;
  for (const [signs, one] of SAME) result = result.replace(signs, one);
  return result;
};

/**
 * A text as it is compared and read: full-width forms folded, one dash, one bracket of each side, one apostrophe, one
 * quotation mark, one middle dot, nothing invisible, no white space around it.
 */
export const folded = (text: string): string => {
  if (PLAIN.test(text)) return text.trim();
  // Before NFKC, which takes an acute accent apart.
  const unified = withSameSigns(withoutInvisible(text));
  const normal = unified.normalize('NFKC');
  return (normal === unified ? unified : withSameSigns(withoutInvisible(normal))).trim();
};

/** Leads of Chinese characters in UTF-8, and what continues them, when their bytes were read as Western letters. */
const WESTERN =
  '(?:[\\u00e4-\\u00e9][\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]{1,2}){2}';
/** The same of accented letters, signs and curly quotes: Ã¼ for ü, Â® for ®, â€™ for an apostrophe. */
const WESTERN_ACCENTS =
  '\\u00c3[\\u0080-\\u009f\\u00a1-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u201a\\u201e\\u2020\\u2021\\u2030\\u20ac\\u2122]|\\u00c2[\\u00a1-\\u00bf]|\\u00e2\\u20ac';
/**
 * What is left of damaged text: the replacement character; it, read as GBK; memory never filled; UTF-8 read as GBK, to
 * be known by what becomes of the usual words for a company; UTF-8 read as Western letters.
 */
const DAMAGE = expression(
  `\\ufffd+|\\u951f\\u65a4(?:\\u62f7)?|\\u65a4\\u62f7|(?:\\u70eb){3,}|(?:\\u5c6f){3,}|\\u00ef\\u00bf\\u00bd|\\u00ef\\u00bb\\u00bf|\\u934f[\\ue000-\\uf8ff]?\\u5f83|\\u93c8\\u5910\\u6aba|${WESTERN}|${WESTERN_ACCENTS}`,
);

/** What each kind of damage begins with: nearly no text holds any of it. */
const DAMAGE_BEGINS = expression(
  '[\\ufffd\\u951f\\u65a4\\u70eb\\u5c6f\\u934f\\u93c8\\u00c2\\u00c3\\u00e2\\u00e4-\\u00e9\\u00ef]',
);

/** What in a text shows that it was damaged on its way, such as U+FFFD; null when nothing does. */
export const damageIn = (text: string): string | null =>
  DAMAGE_BEGINS.test(text) ? (DAMAGE.exec(text)?.[0] ?? null) : null;
