import { countGroups, type Grouping, wordOf } from './group-counts.ts';
import { POLICY_ZONE } from './policy-day.ts';
import { type StageAge, stageAge } from './stage-age.ts';

/** Eight stages by the days of most of a year. */
const OPEN_BY_ARRIVAL: Grouping = {
  plural: 'opportunities',
  by: ['tagStage: true', `tagStageSince: { granularity: DAY, timeZone: "${POLICY_ZONE}" }`],
  where: 'tagOutcome: { eq: OPEN }',
  most: 2000,
};

/** Reads how long the open opportunities that whoever looks may see have stood in their stage: one grouped request. */
export const loadStageAge = async (): Promise<readonly StageAge[]> => {
  const groups = await countGroups(OPEN_BY_ARRIVAL);
  return stageAge(
    groups.map(({ values: [stage, since], count }) => ({ stage: wordOf(stage), since: wordOf(since), count })),
    Date.now(),
  );
};
