import { defineFrontComponent } from 'twenty-sdk/define';
import { StageAgeChart } from './charts/stage-age-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.stageAge,
  name: 'stage-age-chart',
  description: 'How long the open opportunities have stood in their stage',
  component: StageAgeChart,
});
