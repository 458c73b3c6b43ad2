import { type Accuracy, accuracyByMember } from './accuracy.ts';
import { countGroups, type Grouping, wordOf } from './group-counts.ts';
import { POLICY_ZONE } from './policy-day.ts';

/** Months that are shown beside the total. */
export const MONTHS = 4;

/** Two kinds by the months and members of many years. */
const REVIEWS: Grouping = {
  plural: 'tagLogs',
  by: ['responsibleName: true', `at: { granularity: MONTH, timeZone: "${POLICY_ZONE}" }`, 'kind: true'],
  where: 'kind: { in: [APPROVED, RETURNED] }',
  most: 5000,
};

/** Reads how the reviews ended that whoever looks may see: one grouped request. */
export const loadAccuracy = async (): Promise<Accuracy> => {
  const groups = await countGroups(REVIEWS);
  return accuracyByMember(
    groups.map(({ values: [member, month, kind], count }) => ({
      member: wordOf(member) || null,
      month: wordOf(month),
      isApproved: wordOf(kind) === 'APPROVED',
      count,
    })),
    MONTHS,
  );
};
