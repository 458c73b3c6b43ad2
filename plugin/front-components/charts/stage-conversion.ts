import { STAGES, type Stage } from '../../../objects/taxonomy/types.ts';

/** Opportunities that stand in a stage with an outcome. */
export interface StageCount {
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly count: number;
}

/** A move out of a stage to an earlier one, and where the opportunity stands now. */
export interface MoveBack {
  readonly opportunityId: string;
  readonly from: string | null;
  readonly now: string | null;
}

export interface StageConversion {
  readonly stage: Stage;
  /** Opportunities that ever came as far. */
  readonly reached: number;
  /** Those of them that stand before this stage, for they moved back. */
  readonly movedBack: readonly string[];
  /** The share that came to the next stage, 0 to 1; null at the last stage and where none came. */
  readonly passedOn: number | null;
  /** Open ones that stand here. */
  readonly open: number;
  /** Lost or abandoned ones that ended here. */
  readonly ended: number;
}

const ENDED: ReadonlySet<string | null> = new Set(['LOST', 'ABANDONED']);

/** A record without a stage stands at the first. */
const indexOf = (stage: string | null): number => Math.max(0, STAGES.indexOf(stage as Stage));

const sum = (counts: readonly StageCount[]): number => counts.reduce((total, { count }) => total + count, 0);

/** Where the opportunities that moved back had come to, each once. */
const furthest = (
  moves: readonly MoveBack[],
): readonly { readonly id: string; readonly from: number; readonly now: number }[] =>
  [...Map.groupBy(moves, (move) => move.opportunityId)].map(([id, own]) => ({
    id,
    from: Math.max(...own.map((move) => indexOf(move.from))),
    now: indexOf(own[0]?.now ?? null),
  }));

/**
 * How many opportunities came to each stage and passed on (5.3.1). Whoever stands in a stage has come to every one
 * before it; whoever moved back had come further.
 */
export const stageConversion = (
  counts: readonly StageCount[],
  moves: readonly MoveBack[],
): readonly StageConversion[] => {
  const back = furthest(moves);
  const movedBack = STAGES.map((_stage, at) =>
    back.filter(({ from, now }) => from >= at && now < at).map(({ id }) => id),
  );
  const reached = STAGES.map(
    (_stage, at) => sum(counts.filter(({ stage }) => indexOf(stage) >= at)) + (movedBack[at]?.length ?? 0),
  );
  return STAGES.map((stage, at) => {
    const here = counts.filter((one) => indexOf(one.stage) === at);
    const came = reached[at] ?? 0;
    const next = reached[at + 1];
    return {
      stage,
      reached: came,
      movedBack: movedBack[at] ?? [],
      passedOn: next === undefined || came === 0 ? null : next / came,
      open: sum(here.filter(({ outcome }) => (outcome ?? 'OPEN') === 'OPEN')),
      ended: sum(here.filter(({ outcome }) => ENDED.has(outcome))),
    };
  });
};
