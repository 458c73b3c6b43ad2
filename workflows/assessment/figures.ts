import type { TwentyRecord } from '../run/record-change.ts';
import type { Settings } from '../settings.ts';
import { type Counted, RATES, type Share } from './counted.ts';
import { gradeOf, rateOf, rounded, scoreOf } from './score.ts';

const shareIn = (record: TwentyRecord, name: string): Share => ({
  part: Number(record[`${name}Part`] ?? 0),
  whole: Number(record[`${name}Whole`] ?? 0),
});

/**
 * The fields of an assessment that follow from what was counted. How the records stood is kept as it was when the
 * quarter ended: nobody can tell it later on.
 */
export const figuresOf = (
  { rates: found, duties, byDiscovery }: Counted,
  { assessmentWeights, assessmentGrades }: Pick<Settings, 'assessmentWeights' | 'assessmentGrades'>,
  kept: TwentyRecord | null,
): Readonly<Record<string, unknown>> => {
  const rates = kept
    ? { ...found, completeness: shareIn(kept, 'completeness'), propriety: shareIn(kept, 'propriety') }
    : found;
  const score = scoreOf(rates, assessmentWeights);
  return {
    ...Object.fromEntries(
      RATES.flatMap((name) => [
        [name, rateOf(rates[name])],
        [`${name}Part`, rounded(rates[name].part)],
        [`${name}Whole`, rates[name].whole],
      ]),
    ),
    byDiscovery,
    weights: assessmentWeights.join('/'),
    score,
    grade: gradeOf(score, assessmentGrades),
    parts: duties,
  };
};
