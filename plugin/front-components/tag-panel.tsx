import { defineFrontComponent } from 'twenty-sdk/define';
import { FRONT_COMPONENTS } from './identifiers.ts';
import { PanelRoot } from './panel/panel-root.tsx';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.panel,
  name: 'tag-panel',
  description: 'What the tags of a record lack, where they stand in the review, what is due, and what one may do now',
  component: PanelRoot,
});
