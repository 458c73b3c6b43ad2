/**
 * What has a last day: changes to follow (4.1.3), those apart that were found and nobody had reported (A2), gaps to fill
 * (3.2.3), returned tags to correct (4.3.4).
 */
export const DUTIES = ['CHANGE', 'DISCOVERY', 'COMPLETION', 'CORRECTION'] as const;
export type DatedDuty = (typeof DUTIES)[number];

/** What fell due in a month and was in time, or was not. */
export interface MonthCount {
  readonly duty: DatedDuty;
  /** An instant or date in the month; null where no last day is known. */
  readonly month: string | null;
  readonly isOnTime: boolean;
  readonly count: number;
}

export interface OnTime {
  readonly due: number;
  readonly onTime: number;
}

export interface MonthOnTime extends OnTime {
  /** The first of the month, `YYYY-MM-01`. */
  readonly month: string;
  readonly of: Readonly<Record<DatedDuty, OnTime>>;
}

const sum = (counts: readonly MonthCount[]): number => counts.reduce((total, { count }) => total + count, 0);
const onTimeOf = (counts: readonly MonthCount[]): OnTime => ({
  due: sum(counts),
  onTime: sum(counts.filter(({ isOnTime }) => isOnTime)),
});

/** How much of what fell due in each month was in time (1.3.5), the latest month first. */
export const onTimeByMonth = (counts: readonly MonthCount[], months: number): readonly MonthOnTime[] => {
  const dated = counts.flatMap((one) => (one.month ? [{ ...one, month: one.month }] : []));
  return [...Map.groupBy(dated, ({ month }) => `${month.slice(0, 7)}-01`)]
    .map(([month, own]) => {
      const of = (duty: DatedDuty): OnTime => onTimeOf(own.filter((one) => one.duty === duty));
      return {
        month,
        ...onTimeOf(own),
        of: {
          CHANGE: of('CHANGE'),
          DISCOVERY: of('DISCOVERY'),
          COMPLETION: of('COMPLETION'),
          CORRECTION: of('CORRECTION'),
        },
      };
    })
    .sort((left, right) => (left.month < right.month ? 1 : -1))
    .slice(0, months);
};
