import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENTS } from './identifiers.ts';
import { StatusRoot } from './status/status-root.tsx';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.status,
  name: 'policy-status',
  description: 'Who holds the duties, how the policy is enforced, up to when the calendar is official, the last sweeps',
  component: StatusRoot,
});
