import { defineFrontComponent } from 'twenty-sdk/define';
import { HoldersRoot } from './holders/holders-root.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.holders,
  name: 'role-holders',
  description: 'Who holds a role that shows sensitive tags, since when it was seen, and how their agreement stands',
  component: HoldersRoot,
});
