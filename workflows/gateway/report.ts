import type { Fault } from '../run/plan.ts';
import { TwentyError } from './errors.ts';
import type { WriteFailure } from './write.ts';

export interface FollowResult {
  /** Records judged. */
  readonly judged: number;
  /** Records written. */
  readonly written: number;
  /** Records that Twenty would not take; the sweep comes back to them. */
  readonly failures: number;
}

export const NOTHING: FollowResult = { judged: 0, written: 0, failures: 0 };

/** Tells of what could not be written: which record and why, never what it holds. */
export const reportFailures = (failures: readonly WriteFailure[]): void => {
  for (const { object, id, code, reason } of failures) {
    console.error(`${object} ${id} could not be written (${code}): ${reason}`);
  }
};

/** Tells of what could not be judged. */
export const reportFaults = (faults: readonly Fault[]): void => {
  for (const { object, id, reason } of faults) console.error(`${object} ${id} could not be judged (${reason})`);
};

/** A failure that may pass is left to Twenty's retry. */
export const asRetryable = (error: unknown): unknown => {
  if (error instanceof TwentyError && error.isTransient) error.name = 'RetryableLogicFunctionError';
  return error;
};
