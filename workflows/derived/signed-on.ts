import type { TwentyRecord } from '../run/record-change.ts';
import { type Run, textOrNull } from '../run/run.ts';

const dateOf = ({ calendar }: Pick<Run, 'calendar'>, value: unknown): string | null => {
  const text = textOrNull(value);
  if (text === null) return null;
  return text.includes('T') ? calendar.dateOf(text) : text;
};

/**
 * The date of an opportunity's contract; one that lies ahead is a plan, and then the stages tell when it was signed.
 * `signedAt` is when they say so.
 */
export const signedOn = (
  run: Pick<Run, 'calendar' | 'today'>,
  { closeDate }: TwentyRecord,
  signedAt: string | null,
): string | null => {
  const closed = dateOf(run, closeDate);
  return closed !== null && closed <= run.today ? closed : dateOf(run, signedAt);
};
