import { isObject } from '../memory/slice.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import type { Said } from './judge-rectification.ts';

/** What the application remembers of a notice: who did what, and of which round it has told that it was missed. */
export interface RectificationMemory {
  readonly issuedBy: string | null;
  /** The profile it was issued to. */
  readonly member: string | null;
  readonly answeredBy: string | null;
  readonly missedRound: number;
  /** Told by an event before it could be judged, as when events come in another order. */
  readonly answer: Said | null;
  readonly recheck: Said | null;
}

const saidIn = (value: unknown): Said | null =>
  isObject(value) && typeof value.at === 'string' ? { by: textOrNull(value.by), at: value.at } : null;

/** Reads it; nothing of a notice that was never issued. What cannot be what it should counts as not there. */
export const rectificationMemory = ({ memory }: TwentyRecord): RectificationMemory => {
  const stored = isObject(memory) ? memory : {};
  return {
    issuedBy: textOrNull(stored.issuedBy),
    member: textOrNull(stored.member),
    answeredBy: textOrNull(stored.answeredBy),
    missedRound: typeof stored.missedRound === 'number' ? stored.missedRound : 0,
    answer: saidIn(stored.answer),
    recheck: saidIn(stored.recheck),
  };
};
