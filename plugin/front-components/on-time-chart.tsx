import { defineFrontComponent } from 'twenty-sdk/define';
import { OnTimeChart } from './charts/on-time-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.onTime,
  name: 'on-time-chart',
  description: 'Which share of the changes due in each month was updated in time',
  component: OnTimeChart,
});
