import { defineFrontComponent } from 'twenty-sdk/define';
import { BulletinRoot } from './assessment/bulletin-root.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.bulletin,
  name: 'monthly-bulletin',
  description: 'How each team and member kept the policy in a month, to be printed',
  component: BulletinRoot,
});
