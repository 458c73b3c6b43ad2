import { medianOf } from './figure.ts';

/** Does a known number of things; the sum it returns keeps the engine from leaving the work out. */
export interface Work {
  readonly name: string;
  readonly things: number;
  readonly run: () => number;
}

const MILLISECONDS = 120;
const ROUNDS = 9;

/** Things a second over one stretch of time. */
const rateOnce = ({ things, run }: Work): number => {
  const started = performance.now();
  let elapsed = 0;
  let count = 0;
  let sum = 0;
  while (elapsed < MILLISECONDS) {
    sum += run();
    count += things;
    elapsed = performance.now() - started;
  }
  if (Number.isNaN(sum)) throw new Error('The work went wrong');
  return (count * 1000) / elapsed;
};

/**
 * Things a second of each work, by turns: first a round to warm up, then the median of several, so that what else the
 * machine does falls on all alike. All in this one thread.
 */
export const ratesOf = (works: readonly Work[]): ReadonlyMap<string, number> => {
  for (const work of works) rateOnce(work);
  const rates = new Map(works.map((work): [string, number[]] => [work.name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const work of works) rates.get(work.name)?.push(rateOnce(work));
  }
  return new Map([...rates].map(([name, values]) => [name, medianOf(values)]));
};
