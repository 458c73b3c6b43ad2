import { type CallLimit, KEY_LIMIT, pauseFor } from '../../workflows/gateway/call-limit.ts';

export interface PaceOptions {
  /** Tells in a line that and why a command waits. */
  readonly tell: (line: string) => void;
  /** Milliseconds on a clock that only runs forward. */
  readonly elapsed?: () => number;
  /** Waits so many milliseconds; tests pass one that does not. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The part of the calls a command takes for itself: others use keys of the workspace too. */
const SHARE = 0.8;
/** Milliseconds of waiting for a limit after which a command gives up. */
const PATIENCE_MS = 120_000;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** Keeps the calls of a command below what Twenty takes from API keys, and waits where the limit is reached already. */
export class Pace {
  readonly #tell: (line: string) => void;
  readonly #elapsed: () => number;
  readonly #sleep: (milliseconds: number) => Promise<void>;
  #limit = KEY_LIMIT;
  #left = KEY_LIMIT.calls * SHARE;
  #at: number;
  #waited = 0;

  constructor({ tell, elapsed = () => performance.now(), sleep = wait }: PaceOptions) {
    this.#tell = tell;
    this.#elapsed = elapsed;
    this.#sleep = sleep;
    this.#at = elapsed();
  }

  /** Lets as many calls be sent, once they keep below the limit. */
  async take(calls: number): Promise<void> {
    const perMs = (this.#limit.calls * SHARE) / this.#limit.windowMs;
    const now = this.#elapsed();
    this.#left = Math.min(this.#limit.calls * SHARE, this.#left + (now - this.#at) * perMs);
    this.#at = now;
    const missing = calls - this.#left;
    if (missing > 0) await this.#pause(Math.ceil(missing / perMs));
    this.#left -= calls;
  }

  /** Waits until calls may be sent again though the limit was reached; false when that has taken too long already. */
  async recover(limit: CallLimit, attempt: number): Promise<boolean> {
    const pause = pauseFor(limit, attempt);
    if (this.#waited + pause > PATIENCE_MS) return false;
    this.#waited += pause;
    this.#limit = limit;
    this.#left = 0;
    this.#at = this.#elapsed();
    await this.#pause(pause);
    return true;
  }

  async #pause(milliseconds: number): Promise<void> {
    const { calls, windowMs } = this.#limit;
    this.#tell(
      `Twenty takes ${calls} calls in ${seconds(windowMs)} s from API keys; waiting ${seconds(milliseconds)} s …`,
    );
    await this.#sleep(milliseconds);
  }
}
