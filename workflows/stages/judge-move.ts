import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import type { MoveFault } from '../judgement/values.ts';

export interface MoveFacts {
  readonly from: Stage;
  readonly to: Stage;
  readonly note: string;
  /** Something the stages passed over require is not on record. */
  readonly isUnmet: boolean;
}

/** The only stage from which each of these may be entered (2.2.12, 2.2.13). */
const ONLY_FROM: Partial<Readonly<Record<Stage, Stage>>> = { DELIVERY: 'SIGNED', AFTER_SALES: 'DELIVERY' };

/**
 * Judges a move from one stage to another (POLICY §4): forward needs what every stage passed over requires; delivery
 * comes after the signature alone, after-sales after delivery alone; back needs a reason. Null when nothing is wrong.
 */
export const judgeMove = ({ from, to, note, isUnmet }: MoveFacts): MoveFault | null => {
  if (STAGES.indexOf(to) < STAGES.indexOf(from)) return note.trim() === '' ? 'BACK_WITHOUT_NOTE' : null;
  const only = ONLY_FROM[to];
  if (from !== to && only && from !== only) return 'SKIPPED';
  return isUnmet ? 'UNMET' : null;
};
