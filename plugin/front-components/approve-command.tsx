import { defineFrontComponent } from 'twenty-sdk/define';
import { ApproveOnSelection } from './commands/act-commands.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.approve,
  name: 'approve-tags',
  description: 'Approves the tags of the selected records',
  isHeadless: true,
  component: ApproveOnSelection,
});
