import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import type { MoveFault } from '../judgement/values.ts';

export interface MoveFacts {
  readonly from: Stage;
  readonly to: Stage;
  readonly note: string;
  /** The customer's credit signal stands against the stage. */
  readonly isStopped: boolean;
  /** Something the stages passed over require is not on record. */
  readonly isUnmet: boolean;
}

/** The only stage from which each of these may be entered (2.2.12, 2.2.13). */
const ONLY_FROM: Partial<Readonly<Record<Stage, Stage>>> = { DELIVERY: 'SIGNED', AFTER_SALES: 'DELIVERY' };

/** Whether a move leads back to an earlier stage. */
export const isMoveBack = (from: Stage, to: Stage): boolean => STAGES.indexOf(to) < STAGES.indexOf(from);

/**
 * Judges a move from one stage to another (POLICY §4): forward needs what every stage passed over requires; delivery
 * comes after the signature alone, after-sales after delivery alone; back needs a reason. Either way the customer's
 * credit may stand against it (5.1.6). Null when nothing is wrong.
 */
export const judgeMove = ({ from, to, note, isStopped, isUnmet }: MoveFacts): MoveFault | null => {
  const isBack = isMoveBack(from, to);
  if (isBack && note.trim() === '') return 'BACK_WITHOUT_NOTE';
  const only = ONLY_FROM[to];
  if (!isBack && from !== to && only && from !== only) return 'SKIPPED';
  if (isStopped) return 'CREDIT_STOP';
  return isUnmet && !isBack ? 'UNMET' : null;
};
