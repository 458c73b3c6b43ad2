import { canonical } from '../rules/canonical.ts';
import { digest } from '../rules/digest.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';

/** A date as Twenty gives it, `YYYY-MM-DD`; null where there is none. */
export const dateIn = (value: unknown): string | null => textOrNull(value)?.slice(0, 10) ?? null;

export const clausesIn = ({ clauses }: TwentyRecord): readonly string[] =>
  Array.isArray(clauses) ? clauses.map(String).sort() : [];

/** What an agreement says, in short: the member acknowledges this and nothing else. */
export const termsOf = (agreement: TwentyRecord): string =>
  digest(
    canonical([
      textOrNull(agreement.memberId),
      dateIn(agreement.signedOn),
      dateIn(agreement.validUntil),
      clausesIn(agreement),
    ]),
  );
