import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENTS } from './identifiers.ts';
import { NamingRoot } from './naming/naming-root.tsx';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.naming,
  name: 'naming-guide',
  description: 'How tags are named and what each means and is used for, from the rules themselves',
  component: NamingRoot,
});
