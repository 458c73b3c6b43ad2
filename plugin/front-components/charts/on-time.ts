/** Change notices of a month with the same status. */
export interface MonthCount {
  /** An instant or date in the month; null where no last day is known. */
  readonly month: string | null;
  readonly status: string | null;
  readonly count: number;
}

export interface MonthOnTime {
  /** The first of the month, `YYYY-MM-01`. */
  readonly month: string;
  /** Changes that were done or overdue. */
  readonly due: number;
  readonly onTime: number;
}

const DUE: ReadonlySet<string | null> = new Set(['DONE', 'DONE_LATE', 'OVERDUE']);

const sum = (counts: readonly MonthCount[]): number => counts.reduce((total, { count }) => total + count, 0);

/** How many of the changes due in each month were updated in time (1.3.5), the latest month first. */
export const onTimeByMonth = (counts: readonly MonthCount[], months: number): readonly MonthOnTime[] => {
  const due = counts.flatMap((one) => (one.month && DUE.has(one.status) ? [{ ...one, month: one.month }] : []));
  return [...Map.groupBy(due, ({ month }) => `${month.slice(0, 7)}-01`)]
    .map(([month, own]) => ({ month, due: sum(own), onTime: sum(own.filter(({ status }) => status === 'DONE')) }))
    .sort((left, right) => (left.month < right.month ? 1 : -1))
    .slice(0, months);
};
