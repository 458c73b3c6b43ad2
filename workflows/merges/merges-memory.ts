import { kept, type Slice, someTexts } from '../memory/slice.ts';

/** What is remembered of merges. */
export interface MergesMemory {
  /** The records that went up in this one, as `id`; as `id|told` once their event has told of it. */
  readonly merged?: readonly string[];
}

export const mergesMemory: Slice<MergesMemory> = (stored) => kept({ merged: someTexts(stored.merged) });
