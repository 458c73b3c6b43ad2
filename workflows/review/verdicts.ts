import type { GovernedObject, Language } from '../../objects/taxonomy/types.ts';
import { LIST_SEPARATORS } from '../messages/phrase.ts';
import { REVIEW_POINTS, type ReviewPoint, type Verdicts } from '../run/action.ts';
import { tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';

/** The field each point is said in (4.3.3). */
const FIELDS = {
  FORM: 'tagVerdictForm',
  TRUTH: 'tagVerdictTruth',
  BUSINESS: 'tagVerdictBusiness',
} as const satisfies Readonly<Record<ReviewPoint, string>>;

/** The fields of the verdict as they are once it has been taken. */
export const NO_VERDICT: Readonly<Record<string, null>> = Object.fromEntries(
  Object.values(FIELDS).map((field) => [field, null]),
);

/** What a record says of the points. */
export const verdictsOn = (record: TwentyRecord): Verdicts =>
  Object.fromEntries(
    REVIEW_POINTS.flatMap((point) => {
      const verdict = record[FIELDS[point]];
      return verdict === 'PASS' || verdict === 'FAIL' ? [[point, verdict]] : [];
    }),
  );

/** The points of which one thing is said. */
export const pointsThat = (verdicts: Verdicts, verdict: 'PASS' | 'FAIL'): readonly ReviewPoint[] =>
  REVIEW_POINTS.filter((point) => verdicts[point] === verdict);

/** What a point is called. */
export const pointLabel = (object: GovernedObject, point: ReviewPoint, language: Language): string =>
  tagLabel(object, FIELDS[point], language);

/** Several of them in one line. */
export const pointLabels = (object: GovernedObject, points: readonly ReviewPoint[], language: Language): string =>
  points.map((point) => pointLabel(object, point, language)).join(LIST_SEPARATORS[language]);
