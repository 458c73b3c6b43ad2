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

const NOTHING: RectificationMemory = {
  issuedBy: null,
  member: null,
  answeredBy: null,
  missedRound: 0,
  answer: null,
  recheck: null,
};

const saidIn = (value: unknown): Said | null => {
  const { by = null, at } = (value ?? {}) as Partial<Said>;
  return typeof at === 'string' ? { by, at } : null;
};

/** Reads it; nothing of a notice that was never issued. */
export const rectificationMemory = ({ memory }: TwentyRecord): RectificationMemory => {
  if (typeof memory !== 'object' || memory === null) return NOTHING;
  const stored = memory as Readonly<Record<string, unknown>>;
  return {
    issuedBy: textOrNull(stored.issuedBy),
    member: textOrNull(stored.member),
    answeredBy: textOrNull(stored.answeredBy),
    missedRound: Number(stored.missedRound ?? 0),
    answer: saidIn(stored.answer),
    recheck: saidIn(stored.recheck),
  };
};
