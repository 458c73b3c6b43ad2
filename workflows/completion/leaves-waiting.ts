import type { Plan } from '../run/plan.ts';

/** Whether a plan finds something incomplete that nobody is asked to complete: it waits for its turn, which a sweep gives. */
export const leavesWaiting = ({ subjects }: Pick<Plan, 'subjects'>): boolean =>
  Object.values(subjects).some((patches) =>
    patches.some(({ fields }) => fields.tagReviewStatus === 'INCOMPLETE' && !fields.tagCompleteBy),
  );
