import { folded } from '../../workflows/rules/characters.ts';

/** Powers of ten that Chinese amounts are written with. */
const POWERS: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  十万: 5,
  十萬: 5,
  百万: 6,
  百萬: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  十亿: 9,
  十億: 9,
  百亿: 10,
  百億: 10,
  千亿: 11,
  千億: 11,
  万亿: 12,
  萬億: 12,
};

/** A source for regular expressions: any of the units. */
export const NUMBER_UNIT: string = Object.keys(POWERS)
  .sort((left, right) => right.length - left.length)
  .join('|');

/** Digits in groups of three, or of four as Chinese counts; "1,2" is no number that one could be sure of. */
const NUMBER = new RegExp(
  `^([+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:,\\d{4})+)(?:\\.\\d+)?)(?:e([+-]?\\d{1,3}))?(${NUMBER_UNIT})?(?:元|人|名|天|日|次|个|個|家|%)?$`,
  'i',
);
/** Accountants write what is below zero in brackets, whatever stands around them. */
const IN_BRACKETS = /^([^\d()]*)\(([^()]*\d[^()]*)\)([^\d()]*)$/;

/**
 * An amount's text with its signs in one form: brackets around digits are a minus, brackets around a word are none
 * (`300(万)`), a minus behind or before a currency's sign stands at the number.
 */
export const plainAmount = (text: string): string =>
  folded(text)
    .replace(IN_BRACKETS, '$1-$2$3')
    .replace(/\(([^()\d]*)\)/g, '$1')
    .replace(/^([^\d+-]*)(\d[\d.,]*)-$/, '$1-$2')
    .replace(/^([+-])([^\d\s+-]+)\s*(?=\d)/, '$2$1');

/**
 * A number as people write it: full-width, grouped, with 万 or 亿, with what is counted behind it, in brackets when it
 * is below zero, in a spreadsheet's scientific notation. Null when it cannot be told, or is larger than numbers are exact.
 */
export const readNumber = (text: string): number | null => {
  const plain = plainAmount(text)
    .replace(/(?<=\d)[\s'](?=\d)/g, ',')
    .replace(/\s/g, '');
  const match = NUMBER.exec(plain);
  if (!match) return null;
  // The power goes into the text: 1.15 times 1e8 would miss 115,000,000 by a hair.
  const power = Number(match[2] ?? 0) + (POWERS[match[3] ?? ''] ?? 0);
  const number = Number(`${match[1]?.replaceAll(',', '')}e${power}`);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
};
