import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/max/metadata';
import { describe, expect, it } from 'vitest';
import seed from '../../../seeds/phone-plans.generated.json' with { type: 'json' };
import { phonePlansOf } from '../../../seeds/phone-plans-of.ts';
import { readPhone } from '../../../workflows/rules/phone.ts';
import { readInternational } from '../../../workflows/rules/phone-plans.ts';

const callingCodes = [...new Set(seed.rows.map((row) => row.slice(0, row.indexOf(' '))))];
const mobiles = Object.entries(examples).map(([region, national]): [string, string] => [
  region,
  `${metadata.countries[region as keyof typeof examples]?.[0]}${national}`,
]);

const ours = (digits: string) => {
  const number = readInternational(digits);
  return number?.isValid ? { e164: `+${number.callingCode}${number.national}`, country: number.country } : null;
};
const library = (digits: string) => {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? { e164: number.number, country: number.country ?? null } : null;
};

const digit = fc.integer({ min: 0, max: 9 });
/** A real number with a few digits changed, now and then one more or one less, or a national prefix. */
const nearlyReal = fc
  .tuple(
    fc.constantFrom(...mobiles.map(([, number]) => number)),
    fc.array(fc.tuple(fc.nat({ max: 14 }), digit), { maxLength: 3 }),
    fc.constantFrom('', '0', '1', '8', '-'),
  )
  .map(([number, changes, end]) => {
    const digits = [...number];
    for (const [at, to] of changes) if (at > 3 && at < digits.length) digits[at] = String(to);
    const text = digits.join('');
    return end === '-' ? text.slice(0, -1) : `${text}${end}`;
  });
const prefixed = fc
  .tuple(fc.constantFrom(...mobiles), fc.constantFrom('0', '1', '8', '00', '06', '15'))
  .map(([[, number], prefix]) => {
    const code = callingCodes.find((one) => number.startsWith(one)) ?? '';
    return `${code}${prefix}${number.slice(code.length)}`;
  });
const random = fc
  .tuple(fc.constantFrom(...callingCodes), fc.array(digit, { minLength: 3, maxLength: 13 }))
  .map(([code, digits]) => `${code}${digits.join('')}`);

describe('numbering plans', () => {
  it('are those of the installed libphonenumber (npm run phones)', () => {
    expect(seed.rows).toEqual(phonePlansOf(metadata));
  });
  it.each(mobiles)('an example of %s, %s, is valid', (_region, number) => {
    expect(ours(number)).toEqual(library(number));
    expect(ours(number)).not.toBeNull();
  });
  it.each([
    ['numbers that are nearly real', nearlyReal],
    ['national prefixes after the calling code', prefixed],
    ['any digits', random],
  ] as const)('%s: the verdict of the library', (_title, numbers) => {
    fc.assert(
      fc.property(numbers, (number) => isDeepStrictEqual(ours(number), library(number))),
      { seed: 20_261_124, numRuns: 2_000 },
    );
  });
  it.each(['999123', '', '1', '0', '8613800138000'])('"%s": the verdict of the library', (number) => {
    expect(ours(number)).toEqual(library(number));
  });
});

describe('numbers as people write them, Chinese unless they say otherwise', () => {
  const written = fc.oneof(
    fc.tuple(fc.constantFrom('', '0', '00', '86', '+86', '0086'), fc.array(digit, { minLength: 5, maxLength: 12 })),
    fc.tuple(fc.constantFrom('1', '+861', '861', '00861'), fc.array(digit, { minLength: 10, maxLength: 10 })),
    fc.tuple(fc.constantFrom('+852', '00852', '+1', '001', '+44'), fc.array(digit, { minLength: 8, maxLength: 10 })),
  );
  /**
   * What the expressions accept beside the library: the MIIT's mobiles, area codes to come, 400 and 800; Hong Kong, Macao
   * and Taiwan without a plus.
   */
  const CHINESE =
    /^(?:\+86|0086)?(?:1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-35-8]|8\d|9[0-35-9])\d{8}|0\d{9,11}|[48]00\d{7})$|^8(?:5[23]\d{8}|86\d{8,9})$/;
  it('are valid where the library, or the expression of the MIIT, says so', () => {
    fc.assert(
      fc.property(written, ([prefix, digits]) => {
        const text = `${prefix}${digits.join('')}`;
        const isKnown = parsePhoneNumberFromString(text, 'CN')?.isValid() ?? false;
        const { isValid } = readPhone(text);
        return isKnown ? isValid : !isValid || CHINESE.test(text);
      }),
      { seed: 20_261_124, numRuns: 2_000 },
    );
  });
  it.each(['(+852) 2123 4567', '+852-2123-4567', '00852 2123 4567', '+44 20 7946 0018', '+1 (650) 253-0000'])(
    '%s is valid',
    (text) => expect(readPhone(text)).toMatchObject({ isValid: true, isPossible: true }),
  );
});
