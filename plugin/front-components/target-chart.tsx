import { defineFrontComponent } from 'twenty-sdk/define';
import { TargetChart } from './charts/target-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.targets,
  name: 'target-chart',
  description: 'How much of each target was sold, by member and quarter',
  component: TargetChart,
});
