import type { TwentyRecord } from '../run/record-change.ts';
import { isObject, type Slice, type Stored, textsByName } from './slice.ts';

/** What is remembered of a record whatever the duties: what was seen of it, and how often that was rewritten. */
export interface CoreMemory {
  /** Grows with each change of what is remembered. Facts found by comparing bear it in their keys, so that two runs
   * over the same memory find the same facts and not each its own. */
  readonly version: number;
  /** The tags as last seen; see seen.ts. Empty tags are left out. */
  readonly seen: Readonly<Record<string, string>>;
}

export const coreMemory: Slice<CoreMemory> = ({ version, seen }) => ({
  version: typeof version === 'number' ? version : 0,
  seen: textsByName(seen),
});

/** What is stored of a record; null when there is none or it cannot be one, which makes the next judgement a first one. */
export const storedOf = (value: unknown): Stored | null =>
  isObject(value) && typeof value.since === 'string' && isObject(value.seen) ? value : null;

/** One duty's memory of a record; null when nothing is remembered of it. */
export const remembered = <Memory extends object>(slice: Slice<Memory>, record: TwentyRecord): Memory | null => {
  const stored = storedOf(record.tagBaseline);
  return stored && slice(stored);
};
