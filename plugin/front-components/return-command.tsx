import { defineFrontComponent } from 'twenty-sdk/define';
import { ReturnSelection } from './commands/return-selection.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.return,
  name: 'return-tags',
  description: 'Returns the tags of the selected records for correction',
  component: ReturnSelection,
});
