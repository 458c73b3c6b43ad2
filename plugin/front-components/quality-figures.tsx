import { defineFrontComponent } from 'twenty-sdk/define';
import { QualityFigures } from './charts/quality-figures.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.quality,
  name: 'quality-figures',
  description: 'Which shares of the records are without problems and approved, and of the changes were in time',
  component: QualityFigures,
});
