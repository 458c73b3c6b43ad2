import { kept, type Slice, someTexts, text } from '../memory/slice.ts';

/** What is remembered of the records that are probably the same. */
export interface DuplicatesMemory {
  /** Their ids, in order. */
  readonly alike?: readonly string[];
  /** The name under which they were told of this one. */
  readonly alikeAs?: string;
}

export const duplicatesMemory: Slice<DuplicatesMemory> = (stored) =>
  kept({ alike: someTexts(stored.alike), alikeAs: text(stored.alikeAs) });
