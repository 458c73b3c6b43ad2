import { defineFrontComponent } from 'twenty-sdk/define';
import { CardRoot } from './card/card-root.tsx';
import { FRONT_COMPONENTS } from './identifiers.ts';

export default defineFrontComponent({
  universalIdentifier: FRONT_COMPONENTS.card,
  name: 'decision-card',
  description:
    'What a manager decides by, for a quote or a contract: needs against offer, history, credit signal, risks',
  component: CardRoot,
});
