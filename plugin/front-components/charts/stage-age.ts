import { STAGES, type Stage } from '../../../objects/taxonomy/types.ts';

/** Open opportunities that came to a stage on the same day. */
export interface ArrivalCount {
  readonly stage: string | null;
  /** The day, as an instant in it; null where Twenty knows of none. */
  readonly since: string | null;
  readonly count: number;
}

export interface StageAge {
  readonly stage: Stage;
  readonly open: number;
  /** Days; null where none is open, or since when is not known. */
  readonly average: number | null;
  readonly longest: number | null;
  /** The day those came who have stood longest, `YYYY-MM-DD`. */
  readonly since: string | null;
}

const DAY = 86_400_000;

const daysSince = (since: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(since)) / DAY));

const earlier = (left: string | null, right: string | null): string | null =>
  left === null || (right !== null && right < left) ? right : left;

/** How long the open opportunities have stood in their stage (5.2.3), to the day. */
export const stageAge = (counts: readonly ArrivalCount[], now: number): readonly StageAge[] =>
  STAGES.map((stage, at) => {
    // A record without a stage stands at the first.
    const here = counts.filter((one) => Math.max(0, STAGES.indexOf(one.stage as Stage)) === at);
    const dated = here.flatMap(({ since, count }) => (since === null ? [] : [{ days: daysSince(since, now), count }]));
    const number = dated.reduce((sum, { count }) => sum + count, 0);
    return {
      stage,
      open: here.reduce((sum, { count }) => sum + count, 0),
      average: number === 0 ? null : dated.reduce((sum, { days, count }) => sum + days * count, 0) / number,
      longest: number === 0 ? null : Math.max(...dated.map(({ days }) => days)),
      since: here.map(({ since }) => since?.slice(0, 10) ?? null).reduce(earlier, null),
    };
  });
