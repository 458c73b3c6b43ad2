/** Powers of ten that Chinese amounts are written with. */
const POWERS: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  萬: 4,
  百万: 6,
  百萬: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
};

/** A source for regular expressions: any of the units. */
export const NUMBER_UNIT: string = Object.keys(POWERS)
  .sort((left, right) => right.length - left.length)
  .join('|');

/** Digits in groups of three, or of four as Chinese counts; "1,2" is no number that one could be sure of. */
const NUMBER = new RegExp(
  `^([+-]?(?:\\d+|\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:,\\d{4})+)(?:\\.\\d+)?)(?:e([+-]?\\d{1,3}))?(${NUMBER_UNIT})?(?:元|人|名|天|次|个|個|家|%)?$`,
  'i',
);

/**
 * A number as people write it: full-width, grouped, with 万 or 亿, with what is counted behind it, in a spreadsheet's
 * scientific notation. Null when it cannot be told, or is larger than numbers are exact.
 */
export const readNumber = (text: string): number | null => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replaceAll('−', '-')
    .replace(/(?<=\d)[\s'](?=\d)/g, ',')
    .replace(/\s/g, '');
  const match = NUMBER.exec(plain);
  if (!match) return null;
  // The power goes into the text: 1.15 times 1e8 would miss 115,000,000 by a hair.
  const power = Number(match[2] ?? 0) + (POWERS[match[3] ?? ''] ?? 0);
  const number = Number(`${match[1]?.replaceAll(',', '')}e${power}`);
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : null;
};
