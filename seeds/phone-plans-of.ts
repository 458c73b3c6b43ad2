import type { MetadataJson } from 'libphonenumber-js/core';

/** The places of a numbering plan in libphonenumber's packed metadata that tell whether a number is valid. */
const CALLING_CODE = 0;
const NUMBER = 2;
const NATIONAL_PREFIX = 5;
const PREFIX_FOR_PARSING = 7;
const PREFIX_TRANSFORM = 8;
const LEADING_DIGITS = 10;
const TYPES = 11;

type Packed = readonly unknown[];
/** The region of plans that belong to no country. */
const NOWHERE = '001';

const numbersOf = (plan: Packed): string => {
  const types = plan[TYPES] as readonly (0 | readonly [pattern: string])[] | undefined;
  const patterns = types?.flatMap((type) => (type ? [type[0]] : [])).filter(Boolean);
  return patterns?.join('|') ?? String(plan[NUMBER]);
};

/** `\d` is written `d`: no pattern has a letter of its own. */
const rowOf = (region: string, plan: Packed): string =>
  [
    plan[CALLING_CODE],
    region,
    plan[LEADING_DIGITS] || '-',
    plan[PREFIX_FOR_PARSING] || plan[NATIONAL_PREFIX] || '-',
    plan[PREFIX_TRANSFORM] || '-',
    plan[NUMBER],
    numbersOf(plan),
  ]
    .join(' ')
    .replaceAll('\\d', 'd');

/**
 * The numbering plans of libphonenumber's full metadata, one a row, without what only formats a number: calling code,
 * region, leading digits, national prefix, its transformation, the pattern of every number, those of each type. The
 * first of the plans that share a calling code is the main one.
 */
export const phonePlansOf = (metadata: MetadataJson): readonly string[] => [
  ...Object.values(metadata.country_calling_codes)
    .flat()
    .map((region) => rowOf(region, metadata.countries[region] as Packed)),
  ...Object.values(metadata.nonGeographic).map((plan) => rowOf(NOWHERE, plan as Packed)),
];
