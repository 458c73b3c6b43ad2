import { defineFrontComponent } from 'twenty-sdk/define';
import { CommandOnSelection } from './commands/act-commands.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

const RecheckCommand = () => <CommandOnSelection work={{ path: 'recheck', body: {}, verb: 'verbRecheck' }} />;

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.recheck,
  name: 'recheck-tags',
  description: 'Judges the selected records again',
  isHeadless: true,
  component: RecheckCommand,
});
