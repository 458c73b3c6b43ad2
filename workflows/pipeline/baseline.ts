import { type CoreMemory, coreMemory, storedOf } from '../memory/core.ts';
import { kept, type Remembered, type Slice, type Stored } from '../memory/slice.ts';
import { canonical } from '../rules/canonical.ts';
import type { Step } from '../subject/step.ts';
import { STEPS } from './steps.ts';

/** What the duty of a step remembers. */
type MemoryOf<One> = One extends Step<infer Memory> ? Memory : never;
/** All of a union at once. */
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/**
 * What the application remembers of a record between two judgements: what each duty does, in one flat object. With it a
 * change is found by comparing, whether its event came or not, and the record's standing follows from records alone.
 */
export type Baseline = CoreMemory & Together<MemoryOf<(typeof STEPS)[number]>>;

const steps: readonly Step[] = STEPS;
const SLICES: ReadonlySet<Slice<object>> = new Set([coreMemory, ...steps.flatMap(({ memory }) => memory ?? [])]);

const readAll = (stored: Stored): Baseline =>
  Object.assign({}, ...[...SLICES].map((slice) => slice(stored))) as Baseline;

/** Reads a stored baseline; null when there is none or it cannot be one, which makes the next judgement a first one. */
export const readBaseline = (value: unknown): Baseline | null => {
  const stored = storedOf(value);
  return stored && readAll(stored);
};

/** Gives what is remembered its version: the old one as long as nothing else of it differs. */
export const nextBaseline = (old: Baseline | null, next: Remembered<Omit<Baseline, 'version'>>): Baseline => {
  const now = { version: old?.version ?? 0, ...kept(next) } as Baseline;
  return old && canonical(old) === canonical(now) ? old : { ...now, version: now.version + 1 };
};
