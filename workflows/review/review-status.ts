export type ReviewStatus = 'INCOMPLETE' | 'PENDING' | 'RETURNED' | 'APPROVED' | 'EXEMPT';

export interface ReviewFacts {
  /** What the application itself last set; never what stands in the field, which older servers let people write. */
  readonly last: string | null;
  readonly hasErrors: boolean;
  /** Tags were entered since. */
  readonly isEnteredAnew: boolean;
  readonly isReturned: boolean;
  /** Nothing that was entered since the last review was selected for one. */
  readonly isExempt: boolean;
}

/**
 * Any error is INCOMPLETE; a record whose tags were entered anew, or which is no longer incomplete, awaits review, unless
 * nothing of that was selected for one (A20); a review already given stands (4.3.1, DESIGN: review status).
 */
export const reviewStatus = ({ last, hasErrors, isEnteredAnew, isReturned, isExempt }: ReviewFacts): ReviewStatus => {
  if (hasErrors) return 'INCOMPLETE';
  const otherwise = isExempt ? 'EXEMPT' : 'PENDING';
  if (isEnteredAnew) return otherwise;
  if (isReturned) return 'RETURNED';
  return last === 'APPROVED' ? 'APPROVED' : otherwise;
};
