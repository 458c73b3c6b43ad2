import { shareOf } from './numbers.ts';
import type { Share } from './quality.ts';

/** Opportunities of one outcome whose amounts are in one currency. */
export interface OutcomeSum {
  readonly outcome: string | null;
  readonly currency: string | null;
  readonly count: number;
  readonly micros: number;
}

export interface ManagementCounts {
  readonly customers: number;
  readonly customersWithoutProblems: number;
  readonly opportunities: readonly OutcomeSum[];
  readonly signedThisQuarter: number;
  readonly atRisk: number;
  readonly overdueTasks: number;
}

/** The position in a few figures (5.3.5). Amounts are in millionths of a yuan; other currencies are left out. */
export interface Management {
  readonly customers: number;
  readonly withoutProblems: Share;
  readonly openDeals: number;
  readonly openAmount: number;
  /** Of the opportunities that have ended, those that were won. */
  readonly won: Share;
  readonly signedThisQuarter: number;
  readonly atRisk: number;
  readonly overdueTasks: number;
}

const ENDED: ReadonlySet<string> = new Set(['WON', 'LOST', 'ABANDONED']);

const counted = (sums: readonly OutcomeSum[]): number => sums.reduce((total, { count }) => total + count, 0);
const share = (part: number, whole: number): Share => ({ part, whole, share: shareOf(part, whole) });

/** The figures of a count. An opportunity without an outcome is open. */
export const managementOf = (counts: ManagementCounts): Management => {
  const { customers, customersWithoutProblems, opportunities, ...others } = counts;
  const open = opportunities.filter(({ outcome }) => (outcome ?? 'OPEN') === 'OPEN');
  const ended = opportunities.filter(({ outcome }) => ENDED.has(outcome ?? ''));
  return {
    ...others,
    customers,
    withoutProblems: share(customersWithoutProblems, customers),
    openDeals: counted(open),
    openAmount: open.filter(({ currency }) => currency === 'CNY').reduce((total, { micros }) => total + micros, 0),
    won: share(counted(ended.filter(({ outcome }) => outcome === 'WON')), counted(ended)),
  };
};
