import { defineFrontComponent } from 'twenty-sdk/define';
import { CommandOnSelection } from './commands/act-commands.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

const ConfirmCommand = () => (
  <CommandOnSelection work={{ path: 'act', body: { action: 'CONFIRM' }, verb: 'verbConfirm' }} />
);

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.confirm,
  name: 'confirm-tags',
  description: 'Confirms that the tags of the selected records are current',
  isHeadless: true,
  component: ConfirmCommand,
});
