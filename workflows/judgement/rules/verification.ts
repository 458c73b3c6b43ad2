import { GOVERNED_OBJECTS, STAGES } from '../../../objects/taxonomy/types.ts';
import { isSignedStage } from '../is-signed-stage.ts';
import type { Rule } from './types.ts';

const NEEDS = STAGES.indexOf('NEEDS_CONFIRMED');

/** 3.1.5, 3.1.6: nothing in doubt from needs confirmation on; a customer is verified before a contract is signed. */
export const verification: Rule = {
  name: 'verification',
  objects: GOVERNED_OBJECTS,
  judge: (values, context, report, object) => {
    const reached = STAGES.indexOf(context.stage);
    if (values.tagVerification === 'DOUBTFUL' && reached >= NEEDS) {
      report('VERIFICATION_DOUBTFUL', 'ERROR', 'tagVerification', {}, '3.1.6');
    } else if (object === 'company' && isSignedStage(context.stage) && values.tagVerification !== 'VERIFIED') {
      report('VERIFICATION_MISSING', 'ERROR', 'tagVerification', {}, '3.1.5');
    }
  },
};
