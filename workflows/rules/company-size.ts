import seed from '../../seeds/company-size.json' with { type: 'json' };

export type CompanySize = 'LARGE' | 'MEDIUM' | 'SMALL' | 'MICRO';

/** X persons employed, Y revenue and Z assets in 10,000 yuan. */
type Indicator = 'X' | 'Y' | 'Z';
interface Limits {
  readonly large: number;
  readonly medium: number;
  readonly small: number;
}
interface Row {
  readonly key: string;
  readonly indicators: Partial<Readonly<Record<Indicator, Limits>>>;
  readonly prefixes: readonly string[];
}

export interface SizeInput {
  /** `C36`, `36`, or a group or class of GB/T 4754 such as `704`, `7010`. */
  readonly segment: string;
  /** Group (3 digits) or class (4) where the division alone does not say. */
  readonly group?: string;
  readonly employees?: number;
  /** In yuan. */
  readonly revenueYuan?: number;
  /** In yuan. */
  readonly assetsYuan?: number;
}

export interface SizeReason {
  readonly code: 'REACHES' | 'BELOW' | 'NOT_COVERED' | 'MISSING_INDICATOR' | 'NEEDS_GROUP' | 'UNKNOWN_SEGMENT';
  readonly data: Readonly<Record<string, string | number | readonly string[]>>;
}

export interface SizeVerdict {
  readonly size: CompanySize | 'NOT_COVERED' | null;
  /** Key of the method's row; null when none applies. */
  readonly rule: string | null;
  readonly status: 'DECIDED' | 'NOT_COVERED' | 'MISSING_INDICATOR' | 'NEEDS_GROUP' | 'UNKNOWN_SEGMENT';
  readonly reasons: readonly SizeReason[];
}

const rows = seed.rows as readonly Row[];
const notCovered: Readonly<Record<string, string | undefined>> = seed.notCovered;

const TIERS = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
const LIMIT: Readonly<Record<'LARGE' | 'MEDIUM' | 'SMALL', keyof Limits>> = {
  LARGE: 'large',
  MEDIUM: 'medium',
  SMALL: 'small',
};

/** What a code can mean: rows whose prefix begins it or that it begins, and the uncovered codes likewise. */
const candidatesOf = (code: string): { rows: readonly Row[]; uncovered: readonly string[] } => {
  const covers = (prefix: string): boolean => code.startsWith(prefix);
  const refines = (prefix: string): boolean => prefix.startsWith(code) && prefix !== code;
  const uncoveredExact = Object.keys(notCovered).filter(covers);
  if (uncoveredExact.length > 0) return { rows: [], uncovered: uncoveredExact };
  const exact = rows.filter((row) => row.prefixes.some(covers));
  if (exact.length > 0) return { rows: exact, uncovered: [] };
  return {
    rows: rows.filter((row) => row.prefixes.some(refines)),
    uncovered: Object.keys(notCovered).filter(refines),
  };
};

interface Measured {
  readonly size: CompanySize | null;
  readonly reasons: readonly SizeReason[];
}

/** The best tier an indicator allows; null when it is not known. */
const tierOf = (value: number | undefined, limits: Limits): number | null => {
  if (value === undefined) return null;
  if (value >= limits.large) return 0;
  if (value >= limits.medium) return 1;
  return value >= limits.small ? 2 : 3;
};

const measure = (row: Row, values: Readonly<Record<Indicator, number | undefined>>): Measured => {
  const indicators = Object.entries(row.indicators) as [Indicator, Limits][];
  const tiers = indicators.map(([name, limits]) => tierOf(values[name], limits));
  const missing = indicators.filter((_entry, index) => tiers[index] === null).map(([name]) => name);
  const worst = Math.max(...tiers.map((tier) => tier ?? 0));
  // All listed indicators must reach a tier's lower limit: one at the bottom decides, whatever the others are.
  if (missing.length > 0 && worst < 3)
    return { size: null, reasons: [{ code: 'MISSING_INDICATOR', data: { missing } }] };
  const size = TIERS[worst] ?? 'MICRO';
  const known = indicators.filter((_entry, index) => tiers[index] !== null);
  return {
    size,
    reasons: known.map(([name, limits]) => {
      const value = values[name] ?? 0;
      if (size === 'MICRO') return { code: 'BELOW', data: { indicator: name, value, limit: limits.small } };
      const limit = limits[LIMIT[size]];
      return { code: 'REACHES', data: { indicator: name, value, limit } };
    }),
  };
};

const usable = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;

const inTenThousands = (yuan: number | undefined): number | undefined =>
  yuan === undefined ? undefined : yuan / 10_000;

/**
 * Size of a company by the 2017 method of the National Bureau of Statistics: the highest tier whose lower limits all
 * the indicators of its industry reach, else micro; limits are inclusive. Decides with an indicator missing only when
 * the missing one could not change the answer. An indicator that is no number or below zero counts as missing: the
 * record that carries it is still judged, and another rule says what is wrong with it.
 */
export const companySize = (input: SizeInput): SizeVerdict => {
  const division = input.segment
    .trim()
    .toUpperCase()
    .replace(/^[A-T]/, '');
  const group = input.group?.trim() || undefined;
  const code = group?.startsWith(division) ? group : division;
  if (!/^\d{2,4}$/.test(code) || (group !== undefined && code !== group)) {
    return {
      size: null,
      rule: null,
      status: 'UNKNOWN_SEGMENT',
      reasons: [{ code: 'UNKNOWN_SEGMENT', data: { segment: input.segment, ...(group ? { group } : {}) } }],
    };
  }
  const values = {
    X: usable(input.employees),
    Y: inTenThousands(usable(input.revenueYuan)),
    Z: inTenThousands(usable(input.assetsYuan)),
  };
  const candidates = candidatesOf(code);
  const [uncovered] = candidates.uncovered;
  if (candidates.rows.length === 0) {
    if (uncovered) {
      return {
        size: 'NOT_COVERED',
        rule: null,
        status: 'NOT_COVERED',
        reasons: [{ code: 'NOT_COVERED', data: { code: uncovered, why: notCovered[uncovered] ?? 'OUTSIDE' } }],
      };
    }
    return {
      size: null,
      rule: null,
      status: 'UNKNOWN_SEGMENT',
      reasons: [{ code: 'UNKNOWN_SEGMENT', data: { segment: input.segment, ...(group ? { group } : {}) } }],
    };
  }
  const [only] = candidates.rows;
  if (only && candidates.rows.length === 1 && !uncovered) {
    const { size, reasons } = measure(only, values);
    return { size, rule: only.key, status: size ? 'DECIDED' : 'MISSING_INDICATOR', reasons };
  }
  const verdicts = candidates.rows.map((row) => ({ row, ...measure(row, values) }));
  const sizes = new Set(verdicts.map((verdict) => verdict.size));
  const [agreed] = sizes;
  const [first] = verdicts;
  if (!uncovered && sizes.size === 1 && agreed && first) {
    return { size: agreed, rule: first.row.key, status: 'DECIDED', reasons: first.reasons };
  }
  const groups = [...candidates.rows.flatMap((row) => row.prefixes), ...candidates.uncovered]
    .filter((prefix) => prefix.startsWith(code) && prefix !== code)
    .sort();
  return { size: null, rule: null, status: 'NEEDS_GROUP', reasons: [{ code: 'NEEDS_GROUP', data: { groups } }] };
};
