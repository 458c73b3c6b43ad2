import { textOrNull } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { isSigned } from './cooperation-history.ts';
import { signedOn } from './signed-on.ts';

/** Tells on which day the contract of an opportunity was signed, for as long as it counts as signed (2.2.11, 5.3.1). */
export const signingStep: Step = {
  follow: (run, { object, record, stage, signedAt }) => {
    if (object !== 'opportunity') return {};
    const counts = isSigned({ stage, outcome: textOrNull(record.tagOutcome) });
    return { fields: { tagSignedOn: counts ? signedOn(run, record, signedAt) : null } };
  },
};
