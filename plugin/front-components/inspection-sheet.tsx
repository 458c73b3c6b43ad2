import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENTS } from './identifiers.ts';
import { InspectionRoot } from './inspection/inspection-root.tsx';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.inspection,
  name: 'inspection-sheet',
  description:
    'An inspection for whoever supervises: figures, what is behind them, the sample, and notices in one click',
  component: InspectionRoot,
});
