import { defineFrontComponent } from 'twenty-sdk/define';
import { ConversionChart } from './charts/conversion-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.conversion,
  name: 'conversion-chart',
  description: 'How many opportunities came to each stage, and which share of them passed on to the next',
  component: ConversionChart,
});
