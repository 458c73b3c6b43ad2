import seed from '../../seeds/phone-plans.generated.json' with { type: 'json' };

/** One country's numbers, as libphonenumber knows them. */
interface Plan {
  /** Two letters; null for a plan of no country. */
  readonly country: string | null;
  /** What tells this plan's numbers from those of others with the calling code. */
  readonly leading: RegExp | null;
  /** What may stand before a national number and is no part of it. */
  readonly prefix: RegExp | null;
  readonly transform: string | null;
  /** Any number of the plan, and the numbers of its types. */
  readonly numbers: readonly [general: RegExp, ofTypes: RegExp];
}

export interface PlannedNumber {
  readonly isValid: boolean;
  readonly callingCode: string;
  /** The national number without prefix. */
  readonly national: string;
  readonly country: string | null;
}

const begins = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`);
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const planOf = (row: string): Plan => {
  const [, region = '', leading = '-', prefix = '-', transform = '-', general = '', ofTypes = ''] = row
    .replaceAll('d', '\\d')
    .split(' ');
  return {
    country: region === '001' ? null : region,
    leading: leading === '-' ? null : begins(leading),
    prefix: prefix === '-' ? null : begins(prefix),
    transform: transform === '-' ? null : transform,
    numbers: [whole(general), whole(ofTypes)],
  };
};

const known = new Map<string, readonly Plan[]>();

/** The plans under a calling code, the main one first. Made when a number asks for them: most runs see none. */
const plansOf = (callingCode: string): readonly Plan[] => {
  let plans = known.get(callingCode);
  if (!plans) {
    plans = seed.rows.filter((row) => row.startsWith(`${callingCode} `)).map(planOf);
    known.set(callingCode, plans);
  }
  return plans;
};

const isOf = ({ numbers }: Plan, national: string): boolean => numbers.every((pattern) => pattern.test(national));

const withoutPrefix = ({ prefix, transform, numbers: [general] }: Plan, national: string): string => {
  const match = prefix?.exec(national);
  if (!prefix || !match) return national;
  const isTransformed = transform !== null && match.length > 1 && match.at(-1) !== undefined;
  const rest = isTransformed ? national.replace(prefix, transform) : national.slice(match[0].length);
  // The prefix may be the beginning of the number itself: 8 in Russia.
  return general.test(national) && !general.test(rest) ? national : rest;
};

const planFor = (plans: readonly Plan[], national: string): Plan | undefined =>
  plans.length === 1
    ? plans[0]
    : plans.find((plan) => (plan.leading ? plan.leading.test(national) : isOf(plan, national)));

/**
 * Reads an international number from its digits, calling code first, and tells whether there can be such a number;
 * null when no calling code begins it. The verdicts are those of libphonenumber with its full metadata, which the
 * tests hold against it: the library itself is too heavy for a hook that starts for one event.
 */
export const readInternational = (digits: string): PlannedNumber | null => {
  for (const length of [1, 2, 3]) {
    const callingCode = digits.slice(0, length);
    const plans = plansOf(callingCode);
    const [main] = plans;
    if (!main) continue;
    const national = withoutPrefix(main, digits.slice(length));
    const plan = planFor(plans, national);
    return {
      isValid: plan !== undefined && isOf(plan, national),
      callingCode,
      national,
      country: plan?.country ?? null,
    };
  }
  return null;
};
