import { defineFrontComponent } from 'twenty-sdk/define';
import { AccuracyChart } from './charts/accuracy-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.accuracy,
  name: 'accuracy-chart',
  description: "Which share of the reviews of each member's entries was approved, by month",
  component: AccuracyChart,
});
