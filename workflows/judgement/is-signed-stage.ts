import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';

const SIGNED = STAGES.indexOf('SIGNED');

/** Whether a stage is the signature or comes after it (2.2.11); what is no stage is not. */
export const isSignedStage = (stage: string): boolean => STAGES.indexOf(stage as Stage) >= SIGNED;
