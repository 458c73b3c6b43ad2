import { compareText } from '../../../workflows/run/compare-text.ts';

/** Somebody who may have work. */
export interface Worker {
  readonly id: string;
  readonly name: string;
}

/** Open opportunities of an owner. */
export interface DealCount {
  /** Workspace member; null where nobody owns them. */
  readonly person: string | null;
  readonly count: number;
}

/** Open tasks of somebody that end on one day. */
export interface TaskCount extends DealCount {
  /** `YYYY-MM-DD`, or an instant of that day; null without a deadline. */
  readonly dueOn: string | null;
}

export interface MemberLoad {
  /** Null for what is nobody's. */
  readonly worker: Worker | null;
  readonly openDeals: number;
  readonly openTasks: number;
  readonly overdueTasks: number;
}

const sum = (counts: readonly DealCount[]): number => counts.reduce((total, { count }) => total + count, 0);

/**
 * The work each member has (5.3.4): open opportunities, open tasks and those of them whose last day is over, whoever has
 * most tasks first; what is nobody's last. Whoever has none is left out.
 */
export const memberLoad = (
  workers: readonly Worker[],
  deals: readonly DealCount[],
  tasks: readonly TaskCount[],
  today: string,
): readonly MemberLoad[] => {
  const loadOf = (worker: Worker | null): MemberLoad => {
    const own = tasks.filter(({ person }) => person === (worker?.id ?? null));
    return {
      worker,
      openDeals: sum(deals.filter(({ person }) => person === (worker?.id ?? null))),
      openTasks: sum(own),
      overdueTasks: sum(own.filter(({ dueOn }) => dueOn !== null && dueOn.slice(0, 10) < today)),
    };
  };
  const ofWorkers = workers
    .map(loadOf)
    .sort(
      (left, right) =>
        right.openTasks - left.openTasks ||
        right.openDeals - left.openDeals ||
        compareText(left.worker?.name ?? '', right.worker?.name ?? ''),
    );
  return [...ofWorkers, loadOf(null)].filter(({ openDeals, openTasks }) => openDeals + openTasks > 0);
};
