import { defineFrontComponent } from 'twenty-sdk/define';
import { AssessmentRoot } from './assessment/assessment-root.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.assessment,
  name: 'assessment-sheet',
  description:
    "A member's assessments, for the member and whoever assesses: rates, what is behind them, confirmation, appeal",
  component: AssessmentRoot,
});
