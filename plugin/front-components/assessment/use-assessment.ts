import type { AssessmentPage } from '../../../workflows/assessment/sheet.ts';
import { type RoutePage, useRoutePage } from '../use-route-page.ts';
import type { Say } from '../words.ts';

/** What is asked of the page beside whose it is. */
export interface Asked {
  readonly quarter?: string;
  readonly act?: 'CONFIRM' | 'APPEAL' | 'DECIDE';
  readonly appeal?: string;
  readonly decision?: string;
}

export type AssessmentState = RoutePage<AssessmentPage, Asked>;

/** The assessments of a member, with the rights of whoever looks. */
export const useAssessment = (id: string, say: Say): AssessmentState => useRoutePage('assessment', id, say);
