import { defineFrontComponent } from 'twenty-sdk/define';
import { ReportSelection } from './commands/report-selection.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.report,
  name: 'report-tags',
  description: 'Reports a change of the selected records',
  component: ReportSelection,
});
