import type { CallLimit } from '../../workflows/gateway/call-limit.ts';
import { limitReached } from './errors.ts';

/** The calls a caller has left, as Twenty keeps them: filled up evenly, in whole calls, since the last one it took. */
export class CallBucket {
  readonly #limit: CallLimit;
  #left: number;
  #takenAt: number | null = null;

  constructor(limit: CallLimit) {
    this.#limit = limit;
    this.#left = limit.calls;
  }

  /** Takes one call at an instant. @throws WorkspaceError when none is left */
  take(now: Date): void {
    const { calls, windowMs } = this.#limit;
    const at = now.getTime();
    const filled = Math.floor(((at - (this.#takenAt ?? at)) * calls) / windowMs);
    const available = Math.min(this.#left + filled, calls);
    if (available < 1) throw limitReached(this.#limit);
    this.#left = available - 1;
    this.#takenAt = at;
  }
}
