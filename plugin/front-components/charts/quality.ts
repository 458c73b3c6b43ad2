import { shareOf } from './numbers.ts';

/** Records with the same review status, or notices with the same status. */
export interface StatusCount {
  readonly status: string | null;
  readonly count: number;
}

/** So many of so many. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  /** 0 to 1; null of nothing. */
  readonly share: number | null;
}

/** What a dashboard begins with: how good the data are (1.3.1, 1.3.2, 1.3.5). */
export interface Quality {
  readonly cleanCustomers: Share;
  readonly approvedCustomers: Share;
  readonly cleanOpportunities: Share;
  readonly changesOnTime: Share;
}

export interface QualityCounts {
  readonly customers: readonly StatusCount[];
  readonly customersWithoutProblems: number;
  readonly opportunities: readonly StatusCount[];
  readonly opportunitiesWithoutProblems: number;
  /** Notices of reported changes that are done or overdue; of what was found nobody knows since when it was due (A2). */
  readonly notices: readonly StatusCount[];
}

const sum = (counts: readonly StatusCount[], status?: string): number =>
  counts.filter((one) => status === undefined || one.status === status).reduce((total, { count }) => total + count, 0);

const share = (part: number, whole: number): Share => ({ part, whole, share: shareOf(part, whole) });

/** The shares of a count; of nothing there is none. */
export const qualityOf = (counts: QualityCounts): Quality => ({
  cleanCustomers: share(counts.customersWithoutProblems, sum(counts.customers)),
  approvedCustomers: share(sum(counts.customers, 'APPROVED'), sum(counts.customers)),
  cleanOpportunities: share(counts.opportunitiesWithoutProblems, sum(counts.opportunities)),
  changesOnTime: share(sum(counts.notices, 'DONE'), sum(counts.notices)),
});
