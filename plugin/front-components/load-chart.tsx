import { defineFrontComponent } from 'twenty-sdk/define';
import { LoadChart } from './charts/load-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.load,
  name: 'load-chart',
  description: 'Open opportunities and tasks of each member',
  component: LoadChart,
});
