import { asText, type Value } from '../judgement/values.ts';
import { previousRating } from '../run/credit-of.ts';
import { differenceOf } from '../run/difference.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';

/** What the application keeps of a credit record: whose it is, and the rating it fell or rose from (2.1.23). */
export const creditPatch = (company: TwentyRecord): readonly Patch[] =>
  nodesOf(company.tagCredits).flatMap(
    (credit) =>
      differenceOf(credit, {
        name: asText(company.name as Value),
        previousRating: previousRating(credit),
        judgedRating: textOrNull(credit.rating) ?? textOrNull(credit.judgedRating),
      }) ?? [],
  );
