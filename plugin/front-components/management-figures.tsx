import { defineFrontComponent } from 'twenty-sdk/define';
import { ManagementFigures } from './charts/management-figures.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.management,
  name: 'management-figures',
  description: 'The sales position in a few figures',
  component: ManagementFigures,
});
