import seed from '../../seeds/company-size.json' with { type: 'json' };
import { oncePer } from './once.ts';

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
  readonly employees?: number | undefined;
  /** In yuan. */
  readonly revenueYuan?: number | undefined;
  /** In yuan. */
  readonly assetsYuan?: number | undefined;
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

const INDICATORS = ['X', 'Y', 'Z'] as const;
const TIERS = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
const LIMIT: Readonly<Record<'LARGE' | 'MEDIUM' | 'SMALL', keyof Limits>> = {
  LARGE: 'large',
  MEDIUM: 'medium',
  SMALL: 'small',
};

interface Candidates {
  readonly rows: readonly Row[];
  readonly uncovered: readonly string[];
}

const NO_CANDIDATES: Candidates = { rows: [], uncovered: [] };

/**
 * What a code can mean: rows whose prefix begins it or that it begins, and the uncovered codes likewise. A code has two
 * to four digits: there are never more than some ten thousand of them to keep.
 */
const candidatesOf = oncePer((code: string): Candidates => {
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
});

/** What is known of each indicator. */
type Indicated = Readonly<Record<Indicator, number | undefined>>;

/** The best tier an indicator allows; null when it is not known. */
const tierOf = (value: number | undefined, limits: Limits): number | null => {
  if (value === undefined) return null;
  if (value >= limits.large) return 0;
  if (value >= limits.medium) return 1;
  return value >= limits.small ? 2 : 3;
};

/** The size an industry's row gives; null where a missing indicator could change it. */
const sizeBy = ({ indicators }: Row, known: Indicated): CompanySize | null => {
  let worst = 0;
  let isMissing = false;
  for (const name of INDICATORS) {
    const limits = indicators[name];
    if (!limits) continue;
    const tier = tierOf(known[name], limits);
    if (tier === null) isMissing = true;
    else worst = Math.max(worst, tier);
  }
  // All listed indicators must reach a tier's lower limit: one at the bottom decides, whatever the others are.
  return isMissing && worst < 3 ? null : (TIERS[worst] ?? 'MICRO');
};

const reasonsFor = ({ indicators }: Row, known: Indicated, size: CompanySize | null): readonly SizeReason[] => {
  const listed = Object.entries(indicators) as [Indicator, Limits][];
  if (size === null) {
    const missing = listed.flatMap(([name]) => (known[name] === undefined ? [name] : []));
    return [{ code: 'MISSING_INDICATOR', data: { missing } }];
  }
  return listed.flatMap(([indicator, limits]): SizeReason[] => {
    const value = known[indicator];
    if (value === undefined) return [];
    if (size !== 'MICRO') return [{ code: 'REACHES', data: { indicator, value, limit: limits[LIMIT[size]] } }];
    // One indicator at the bottom decides: the others may reach more.
    return value < limits.small ? [{ code: 'BELOW', data: { indicator, value, limit: limits.small } }] : [];
  });
};

const usable = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;

const inTenThousands = (yuan: number | undefined): number | undefined =>
  yuan === undefined ? undefined : yuan / 10_000;

const indicatedBy = ({ employees, revenueYuan, assetsYuan }: SizeInput): Indicated => ({
  X: usable(employees),
  Y: inTenThousands(usable(revenueYuan)),
  Z: inTenThousands(usable(assetsYuan)),
});

/** The code a size is looked up by; null for what is no code of GB/T 4754. */
const codeOf = ({ segment, group: text }: SizeInput): string | null => {
  const division = segment
    .trim()
    .toUpperCase()
    .replace(/^[A-T]/, '');
  const group = text?.trim() || undefined;
  const code = group ?? division;
  return code.startsWith(division) && /^\d{2,4}$/.test(code) ? code : null;
};

/**
 * Size of a company by the 2017 method of the National Bureau of Statistics: the highest tier whose lower limits all
 * the indicators of its industry reach, else micro; limits are inclusive. Decides with an indicator missing only when
 * the missing one could not change the answer; null where it decides nothing. An indicator that is no number or below
 * zero counts as missing: the record that carries it is still judged, and another rule says what is wrong with it.
 */
export const decidedSize = (input: SizeInput): CompanySize | null => {
  const code = codeOf(input);
  if (code === null) return null;
  const found = candidatesOf(code);
  if (found.uncovered.length > 0) return null;
  const known = indicatedBy(input);
  let size: CompanySize | null = null;
  for (const row of found.rows) {
    const sizeOfRow = sizeBy(row, known);
    if (sizeOfRow === null || (size !== null && sizeOfRow !== size)) return null;
    size = sizeOfRow;
  }
  return size;
};

/** The same with what it follows from: the row of the method, and why it decides or does not. */
export const companySize = (input: SizeInput): SizeVerdict => {
  const code = codeOf(input);
  const { rows: found, uncovered } = code === null ? NO_CANDIDATES : candidatesOf(code);
  const [first] = found;
  const [outside] = uncovered;
  if (code === null || (!first && !outside)) {
    const group = input.group?.trim();
    const data = { segment: input.segment, ...(group ? { group } : {}) };
    return { size: null, rule: null, status: 'UNKNOWN_SEGMENT', reasons: [{ code: 'UNKNOWN_SEGMENT', data }] };
  }
  if (!first) {
    const data = { code: outside ?? '', why: notCovered[outside ?? ''] ?? 'OUTSIDE' };
    return { size: 'NOT_COVERED', rule: null, status: 'NOT_COVERED', reasons: [{ code: 'NOT_COVERED', data }] };
  }
  const size = decidedSize(input);
  if (size || (found.length === 1 && !outside)) {
    const status = size ? 'DECIDED' : 'MISSING_INDICATOR';
    return { size, rule: first.key, status, reasons: reasonsFor(first, indicatedBy(input), size) };
  }
  const groups = [...found.flatMap((row) => row.prefixes), ...uncovered]
    .filter((prefix) => prefix.startsWith(code) && prefix !== code)
    .sort();
  return { size: null, rule: null, status: 'NEEDS_GROUP', reasons: [{ code: 'NEEDS_GROUP', data: { groups } }] };
};
