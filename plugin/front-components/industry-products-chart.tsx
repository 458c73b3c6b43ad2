import { defineFrontComponent } from 'twenty-sdk/define';
import { IndustryProductsChart } from './charts/industry-products-chart.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.industryProducts,
  name: 'industry-products-chart',
  description: 'How many customers of each industry bought which product',
  component: IndustryProductsChart,
});
