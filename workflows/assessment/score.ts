import type { assessmentGrades } from '../../objects/taxonomy/picklists.ts';
import { type Counted, RATES, type RateName, type Share } from './counted.ts';

export type Grade = (typeof assessmentGrades)[number]['value'];

/** The grades from the best down; the last has no threshold. */
const GRADES = ['EXCELLENT', 'GOOD', 'PASSED', 'FAILED'] as const satisfies readonly Grade[];

/** To two decimals, a half upwards; what floating point puts just below a half counts as one. */
export const rounded = (value: number): number => Math.round((value + 1e-9) * 100) / 100;

/** A rate in percent; null where nothing was judged. */
export const rateOf = ({ part, whole }: Share): number | null => (whole > 0 ? rounded((100 * part) / whole) : null);

/** What each rate weighs: of one by which nothing was judged the others bear the weight, as much more each as it weighs. */
export const sharedWeights = (
  rates: Counted['rates'],
  weights: readonly number[],
): Readonly<Record<RateName, number>> => {
  const weightOf = (name: RateName): number => (rates[name].whole > 0 ? (weights[RATES.indexOf(name)] ?? 0) : 0);
  const total = RATES.reduce((sum, name) => sum + weightOf(name), 0);
  return Object.fromEntries(RATES.map((name) => [name, total > 0 ? (100 * weightOf(name)) / total : 0])) as Record<
    RateName,
    number
  >;
};

/** The score, 0 to 100 with two decimals (I5); null where nothing that weighs was judged. */
export const scoreOf = (rates: Counted['rates'], weights: readonly number[]): number | null => {
  const shared = sharedWeights(rates, weights);
  const borne = RATES.filter((name) => shared[name] > 0);
  if (borne.length === 0) return null;
  return rounded(borne.reduce((sum, name) => sum + (shared[name] * rates[name].part) / rates[name].whole, 0));
};

/** The grade of a score as it is shown: from its threshold on (I5). */
export const gradeOf = (score: number | null, thresholds: readonly number[]): Grade | null =>
  score === null ? null : (GRADES.find((_grade, at) => score >= (thresholds[at] ?? 0)) ?? 'FAILED');
