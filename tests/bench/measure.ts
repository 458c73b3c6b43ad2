/** One figure of the bench: what was measured, what it should be, and whether it is. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `≥ 20` or `≤ 1.3`; null for a figure without a goal. */
  readonly goal: string | null;
  readonly isMet: boolean;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds of processor time since `from`, or since the process began. */
export const processorTime = (from?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/**
 * Runs of `work` a second of one core: the median of several rounds of at least `milliseconds` each. Processor time is
 * counted, so that what else the machine does plays no part.
 */
export const perSecond = (work: () => void, rounds = 5, milliseconds = 200): number => {
  work();
  const rates = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    let runs = 0;
    while (processorTime(started) < milliseconds) {
      for (let at = 0; at < 50; at += 1) work();
      runs += 50;
    }
    return (runs * 1000) / processorTime(started);
  });
  return median(rates);
};

export const atLeast = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value,
  unit,
  goal: `≥ ${limit.toLocaleString('en')}`,
  isMet: value >= limit,
});

export const atMost = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value,
  unit,
  goal: `≤ ${limit}`,
  isMet: value <= limit,
});

export const told = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  goal: null,
  isMet: true,
});
