export type ReviewStatus = 'INCOMPLETE' | 'PENDING' | 'RETURNED' | 'APPROVED';

export interface ReviewFacts {
  /** What the application itself last set; never what stands in the field, which older servers let people write. */
  readonly last: string | null;
  readonly hasErrors: boolean;
  /** Tags were entered since. */
  readonly isEnteredAnew: boolean;
  readonly isReturned: boolean;
}

/**
 * Any error is INCOMPLETE; a record whose tags were entered anew, or which is no longer incomplete, awaits review; a
 * review already given stands (4.3.1, DESIGN: review status).
 */
export const reviewStatus = ({ last, hasErrors, isEnteredAnew, isReturned }: ReviewFacts): ReviewStatus => {
  if (hasErrors) return 'INCOMPLETE';
  if (isEnteredAnew) return 'PENDING';
  if (isReturned) return 'RETURNED';
  return last === 'APPROVED' ? 'APPROVED' : 'PENDING';
};
