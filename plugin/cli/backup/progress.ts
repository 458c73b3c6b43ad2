const WIDTH = 24;
/** A line for each twentieth of the way. */
const STEPS = 20;

const spelled = (seconds: number): string => {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
};

/** Tells how far something has come, and how long the rest may take. */
export class Progress {
  readonly #total: number;
  readonly #tell: (line: string) => void;
  readonly #elapsed: () => number;
  readonly #began: number;
  #done = 0;
  #step = 0;

  constructor(total: number, tell: (line: string) => void, elapsed: () => number = () => performance.now()) {
    this.#total = total;
    this.#tell = tell;
    this.#elapsed = elapsed;
    this.#began = elapsed();
  }

  /** So many more are done. */
  add(count: number): void {
    this.#done += count;
    const share = this.#total > 0 ? Math.min(1, this.#done / this.#total) : 1;
    const step = Math.floor(share * STEPS);
    if (step <= this.#step) return;
    this.#step = step;
    const filled = Math.round(share * WIDTH);
    const rest =
      share < 1 ? `, about ${spelled((((this.#elapsed() - this.#began) / share) * (1 - share)) / 1000)} left` : '';
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    this.#tell(
      `${bar} ${Math.floor(share * 100)} %  ${this.#done.toLocaleString('en')} of ${this.#total.toLocaleString('en')} records${rest}`,
    );
  }
}

/** Calls that Twenty takes in a minute, of which a command keeps some for others. */
const CALLS_A_MINUTE = 80;

/** How long so many calls take at the pace Twenty sets. */
export const timeOf = (calls: number): string => spelled((calls / CALLS_A_MINUTE) * 60);
