import type { Step } from '../subject/step.ts';
import { adoptedStage } from './stock-stage.ts';

/** At the first sight of an opportunity nobody has given a stage of the policy, that of Twenty's own is taken over. */
export const adoptionStep: Step = {
  follow: (_run, { object, isFirst, record, values }) => {
    if (object !== 'opportunity' || !isFirst || (record.tagStage ?? 'PROSPECT') !== 'PROSPECT') return {};
    const tagStage = adoptedStage(record.stage);
    if (!tagStage) return {};
    return {
      subject: { record: { ...record, tagStage }, values: { ...values, tagStage } },
      fields: { tagStage },
    };
  },
};
